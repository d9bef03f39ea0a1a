const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** So many at once, and then one more every `everyMs`: what is used up comes back little by little. */
export type Rule = { burst: number; everyMs: number }
const rule = (burst: number, within: number): Rule => ({ burst, everyMs: within / burst })

/** What is limited, each by person and by address. */
export type Kind =
  | 'sign-in'
  | 'code-issue'
  | 'code-verify'
  | 'invite'
  | 'password-reset'
  | 'registration'
  | 'phone'
  | 'hand-over'
  | 'stranger'
/** Which uses count: those that were done, those that were refused (a right password costs nothing), or all. */
type Counted = 'done' | 'refused' | 'all'
export type Limit = { account: Rule; address: Rule; counts: Counted }

/**
 * By address for a whole company behind one NAT, by account well above the point at which Weavr itself says no (five wrong
 * passwords, five wrong codes): these stop machines, and whoever is stopped as a person is stopped by Weavr, in its words.
 * The reasons stand in docs/security.md.
 */
export const rules: Readonly<Record<Kind, Limit>> = {
  'sign-in': { account: rule(20, 15 * MINUTE), address: rule(200, 15 * MINUTE), counts: 'refused' },
  'code-issue': { account: rule(60, 15 * MINUTE), address: rule(1200, 15 * MINUTE), counts: 'done' },
  'code-verify': { account: rule(30, 15 * MINUTE), address: rule(300, 15 * MINUTE), counts: 'refused' },
  invite: { account: rule(100, HOUR), address: rule(300, HOUR), counts: 'done' },
  'password-reset': { account: rule(10, HOUR), address: rule(100, HOUR), counts: 'done' },
  // A refusal counts as well: it says whose address is a customer's already.
  registration: { account: rule(20, HOUR), address: rule(100, HOUR), counts: 'all' },
  // Each makes somebody's phone ring, or says that there is none.
  phone: { account: rule(10, 15 * MINUTE), address: rule(300, 15 * MINUTE), counts: 'all' },
  // Phones are behind the addresses of their mobile networks.
  'hand-over': { account: rule(600, 15 * MINUTE), address: rule(600, 15 * MINUTE), counts: 'all' },
  // Whatever else somebody may ask who is not signed in: whether a password will do, where a way in stands. A page that waits
  // for a phone asks every few seconds for five minutes.
  stranger: { account: rule(600, 15 * MINUTE), address: rule(6000, 15 * MINUTE), counts: 'done' },
}

/** Whether a use that ended so counts. */
export const isCounted = (kind: Kind, ok: boolean): boolean =>
  rules[kind].counts === 'all' || rules[kind].counts === (ok ? 'done' : 'refused')

/** Everything that one session asks for, whatever it is: a page needs dozens a minute, a script that has run wild thousands. */
export const sessionRule: Rule = rule(3000, 2.5 * MINUTE)
/** Taken from the database at a time, so that most requests need none. */
export const SESSION_LEASE = 100

/** How long Weavr locks a sign-in. */
export const LOCK_MS = 30 * MINUTE
