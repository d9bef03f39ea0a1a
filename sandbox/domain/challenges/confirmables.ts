import { batchConfirmation } from '../beneficiaries/confirmation'
import type { ActorCtx, Ctx, Outcome } from '../context'
import { correspondentConfirmation } from '../correspondents/confirmation'
import { linkedAccountConfirmation } from '../linked-accounts/confirmation'
import { sendConfirmation } from '../sends/confirmation'
import { wireConfirmation } from '../wires/confirmation'

/** What a person confirms by a code or on their phone. Beneficiary batches are challenged by operations of their own. */
export type ConfirmedResource =
  | 'sends'
  | 'outgoing_wire_transfers'
  | 'linked_account_declaration'
  | 'correspondent_bank_transfers'
  | 'beneficiary_batches'

/** Why a challenge came to nothing: refused on the phone, not answered in time, or too many wrong codes. */
export type ChallengeFailure = 'DECLINED' | 'EXPIRED' | 'LIMIT'

/** How an area of the bank has its things confirmed. The ids of one call are distinct. */
export type Confirmable = {
  /** Locks the ids and says whether all of them may be confirmed by the actor now; writes nothing. */
  check: (
    ctx: ActorCtx,
    ids: readonly string[],
  ) => Promise<Outcome<undefined, 'STATE_INVALID' | 'NOT_FOUND' | 'SCA_EXEMPTION_APPLIED'>>
  /** Goes on with every id; runs right after `check` in the same transaction. */
  confirmed: (ctx: Ctx, ids: readonly string[]) => Promise<void>
  /** Notes that the challenge failed; some of the ids may have moved on by another one meanwhile. */
  failed: (ctx: Ctx, ids: readonly string[], why: ChallengeFailure) => Promise<void>
}

export const confirmables: Record<ConfirmedResource, Confirmable> = {
  sends: sendConfirmation,
  outgoing_wire_transfers: wireConfirmation,
  linked_account_declaration: linkedAccountConfirmation,
  correspondent_bank_transfers: correspondentConfirmation,
  beneficiary_batches: batchConfirmation,
}
