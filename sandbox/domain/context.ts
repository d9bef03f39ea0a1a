import type { Engine } from '../../storage/open'
import type { Tx } from '../../storage/transaction'

/** Whose bearer token a call carries. */
export type Actor = {
  credentialId: string
  credentialType: 'ROOT' | 'USER'
  identityId: string
  identityType: 'CORPORATE' | 'CONSUMER'
  tokenId: string
  tokenKind: 'AUTH' | 'ACCESS' | 'PASSWORD_EXPIRED' | 'ONE_TIME'
  steppedUp: boolean
}

/** What every verb works with: one transaction, the sandbox's time, fresh ids. */
export type Ctx = {
  tx: Tx
  engine: Engine
  now: () => number
  newId: () => string
  /** Workers that this transaction gives something to do; they are woken when it has committed. */
  wakes: Set<Worker>
  /** Whether there is an address for what is emitted. */
  addressed: boolean
}
export type Worker = 'bulks' | 'schedule' | 'webhooks'
/** A verb made by a signed-in person. */
export type ActorCtx = Ctx & { actor: Actor }

/**
 * A verb either answers or refuses with a documented code. A refusal commits what was written before it, as a counted
 * attempt must be: whoever has nothing to keep refuses before writing.
 */
export type Outcome<T, Code extends string = never> =
  | { ok: true; value: T }
  /** `body` stands in for `{errorCode}` where the operation documents another one. */
  | { ok: false; refusal: Code; body?: unknown }

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <const C extends string>(refusal: C): { ok: false; refusal: C } => ({ ok: false, refusal })

/** Refusals that are not in an operation's list of codes, because their bodies are the same for all operations. */
export type CommonRefusal = 'NOT_FOUND' | 'LOCKED' | 'FORBIDDEN' | 'UNAUTHORIZED' | 'METHOD_NOT_ALLOWED'
