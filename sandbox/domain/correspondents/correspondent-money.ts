import type { Ctx, Outcome } from '../context'
import type { Leg } from '../ledger/move-balance'
import { post } from '../ledger/post'
import { ensureSystemAccount, worldAccount } from '../ledger/system-accounts'
import { type CorrespondentRow, documentOf } from './correspondent-document'

// While a transfer is on its way its amount is held, as a wire's is: gone from what may be spent, still in the books.

/** Sets the amount aside. */
export async function holdAmount(ctx: Ctx, row: CorrespondentRow): Promise<Outcome<undefined, 'FUNDS_INSUFFICIENT'>> {
  await ensureSystemAccount(ctx, worldAccount(row.currency), row.currency)
  const legs = legsOf(row, { actual: 0, available: row.amount })
  return post(ctx, { transactionType: 'WITHDRAWAL_RESERVE', transactionId: row.id, state: 'PENDING', legs })
}

/** Gives back what was held. */
export async function releaseAmount(ctx: Ctx, row: CorrespondentRow): Promise<void> {
  const legs = legsOf(row, { actual: 0, available: -row.amount })
  await sure(post(ctx, { transactionType: 'WITHDRAWAL_RELEASE', transactionId: row.id, legs }))
}

/** Takes what was held out of the books. */
export async function bookAmount(ctx: Ctx, row: CorrespondentRow): Promise<void> {
  const legs = legsOf(row, { actual: row.amount, available: 0 })
  await sure(post(ctx, { transactionType: 'CORRESPONDENT_BANK_TRANSFER', transactionId: row.id, legs }))
}

/** What the account loses, the world gains. */
function legsOf(row: CorrespondentRow, { actual, available }: { actual: number; available: number }): Leg[] {
  const { source_id: account, currency } = row
  const additionalFields = payeeFields(row)
  return [
    // `0 - x`, because a zero must not be a negative one.
    { account, currency, actual: 0 - actual, available: 0 - available, additionalFields },
    { account: worldAccount(currency), currency, actual, available },
  ]
}

function payeeFields(row: CorrespondentRow): Record<string, string> {
  const { beneficiary, description } = documentOf(row)
  const code = 'iban' in beneficiary ? beneficiary.bankIdentifierCode : beneficiary.sortCode
  return {
    beneficiaryName: beneficiary.name,
    beneficiaryAccount: 'iban' in beneficiary ? beneficiary.iban : beneficiary.accountNumber,
    ...(code !== undefined && { beneficiaryBankCode: code }),
    ...(description !== undefined && { description }),
  }
}

/** A posting that only gives back, or takes what is held, cannot lack money. */
async function sure(posting: ReturnType<typeof post>): Promise<void> {
  if (!(await posting).ok) throw new Error('what a correspondent transfer held is not there')
}
