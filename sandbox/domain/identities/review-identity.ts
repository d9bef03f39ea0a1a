import { KyiStatus } from '../../../contract/corporates'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { later, noLonger } from '../due/later'
import { type Checks, checksOf, writeChecks } from './checks'
import type { IdentityRow } from './credentials'
import { approveDirectors, ensureDirectors } from './directors'
import { lockIdentity, rootOf } from './find-identity'
import { moved, type ReviewOutcome, restricted, type Standing } from './kyi-moves'
import { closeKyiReferences } from './kyi-reference'
import { areReasons, tellCheck } from './tell-check'
import { type CompanyFindings, writeFindings } from './write-findings'

export type Review = {
  identityId: string
  outcome: ReviewOutcome
  /** Reasons in the vendor's words: those of KYB for a company, of KYC for a consumer. */
  details?: readonly string[] | undefined
  /** What the customer is told. */
  comment?: string | undefined
  /** With DOCUMENTS_REQUESTED: when the document runs out, and when approval counts no longer (epoch ms). */
  documentExpiryDate?: number | undefined
  identityRestrictionDate?: number | undefined
  /** With APPROVED of a company: what the register had; something plausible where left out. */
  company?: CompanyFindings | undefined
}
export type ReviewRefusal = 'NOT_FOUND' | 'STATE_INVALID' | 'REASON_UNKNOWN'

/**
 * Moves the check of a company or consumer, as the customer's screens (PENDING_REVIEW), a reviewer or the simulator do.
 * A company is sent in and approved together with its directors and owners. STATE_INVALID where the move is not allowed
 * from where the check stands.
 */
export async function reviewIdentity(ctx: Ctx, review: Review): Promise<Outcome<Standing, ReviewRefusal>> {
  const { identityId, outcome, details = [] } = review
  const identity = await lockIdentity(ctx, identityId)
  if (!identity) return refuse('NOT_FOUND')
  if (!areReasons(identity.type, details)) return refuse('REASON_UNKNOWN')
  const before = checksOf(identity)
  const standing = moved({ status: KyiStatus.parse(identity.kyi_status), ongoing: before.ongoing }, outcome)
  if (!standing) return refuse('STATE_INVALID')

  const root = await rootOf(ctx, identityId)
  const checks = after(before, standing, review, identity.type)
  await writeChecks(ctx, identityId, standing.status, checks)
  await noLonger(ctx, 'identity-restriction', identityId)
  if (checks.identityRestrictionDate !== undefined)
    await later(ctx, 'identity-restriction', identityId, checks.identityRestrictionDate)
  if (identity.type === 'CORPORATE') await withCompany(ctx, identity, review)
  if (outcome !== 'PENDING_REVIEW')
    await closeKyiReferences(ctx, { identityId, kind: identity.type === 'CORPORATE' ? 'KYB' : 'KYC' })
  await tellCheck(ctx, { identity, root, standing, checks })
  return done(standing)
}

function after(before: Checks, { ongoing }: Standing, review: Review, type: IdentityRow['type']): Checks {
  const { details = [], comment, documentExpiryDate, identityRestrictionDate, outcome } = review
  const { rejectionComment: _, documentExpiryDate: expiry, identityRestrictionDate: date, ...kept } = before
  const told = { ...kept, ongoing, details: [...details], ...(comment !== undefined && { rejectionComment: comment }) }
  if (outcome === 'APPROVED') {
    const level = type === 'CONSUMER' ? { kycLevel: before.ongoingKycLevel ?? 'KYC_LEVEL_2' } : {}
    return { ...told, ...level, managedOnboarding: false }
  }
  if (outcome === 'REJECTED') return told
  // What was said about documents holds until the check ends.
  return {
    ...told,
    ...((documentExpiryDate ?? expiry) !== undefined && { documentExpiryDate: documentExpiryDate ?? expiry }),
    ...((identityRestrictionDate ?? date) !== undefined && {
      identityRestrictionDate: identityRestrictionDate ?? date,
    }),
  }
}

async function withCompany(ctx: Ctx, identity: IdentityRow, { outcome, company }: Review): Promise<void> {
  if (outcome === 'PENDING_REVIEW' || outcome === 'APPROVED') await ensureDirectors(ctx, identity)
  if (outcome !== 'APPROVED') return
  await writeFindings(ctx, identity, company)
  await approveDirectors(ctx, identity)
}

/** The documents were not renewed in time: what approval gave is taken back until the check is passed. */
export async function restrictIdentity(ctx: Ctx, identityId: string): Promise<void> {
  const identity = await lockIdentity(ctx, identityId)
  if (!identity) return
  const checks = checksOf(identity)
  const standing = restricted({ status: KyiStatus.parse(identity.kyi_status), ongoing: checks.ongoing })
  if (!standing) return
  await writeChecks(ctx, identityId, standing.status, checks)
  await tellCheck(ctx, { identity, root: await rootOf(ctx, identityId), standing, checks })
}
