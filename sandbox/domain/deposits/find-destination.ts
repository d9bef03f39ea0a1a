import { ManagedAccountIBAN } from '../../../contract/managed-accounts'
import type { Ctx } from '../context'

const BankDetailsList = ManagedAccountIBAN.shape.bankAccountDetails

export type DestinationNumber = { iban: string } | { accountNumber: string; sortCode: string }

/** The account that has been given an IBAN, or a sort code and account number; `undefined` where nobody has them. */
export async function findDestination(ctx: Ctx, wanted: DestinationNumber): Promise<string | undefined> {
  const number = 'iban' in wanted ? wanted.iban : wanted.accountNumber
  // What is looked for by its text below is found by it exactly afterwards.
  if (!/^[A-Z0-9]+$/.test(number)) return undefined
  const rows = await ctx.tx
    .selectFrom('sandbox_instrument')
    .select(['id', 'bank_details'])
    .where('type', '=', 'managed_accounts')
    .where('iban_state', '=', 'ALLOCATED')
    .where('bank_details', 'like', `%"${number}"%`)
    .execute()
  return rows.find(({ bank_details }) => has(bank_details, wanted))?.id
}

function has(bankDetails: string, wanted: DestinationNumber): boolean {
  return BankDetailsList.parse(JSON.parse(bankDetails)).some(({ details }) => {
    if ('iban' in wanted) return 'iban' in details && details.iban === wanted.iban
    return (
      'sortCode' in details && details.sortCode === wanted.sortCode && details.accountNumber === wanted.accountNumber
    )
  })
}
