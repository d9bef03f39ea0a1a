import { ManagedAccountIBAN } from '../../../contract/managed-accounts'
import type { Ctx } from '../context'
import { referenceKey } from './reference-key'

const BankDetailsList = ManagedAccountIBAN.shape.bankAccountDetails

/** How the identity's own accounts at this bank can be paid: as `referenceKey` writes them. */
export async function ownReferenceKeys(ctx: Ctx, identityId: string): Promise<Set<string>> {
  const rows = await ctx.tx
    .selectFrom('sandbox_instrument')
    .select('bank_details')
    .where('identity_id', '=', identityId)
    .where('type', '=', 'managed_accounts')
    .where('iban_state', '=', 'ALLOCATED')
    .execute()
  const details = rows.flatMap((row) => BankDetailsList.parse(JSON.parse(row.bank_details)))
  return new Set(details.map((entry) => referenceKey(entry.details)))
}
