import type { consumerKycStart, KycLevel } from '../../../contract/consumers'
import type { corporateKybStart } from '../../../contract/corporates'
import { KyiStatus } from '../../../contract/corporates'
import type { ErrorCode, Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { type Checks, checksOf, writeChecks } from './checks'
import type { CredentialRow, IdentityRow } from './credentials'
import { lockIdentity, rootOf } from './find-identity'
import { type KyiMove, moved } from './kyi-moves'
import { issueKyiReference } from './kyi-reference'
import { tellCheck } from './tell-check'

/** Lets a company into the screens of its check, also again while it is open. Mirrors `corporateKybStart`. */
export async function startKyb(
  ctx: ActorCtx,
): Promise<Outcome<Res<typeof corporateKybStart>, ErrorCode<typeof corporateKybStart>>> {
  const identity = await lockIdentity(ctx, ctx.actor.identityId)
  if (identity?.type !== 'CORPORATE') return refuse('INSUFFICIENT_PERMISSIONS')
  const root = await rootOf(ctx, identity.id)
  const checks = checksOf(identity)
  if (checks.ongoing === 'APPROVED') return refuse('KYB_ALREADY_APPROVED')
  if (checks.ongoing === 'REJECTED') return refuse('KYB_PERMANENTLY_REJECTED')
  if (checks.ongoing === 'PENDING_REVIEW') return refuse('KYB_PENDING_REVIEW')
  if (!root.email_verified) return refuse('EMAIL_UNVERIFIED')
  if (checks.managedOnboarding) return refuse('MANAGED_ONBOARDING_PENDING')
  await start(ctx, { identity, root, checks, move: 'STARTED' })
  const to = { identityId: identity.id, kind: 'KYB', credentialId: ctx.actor.credentialId } as const
  return done({ reference: await issueKyiReference(ctx, to) })
}

/** What is checked where the caller does not say. */
const USUAL_LEVEL: KycLevel = 'KYC_LEVEL_2'

/**
 * Lets a consumer into the screens of their check. Who was approved at the lower level may go on to the higher one.
 * Mirrors `consumerKycStart`.
 */
export async function startKyc(
  ctx: ActorCtx,
  asked: KycLevel | undefined,
): Promise<Outcome<Res<typeof consumerKycStart>, ErrorCode<typeof consumerKycStart>>> {
  const identity = await lockIdentity(ctx, ctx.actor.identityId)
  if (identity?.type !== 'CONSUMER') return refuse('INSUFFICIENT_PERMISSIONS')
  const root = await rootOf(ctx, identity.id)
  const before = checksOf(identity)
  const kycLevel = asked ?? USUAL_LEVEL
  const raises = before.ongoing === 'APPROVED' && before.kycLevel === 'KYC_LEVEL_1' && kycLevel === 'KYC_LEVEL_2'
  if (before.ongoing === 'APPROVED' && !raises) return refuse('KYC_ALREADY_APPROVED')
  if (before.ongoing === 'REJECTED') return refuse('KYC_REJECTED')
  if (before.ongoing === 'PENDING_REVIEW') return refuse('KYC_PENDING_REVIEW')
  if (!root.email_verified) return refuse('EMAIL_UNVERIFIED')
  const checks = { ...before, ongoingKycLevel: kycLevel }
  await start(ctx, { identity, root, checks, move: raises ? 'RAISED' : 'STARTED' })
  const to = { identityId: identity.id, kind: 'KYC', credentialId: ctx.actor.credentialId, kycLevel } as const
  return done({ reference: await issueKyiReference(ctx, to), kycLevel })
}

type Start = { identity: IdentityRow; root: CredentialRow; checks: Checks; move: KyiMove }

/** Notes that the screens are open; the platform hears of it once, not at every look. */
async function start(ctx: ActorCtx, { identity, root, checks, move }: Start): Promise<void> {
  const standing = moved({ status: KyiStatus.parse(identity.kyi_status), ongoing: checks.ongoing }, move)
  if (!standing) throw new Error(`identity ${identity.id}: a check in ${checks.ongoing} was let through to ${move}`)
  const after = { ...checks, ongoing: standing.ongoing }
  await writeChecks(ctx, identity.id, standing.status, after)
  if (checks.ongoing !== standing.ongoing) await tellCheck(ctx, { identity, root, standing, checks: after })
}
