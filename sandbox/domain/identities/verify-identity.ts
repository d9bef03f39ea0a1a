import { type Ctx, done, type Outcome, refuse } from '../context'
import { checksOf } from './checks'
import { changeCredentialDocument } from './credential-document'
import type { IdentityRow } from './credentials'
import { lockIdentity, rootOf } from './find-identity'
import { reviewIdentity } from './review-identity'
import type { CompanyFindings } from './write-findings'

/**
 * Has an identity found in order at one stroke: address and number of the root user, every check, its directors and
 * owners. What is in order already stays as it is. The simulator's shortcut.
 */
export async function verifyIdentity(
  ctx: Ctx,
  { identityId, type, company }: { identityId: string; type: IdentityRow['type']; company?: CompanyFindings },
): Promise<Outcome<undefined, 'NOT_FOUND'>> {
  const identity = await lockIdentity(ctx, identityId)
  if (identity?.type !== type) return refuse('NOT_FOUND')
  const root = await rootOf(ctx, identityId)
  await ctx.tx.updateTable('sandbox_credential').set({ email_verified: 1 }).where('id', '=', root.id).execute()
  await changeCredentialDocument(ctx, root.id, { mobileNumberVerified: true })
  if (checksOf(identity).ongoing !== 'APPROVED') await reviewIdentity(ctx, { identityId, outcome: 'APPROVED', company })
  return done(undefined)
}
