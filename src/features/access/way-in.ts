import type { EntryView } from '#contract/console/entry'

/** The steps that the address of the sign-in page may name. */
export const entrySteps = ['identity', 'password', 'phone'] as const
export type EntryStep = (typeof entrySteps)[number]

const stepOf = { choice: 'identity', 'password-expired': 'password', phone: 'phone' } as const

/**
 * Which step is shown: what waits at the gateway decides, not the address. Asking a phone is the one step that begins
 * here; the others have nothing to show where nothing waits. A registration goes on at its own page.
 */
export function stepFor(asked: EntryStep, entry: EntryView | undefined): EntryStep | 'first' {
  if (entry && entry.kind !== 'registration') return stepOf[entry.kind]
  return asked === 'phone' ? 'phone' : 'first'
}

export type PhoneEntry = Extract<EntryView, { kind: 'phone' }>

/** When a phone's question ends, by this machine's clock: the gateway's decides, whatever ours says. */
export const expiresHere = ({ expiresAt, now }: PhoneEntry, readAt: number): number => readAt + (expiresAt - now)

/**
 * Where the question to a phone stands. The gateway forgets one that nobody answered, so a question that was waiting a
 * moment ago and is gone has expired.
 */
export function phoneState(
  entry: PhoneEntry | undefined,
  before: PhoneEntry | undefined,
): PhoneEntry['state'] | 'NONE' {
  if (entry) return entry.state
  return before === undefined ? 'NONE' : before.state === 'WAITING' ? 'EXPIRED' : before.state
}
