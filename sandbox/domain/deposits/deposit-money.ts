import type { Ctx, Outcome } from '../context'
import { post } from '../ledger/post'
import { ensureSystemAccount, worldAccount } from '../ledger/system-accounts'
import type { DepositRow } from './deposit-document'

/*
 * Money that the platform is asked about is in the books at once, as the vendor has it, and may be spent only when it is
 * accepted. Money that nobody is asked about is both in one go. The world
 * answers FUNDS_INSUFFICIENT when a currency would have more money than numbers are exact.
 */

/** Comes in for good. */
export const receiveMoney = (ctx: Ctx, row: DepositRow) => move(ctx, row, { actual: 1, available: 1 })
/** Is there, and waits. */
export const expectMoney = (ctx: Ctx, row: DepositRow) => move(ctx, row, { actual: 1, available: 0 })
/** What waited may be spent. */
export const acceptMoney = (ctx: Ctx, row: DepositRow) => move(ctx, row, { actual: 0, available: 1 })
/** What waited goes back to where it came from. */
export const sendBack = (ctx: Ctx, row: DepositRow) => move(ctx, row, { actual: -1, available: 0 })

/** Moves the amount, or nothing, from the world to the account; -1 is the other way. */
async function move(
  ctx: Ctx,
  row: DepositRow,
  by: { actual: -1 | 0 | 1; available: 0 | 1 },
): Promise<Outcome<undefined, 'FUNDS_INSUFFICIENT'>> {
  const { id, currency, amount, instrument_id } = row
  const [actual, available] = [by.actual * amount, by.available * amount]
  const world = worldAccount(currency)
  await ensureSystemAccount(ctx, world, currency)
  return post(ctx, {
    transactionType: 'DEPOSIT',
    transactionId: id,
    state: by.actual === 1 && by.available === 0 ? 'PENDING' : 'COMPLETED',
    legs: [
      // Without this, nothing would be a negative zero.
      { account: world, currency, actual: 0 - actual, available: 0 - available },
      {
        account: instrument_id,
        currency,
        actual,
        available,
        additionalFields: senderFields(row),
      },
    ],
  })
}

const senderFields = ({ sender_name, sender_iban, reference }: DepositRow): Record<string, string> => ({
  sender: sender_name,
  ...(sender_iban !== '' && { senderIban: sender_iban }),
  ...(reference !== '' && { senderReference: reference }),
})
