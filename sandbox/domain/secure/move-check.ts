import { type Ctx, done, type Outcome } from '../context'
import type { ReviewOutcome } from '../identities/kyi-moves'
import type { KyiReference } from '../identities/kyi-reference'
import { reviewDirector } from '../identities/review-director'
import { reviewIdentity } from '../identities/review-identity'
import { moveUserKyc } from '../users/user-kyc'

export type CheckMove = {
  outcome: Exclude<ReviewOutcome, 'TEMPORARILY_REJECTED'>
  /** In the vendor's words for this kind of check. */
  reasons?: readonly string[] | undefined
  comment?: string | undefined
}
type Refusal = 'NOT_FOUND' | 'STATE_INVALID' | 'REASON_UNKNOWN'

/** Moves whatever check a reference opens: its screens were filled in, or somebody who plays the reviewer decided. */
export async function moveCheck(
  ctx: Ctx,
  { kind, identityId, credentialId = '', directorId = '' }: KyiReference,
  { outcome, reasons: details, comment }: CheckMove,
): Promise<Outcome<undefined, Refusal>> {
  const moved = await move()
  return moved.ok ? done(undefined) : moved

  function move(): Promise<Outcome<unknown, Refusal>> {
    if (kind === 'DIRECTOR') return reviewDirector(ctx, { directorId, outcome, details, comment })
    if (kind === 'USER_KYC') return moveUserKyc(ctx, credentialId, outcome)
    return reviewIdentity(ctx, { identityId, outcome, details, comment })
  }
}
