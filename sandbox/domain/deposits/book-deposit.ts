import { locked } from '../../../storage/lock'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { lockLedger } from '../ledger/lock-ledger'
import { post } from '../ledger/post'
import { ensureSystemAccount, worldAccount } from '../ledger/system-accounts'
import { emitDeposit } from './deposit-event'

export type Deposit = {
  accountId: string
  currency: string
  amount: number
  senderName: string
  senderIban: string
  reference: string
}
type Refusal = 'ACCOUNT_NOT_FOUND' | 'AMOUNT_NOT_POSITIVE' | 'CURRENCY_NOT_ACCOUNT_CURRENCY' | 'ACCOUNT_INACTIVE'

/** Books money that came in from another bank. Answers the deposit's id. */
export async function bookDeposit(ctx: Ctx, deposit: Deposit): Promise<Outcome<{ id: string }, Refusal>> {
  const { accountId, currency, amount, senderName, senderIban, reference } = deposit
  if (amount <= 0) return refuse('AMOUNT_NOT_POSITIVE')
  await lockLedger(ctx)
  const query = ctx.tx
    .selectFrom('sandbox_instrument')
    .select(['identity_id', 'currency', 'state'])
    .where('id', '=', accountId)
    .where('type', '=', 'managed_accounts')
    .where('identity_id', '<>', 'system')
  const account = await locked(ctx.engine, query).executeTakeFirst()
  if (!account) return refuse('ACCOUNT_NOT_FOUND')
  if (account.currency !== currency) return refuse('CURRENCY_NOT_ACCOUNT_CURRENCY')
  if (account.state !== 'ACTIVE') return refuse('ACCOUNT_INACTIVE')

  const id = ctx.newId()
  const world = worldAccount(currency)
  await ensureSystemAccount(ctx, world, currency)
  const booked = await post(ctx, {
    transactionType: 'DEPOSIT',
    transactionId: id,
    legs: [
      { account: world, currency, actual: -amount, available: -amount },
      {
        account: accountId,
        currency,
        actual: amount,
        available: amount,
        additionalFields: { sender: senderName, senderIban, senderReference: reference },
      },
    ],
  })
  if (!booked.ok) throw new Error('the world ran out of money')
  await ctx.tx
    .insertInto('sandbox_deposit')
    .values({
      id,
      identity_id: account.identity_id,
      instrument_id: accountId,
      currency,
      amount,
      sender_name: senderName,
      sender_iban: senderIban,
      reference,
      created_at: ctx.now(),
    })
    .execute()
  const sender = { senderName, senderReference: reference, ...(senderIban !== '' && { senderIban }) }
  await emitDeposit(ctx, 'COMPLETED', { id, accountId, identityId: account.identity_id, currency, amount, ...sender })
  return done({ id })
}
