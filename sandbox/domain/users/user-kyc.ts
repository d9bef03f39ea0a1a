import type { Conflict } from '../../../contract/endpoint'
import type { userKyc } from '../../../contract/users'
import { type ActorCtx, type Ctx, done, type Outcome, refuse } from '../context'
import { changeCredentialDocument, credentialDocument } from '../identities/credential-document'
import { findCredential, findIdentity } from '../identities/credentials'
import { type KyiMove, moved } from '../identities/kyi-moves'
import { closeKyiReferences, issueKyiReference } from '../identities/kyi-reference'

/** Starts, or starts again, the check of the signed-in authorised user of a company. Mirrors `userKyc`. */
export async function startUserKyc(
  ctx: ActorCtx,
): Promise<Outcome<{ reference: string }, 'INSUFFICIENT_PERMISSIONS' | Conflict<typeof userKyc>>> {
  const { credentialId, credentialType, identityId, identityType } = ctx.actor
  const me = await findCredential(ctx, credentialId)
  if (!me || credentialType !== 'USER' || identityType !== 'CORPORATE') return refuse('INSUFFICIENT_PERMISSIONS')
  if ((await findIdentity(ctx, identityId))?.kyi_status !== 'APPROVED') return refuse('KYB_IDENTITY_NOT_APPROVED')
  const { kycStatus, mobileNumberVerified } = credentialDocument(me)
  if (kycStatus === 'APPROVED') return refuse('KYC_ALREADY_APPROVED')
  if (kycStatus === 'PENDING_REVIEW') return refuse('KYC_PENDING_REVIEW')
  if (kycStatus === 'REJECTED') return refuse('KYC_REJECTED')
  if (!me.email_verified) return refuse('EMAIL_NOT_VERIFIED')
  if (!mobileNumberVerified) return refuse('MOBILE_NOT_VERIFIED')
  await changeCredentialDocument(ctx, credentialId, { kycStatus: 'INITIATED' })
  return done({ reference: await issueKyiReference(ctx, { identityId, kind: 'USER_KYC', credentialId }) })
}

/** Moves the check of an authorised user: the screens were filled in, or somebody decided. */
export async function moveUserKyc(
  ctx: Ctx,
  credentialId: string,
  move: KyiMove,
): Promise<Outcome<undefined, 'NOT_FOUND' | 'STATE_INVALID'>> {
  const user = await findCredential(ctx, credentialId)
  if (user?.type !== 'USER') return refuse('NOT_FOUND')
  const { kycStatus = 'NOT_STARTED' } = credentialDocument(user)
  const next = moved({ status: kycStatus, ongoing: kycStatus }, move)
  if (!next) return refuse('STATE_INVALID')
  await changeCredentialDocument(ctx, credentialId, { kycStatus: next.ongoing })
  // Whoever decided has closed the screens, as for the other checks; a customer who has to show more starts anew.
  const decided = move !== 'STARTED' && move !== 'PENDING_REVIEW'
  if (decided) await closeKyiReferences(ctx, { identityId: user.identity_id, kind: 'USER_KYC', credentialId })
  return done(undefined)
}
