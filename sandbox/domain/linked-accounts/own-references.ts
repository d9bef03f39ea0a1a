import type { AccountReference } from '../../../contract/linked-accounts'
import { ManagedAccountIBAN } from '../../../contract/managed-accounts'
import type { Ctx } from '../context'
import { referenceKey } from './reference-key'

const BankDetailsList = ManagedAccountIBAN.shape.bankAccountDetails

/** How the identity's own accounts at this bank can be paid: as `referenceKey` writes them. */
export async function ownReferenceKeys(ctx: Ctx, identityId: string): Promise<Set<string>> {
  const rows = await withBankDetails(ctx).where('identity_id', '=', identityId).execute()
  return new Set(rows.flatMap(keysOf))
}

/** Whether an account is one of this bank's own, whoever holds it. */
export async function isManagedAccount(ctx: Ctx, reference: AccountReference): Promise<boolean> {
  const number = 'iban' in reference ? reference.iban : 'sortCode' in reference ? reference.accountNumber : undefined
  if (number === undefined) return false
  const rows = await withBankDetails(ctx).where('bank_details', 'like', `%"${number}"%`).execute()
  return rows.flatMap(keysOf).includes(referenceKey(reference))
}

/** Where the transfer that proves ownership is to arrive. */
export type Landing = { ownerName: string; ownerType: 'CORPORATE' | 'CONSUMER'; reference: AccountReference }

/** An active account of the identity in a currency, with bank details; the oldest where there are several. */
export async function findLanding(ctx: Ctx, identityId: string, currency: string): Promise<Landing | undefined> {
  const row = await withBankDetails(ctx)
    .innerJoin('sandbox_identity', 'sandbox_identity.id', 'sandbox_instrument.identity_id')
    .select(['sandbox_identity.name as ownerName', 'sandbox_identity.type as ownerType'])
    .where('sandbox_instrument.identity_id', '=', identityId)
    .where('sandbox_instrument.currency', '=', currency)
    .where('sandbox_instrument.state', '=', 'ACTIVE')
    .orderBy('sandbox_instrument.created_at')
    .orderBy('sandbox_instrument.id')
    .executeTakeFirst()
  const [first] = row ? BankDetailsList.parse(JSON.parse(row.bank_details)) : []
  if (!row || !first) return undefined
  const { details } = first
  const reference = 'code' in details ? { iban: details.iban, bankIdentifierCode: details.code } : details
  return { ownerName: row.ownerName, ownerType: row.ownerType, reference }
}

const withBankDetails = (ctx: Ctx) =>
  ctx.tx
    .selectFrom('sandbox_instrument')
    .select('bank_details')
    .where('sandbox_instrument.type', '=', 'managed_accounts')
    .where('iban_state', '=', 'ALLOCATED')

const keysOf = (row: { bank_details: string }) =>
  BankDetailsList.parse(JSON.parse(row.bank_details)).map((entry) => referenceKey(entry.details))
