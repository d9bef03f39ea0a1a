import type { SignIn } from '../world'

export const password = 'Sandbox-2026!'
/** What Nora's phone asks for. */
export const passcode = '2580'

/** The companies by a short name of ours. */
export const companies = {
  harbour: { name: 'Harbour Freight Ltd', registrationNumber: '09134572', opening: 84_000_00 },
  lighthouse: { name: 'Lighthouse Studio Ltd', registrationNumber: '11820346', opening: 12_750_00 },
  tideline: { name: 'Tideline Energy Ltd', registrationNumber: '12603981', opening: 310_400_00 },
} as const
export type CompanyKey = keyof typeof companies

type Person = { name: string; surname: string; email: string; number: string }
const person = (name: string, surname: string, email: string, number: string): Person => ({
  name,
  surname,
  email,
  number,
})

export const roots = {
  harbour: person('Omar', 'Reyes', 'omar@harbour.example', '7700900401'),
  lighthouse: person('Linnea', 'Holm', 'linnea@lighthouse.example', '7700900402'),
  tideline: person('Wren', 'Adler', 'wren@tideline.example', '7700900403'),
} as const satisfies Record<CompanyKey, Person>

/** How a user stands: signing in, invited and not come, kept out, or with a password that is too old. */
export type Standing = 'in' | 'invited' | 'deactivated' | 'expired'
/** Somebody who is taken on, wherever that is. */
export type NewStaff = Person & { tag: string; stands: Standing }
export type Job = NewStaff & { at: CompanyKey }

const nora = person('Nora', 'Quill', 'nora@quill.example', '7700900404')

/** In the order in which they were taken on; the same address is the same person. */
export const jobs: readonly Job[] = [
  { ...nora, at: 'harbour', tag: 'bookkeeping', stands: 'in' },
  { ...nora, at: 'lighthouse', tag: 'bookkeeping', stands: 'in' },
  { ...nora, at: 'tideline', tag: 'audit', stands: 'in' },
  { ...roots.harbour, at: 'lighthouse', tag: 'board', stands: 'in' },
  { ...person('Ivo', 'Marsh', 'ivo@tideline.example', '7700900405'), at: 'tideline', tag: 'grid', stands: 'expired' },
  {
    ...person('Jun', 'Park', 'jun@lighthouse.example', '7700900406'),
    at: 'lighthouse',
    tag: 'film',
    stands: 'invited',
  },
  { ...person('Kit', 'Doyle', 'kit@harbour.example', '7700900407'), at: 'harbour', tag: 'dock', stands: 'deactivated' },
]

export const signIns: readonly SignIn[] = [
  { email: nora.email, password, role: 'User of three companies' },
  { email: roots.harbour.email, password, role: 'Root user of Harbour Freight, user of Lighthouse Studio' },
  { email: roots.lighthouse.email, password, role: 'Root user of Lighthouse Studio' },
  { email: roots.tideline.email, password, role: 'Root user of Tideline Energy' },
  { email: 'ivo@tideline.example', password, role: 'User with an expired password' },
  { email: 'kit@harbour.example', password, role: 'Deactivated user' },
]
