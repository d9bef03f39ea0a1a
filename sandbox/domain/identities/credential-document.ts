import * as z from 'zod'
import { CorporateRootUser, KyiStatus } from '../../../contract/corporates'
import { User } from '../../../contract/users'
import type { Ctx } from '../context'
import { type CredentialRow, findCredential } from './credentials'

/** What a login has beside its columns, kept as JSON. */
export const CredentialDocument = z.object({
  mobileNumberVerified: z.boolean().default(false),
  companyPosition: CorporateRootUser.shape.companyPosition.optional(),
  dateOfBirth: User.shape.dateOfBirth,
  tag: User.shape.tag,
  countryOfResidence: User.shape.countryOfResidence,
  locale: User.shape.locale,
  brand: User.shape.brand,
  /** An authorised user's own check; a company's or a consumer's is the identity's. */
  kycStatus: KyiStatus.optional(),
  /** How often the number was changed after the first one, and when the address was changed last. */
  mobileChanges: z.int().optional(),
  emailChangedAt: z.int().optional(),
  /** How often in a row wrong passwords have locked this login. */
  locks: z.int().optional(),
  /** scrypt; what a phone asks for when it proves its person by itself. */
  passcodeHash: z.string().optional(),
})
export type CredentialDocument = z.infer<typeof CredentialDocument>

export const credentialDocument = (row: Pick<CredentialRow, 'document'>): CredentialDocument =>
  CredentialDocument.parse(JSON.parse(row.document))

export async function changeCredentialDocument(
  ctx: Ctx,
  credentialId: string,
  change: Partial<CredentialDocument>,
): Promise<void> {
  const row = await findCredential(ctx, credentialId)
  if (!row) return
  const document = JSON.stringify({ ...credentialDocument(row), ...change })
  await ctx.tx.updateTable('sandbox_credential').set({ document }).where('id', '=', credentialId).execute()
}

export const mobileOf = (row: Pick<CredentialRow, 'mobile_country_code' | 'mobile_number'>) =>
  row.mobile_country_code && row.mobile_number
    ? { countryCode: row.mobile_country_code, number: row.mobile_number }
    : undefined
