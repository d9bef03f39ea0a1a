import type { DepositCode } from '../../../contract/simulator/deposits'
import type { Ctx } from '../context'
import { bookDeposit, type Deposit } from './book-deposit'

/** A deposit as the simulator makes it: only where another bank could have sent it, to an account with an IBAN. */
export async function simulateDeposit(ctx: Ctx, deposit: Deposit): Promise<DepositCode> {
  const account = await ctx.tx
    .selectFrom('sandbox_instrument')
    .select('iban_state')
    .where('id', '=', deposit.accountId)
    .where('type', '=', 'managed_accounts')
    .executeTakeFirst()
  if (account && account.iban_state !== 'ALLOCATED') return 'DENIED_ACCOUNT_NOT_UPGRADED_TO_IBAN'
  const booked = await bookDeposit(ctx, deposit)
  return booked.ok ? 'COMPLETED' : `DENIED_${booked.refusal}`
}
