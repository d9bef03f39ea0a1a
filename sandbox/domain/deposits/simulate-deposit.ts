import type { DepositCode } from '../../../contract/simulator/deposits'
import type { Ctx } from '../context'
import { later } from '../due/later'
import { bookDeposit, type Deposit } from './book-deposit'
import { type DestinationNumber, findDestination } from './find-destination'

/** What came of it, and the deposit where there is one. */
export type Received = { code: DepositCode; id?: string }

// The platform is given a second and a half of real time; when nobody came back with its answer by then, the process that
// asked has died. Minutes of the sandbox's own clock, because a demo may move it meanwhile.
const FORGOTTEN_MS = 10 * 60_000

/** A deposit as the simulator makes it: only where another bank could have sent it, to an account with an IBAN. */
export async function simulateDeposit(ctx: Ctx, deposit: Deposit, asked = false): Promise<Received> {
  const account = await ctx.tx
    .selectFrom('sandbox_instrument')
    .select('iban_state')
    .where('id', '=', deposit.accountId)
    .where('type', '=', 'managed_accounts')
    .executeTakeFirst()
  if (account && account.iban_state !== 'ALLOCATED') return { code: 'DENIED_ACCOUNT_NOT_UPGRADED_TO_IBAN' }
  const booked = await bookDeposit(ctx, deposit, { asked })
  if (!booked.ok) return { code: `DENIED_${booked.refusal}` }
  const { id } = booked.value
  if (asked) await later(ctx, 'deposit-undecided', id, ctx.now() + FORGOTTEN_MS)
  return { code: 'COMPLETED', id }
}

/** The same to whoever has an account number. */
export async function simulateDepositTo(
  ctx: Ctx,
  to: DestinationNumber | undefined,
  deposit: Omit<Deposit, 'accountId'>,
  asked = false,
): Promise<Received> {
  const accountId = to && (await findDestination(ctx, to))
  return accountId === undefined
    ? { code: 'DENIED_ACCOUNT_NOT_FOUND' }
    : simulateDeposit(ctx, { ...deposit, accountId }, asked)
}
