import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { CurrencyAmount, IdentityId } from '../../contract/common'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import { inTransaction } from '../../storage/transaction'
import type { Session } from '../session/session-table'
import { append, sameKey } from './chain'
import { draftOf, endedOf } from './line'
import { createPending } from './pending'
import { createPeople } from './people'
import { createStrangers } from './strangers'

/** What somebody is about to do. Passwords, codes, tokens and card data never get here, whatever the body has. */
export type Deed = {
  /** Left out where nobody is signed in, as at a sign-in, or where Weavr itself calls. */
  session?: Session
  /** Where there is no session but the identity is known. */
  identity?: IdentityId
  role?: string
  /** The operation's id, or a word of the gateway's own: `sign-in`, `webhook`, `rate-limit`. */
  operation: string
  section: string
  /** The id of what it is about, where the call names it. */
  resource?: string
  /** What changes, as the call says it. */
  change?: unknown
  amounts?: readonly CurrencyAmount[]
  /** The address that the call came from. */
  address: string
}
export type Outcome = {
  /** Only the record itself says UNKNOWN, of a deed whose end nobody heard. */
  outcome: 'DONE' | 'REFUSED' | 'FAILED' | 'UNKNOWN'
  status: number
  code?: string
  requestRef?: string
  /** Known only now, as the id of what was made. */
  resource?: string
  /** The proposal that it became, or that it carries out. */
  proposal?: string
  /** Whose it was, where only the end has said so. */
  session?: Session
  identity?: IdentityId
}
/** A deed that is under way. */
export type Line = { end: (outcome: Outcome) => Promise<void> }

type Needs = { store: Store; clock: Clock; key: Buffer; log: Logger; upstreamHere?: boolean }
export type Audit = ReturnType<typeof createAudit>

/** The record of what was done through the gateway. */
export function createAudit({ store, clock, key, log, upstreamHere = false }: Needs) {
  const pending = createPending(store, clock, key, upstreamHere)
  const strangers = createStrangers(clock)
  const failed = (error: unknown) => log.error({ err: error }, 'a line of the record could not be written')

  async function sweep(): Promise<void> {
    const lost = await pending.giveUp()
    if (lost > 0) log.warn({ lost }, 'deeds of unknown outcome were written down')
  }

  /** What strangers were refused, with how much of it was left out before; `undefined` where it is too much to keep. */
  function admitted(deed: Deed, outcome: Outcome): Deed | undefined {
    if (deed.session || outcome.outcome === 'DONE') return deed
    const leftOut = strangers.admit(deed.address)
    if (leftOut === undefined) return undefined
    const { change } = deed
    if (leftOut === 0) return deed
    return { ...deed, change: { ...(typeof change === 'object' ? change : { change }), leftOutBefore: leftOut } }
  }

  return {
    people: createPeople(store, key),

    /**
     * Before anything leaves: a deed that nobody hears the end of is in the record as one of unknown outcome. Throws when
     * the record cannot be written, and then nothing leaves.
     */
    async begin(deed: Deed): Promise<Line> {
      const at = clock.now()
      const id = await pending.begin(draftOf(deed, at))
      return {
        // What was done stays done: its answer must not be lost with the line, which then is one of unknown outcome.
        async end(outcome) {
          const kept = admitted(deed, outcome)
          await (kept ? pending.end(id, draftOf(kept, at), outcome) : pending.drop(id)).catch(failed)
        },
      }
    },

    /** What has happened already. Of refusals without a person, only so many a minute are kept. */
    async note(deed: Deed, outcome: Outcome): Promise<void> {
      const kept = admitted(deed, outcome)
      if (!kept) return
      const line = endedOf(draftOf(kept, clock.now()), randomUUID(), outcome)
      await inTransaction(store, (tx) => append(tx, store.engine, key, line)).catch(failed)
    },

    /** Writes down what former runs have left without an end. Throws when the record was begun with another key. */
    async start(): Promise<void> {
      await sameKey(store, key)
      await sweep()
    },
    sweep,
  }
}
