import type { CurrencyAmount, IdentityId } from '../../contract/common'
import type { Session } from '../session/session-table'

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
  outcome: 'DONE' | 'REFUSED' | 'FAILED'
  status: number
  code?: string
  requestRef?: string
  /** Known only now, as the id of what was made. */
  resource?: string
  /** The proposal that it became, or that it carries out. */
  proposal?: string
}
/** A deed that is under way. */
export type Line = { end: (outcome: Outcome) => Promise<void> }

export type Audit = ReturnType<typeof createAudit>

/** The record of what was done through the gateway. */
export function createAudit() {
  return {
    /** Before anything leaves: a deed that nobody hears the end of is in the record as one of unknown outcome. */
    async begin(_deed: Deed): Promise<Line> {
      return { end: async () => {} }
    },
    /** What has happened already. */
    async note(_deed: Deed, _outcome: Outcome): Promise<void> {},
  }
}
