import * as z from 'zod'
import { KyiStatus } from '../../../contract/corporates'
import type { Ctx } from '../context'
import type { IdentityRow } from './credentials'

const KycLevel = z.enum(['KYC_LEVEL_1', 'KYC_LEVEL_2'])

/** The due diligence of an identity beside its effective status, kept as JSON. */
export const Checks = z.object({
  /** What the check that is under way has come to; the effective status follows only when it ends. */
  ongoing: KyiStatus.optional(),
  /** Consumers: how thoroughly they were checked, and how thoroughly they are being checked. */
  kycLevel: KycLevel.optional(),
  ongoingKycLevel: KycLevel.optional(),
  /** Why the last review sent the customer back, in the vendor's words, and what they are told. */
  details: z.array(z.string()).default([]),
  rejectionComment: z.string().optional(),
  /** The vendor's own people do the onboarding: the company cannot start it itself. */
  managedOnboarding: z.boolean().default(false),
  documentExpiryDate: z.int().optional(),
  /** When an identity whose documents have expired loses what approval gave it. */
  identityRestrictionDate: z.int().optional(),
})
export type Checks = Omit<z.infer<typeof Checks>, 'ongoing'> & { ongoing: KyiStatus }

/** The checks of an identity; where nothing else is noted, what is under way stands where the result does. */
export function checksOf({ checks, kyi_status }: Pick<IdentityRow, 'checks' | 'kyi_status'>): Checks {
  const noted = Checks.parse(JSON.parse(checks))
  return { ...noted, ongoing: noted.ongoing ?? KyiStatus.parse(kyi_status) }
}

export async function writeChecks(ctx: Ctx, identityId: string, status: KyiStatus, checks: Checks): Promise<void> {
  await ctx.tx
    .updateTable('sandbox_identity')
    .set({ kyi_status: status, checks: JSON.stringify(checks) })
    .where('id', '=', identityId)
    .execute()
}
