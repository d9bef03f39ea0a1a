import type { SignIn } from '../world'

/** One step of an onboarding; they are taken a day apart. */
export type Step =
  | 'password'
  | 'address'
  | 'start'
  | 'start at level 1'
  | 'submit'
  | 'send back'
  | 'approve'
  | 'reject'
  | 'ask for documents'
  | 'hand over'
  | 'switch off'

export type Journey = {
  type: 'CORPORATE' | 'CONSUMER'
  /** Company or person. */
  name: string
  /** Left out: made of the name. */
  email?: string
  /** Where it stands, as the page of sign-ins says it. */
  stands: string
  steps: readonly Step[]
}

const proved = ['password', 'address'] as const
const sentIn = [...proved, 'start', 'submit'] as const
const approved = [...sentIn, 'approve'] as const

const company = (name: string, stands: string, steps: readonly Step[]): Journey => ({
  type: 'CORPORATE',
  name,
  stands,
  steps,
})
const person = (name: string, stands: string, steps: readonly Step[]): Journey => ({
  type: 'CONSUMER',
  name,
  stands,
  steps,
})

/** One company and one person at every step that there is. */
export const journeys: readonly Journey[] = [
  company('Acorn', 'registered, no password yet', []),
  company('Birch', 'address not proved', ['password']),
  company('Cedar', 'check not started', proved),
  company('Dogwood', 'check started', [...proved, 'start']),
  company('Elm', 'check in review', sentIn),
  company('Fir', 'sent back with reasons', [...sentIn, 'send back']),
  company('Ginkgo', 'approved', approved),
  company('Hazel', 'rejected for good', [...sentIn, 'reject']),
  company('Ivy', 'approved, documents run out', [...approved, 'ask for documents']),
  company('Juniper', 'approved, new documents in review', [...approved, 'ask for documents', 'start', 'submit']),
  company('Kapok', 'onboarded by Weavr, pending', [...proved, 'hand over']),
  company('Larch', 'switched off: nobody gets in', [...approved, 'switch off']),
  person('Anna', 'registered, no password yet', []),
  person('Ben', 'address not proved', ['password']),
  person('Carla', 'check not started', proved),
  person('Dario', 'check started', [...proved, 'start']),
  person('Elena', 'check in review', sentIn),
  person('Felix', 'sent back with reasons', [...sentIn, 'send back']),
  person('Greta', 'approved at level 2', approved),
  person('Hugo', 'approved at level 1', [...proved, 'start at level 1', 'submit', 'approve']),
  person('Ines', 'rejected for good', [...sentIn, 'reject']),
  person('Jonas', 'approved, documents run out', [...approved, 'ask for documents']),
  person('Katja', 'approved, new documents in review', [...approved, 'ask for documents', 'start', 'submit']),
  person('Leo', 'switched off: nobody gets in', [...approved, 'switch off']),
]

export const password = 'Sandbox-2026!'

export const emailOf = ({ name, email }: Journey): string => email ?? `${name.toLowerCase()}@onboarding.example`

/** Whoever has a password, also those whom it does not help. */
export const signIns: readonly SignIn[] = journeys
  .filter(({ steps }) => steps.includes('password'))
  .map((journey) => ({
    email: emailOf(journey),
    password,
    role: `${journey.type === 'CORPORATE' ? 'Company' : 'Consumer'}: ${journey.stands}`,
  }))
