import type { PaymentNetwork } from '../../../contract/incoming-wire-transfers'
import { AccountReference } from '../../../contract/linked-accounts'
import { locked } from '../../../storage/lock'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { lockLedger } from '../ledger/lock-ledger'
import { findLinkedSender } from '../linked-accounts/find-linked-account'
import type { DepositDocument, DepositRow } from './deposit-document'
import { expectMoney, receiveMoney } from './deposit-money'
import { takeLink } from './take-link'
import { tellDeposit } from './tell-deposit'

export type Deposit = {
  accountId: string
  currency: string
  amount: number
  senderName: string
  /** Empty where the sender has none. */
  senderIban: string
  reference: string
  /** The account that it comes from, where that is known. */
  sender?: AccountReference | undefined
  network?: PaymentNetwork | undefined
  /** Whether the sender may be or become a linked account: simulated money on an account that is named does not count. */
  links?: boolean | undefined
  /** Instead of a fresh id. */
  id?: string | undefined
}
export type DepositRefusal =
  | 'INVALID_TX_ID'
  | 'ACCOUNT_NOT_FOUND'
  | 'AMOUNT_NOT_POSITIVE'
  | 'CURRENCY_NOT_ACCOUNT_CURRENCY'
  | 'ACCOUNT_INACTIVE'
  /** More than all accounts of a currency can hold together. */
  | 'OTHER'

/**
 * Books money that came in from another bank. Answers the deposit's id. One that somebody is still `asked` about is in
 * the books, but cannot be spent before `settleDeposit`.
 */
export async function bookDeposit(
  ctx: Ctx,
  deposit: Deposit,
  { asked = false }: { asked?: boolean } = {},
): Promise<Outcome<{ id: string }, DepositRefusal>> {
  const { accountId, currency, amount } = deposit
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
  const id = deposit.id ?? ctx.newId()
  if (deposit.id !== undefined && !(await isFree(ctx, id))) return refuse('INVALID_TX_ID')
  const row = await newRow(ctx, { ...deposit, id }, account.identity_id)
  const arrived = await (asked ? expectMoney : receiveMoney)(ctx, row)
  if (!arrived.ok) return refuse('OTHER')
  const made: DepositRow = asked ? row : { ...row, state: 'COMPLETED', executed_at: ctx.now() }
  await ctx.tx.insertInto('sandbox_deposit').values(made).execute()
  await tellDeposit(ctx, made)
  if (!asked) await takeLink(ctx, made)
  return done({ id })
}

async function isFree(ctx: Ctx, id: string): Promise<boolean> {
  if (!/^[1-9][0-9]*$/.test(id)) return false
  const taken = await ctx.tx.selectFrom('sandbox_deposit').select('id').where('id', '=', id).executeTakeFirst()
  return taken === undefined
}

async function newRow(ctx: Ctx, deposit: Deposit & { id: string }, identityId: string): Promise<DepositRow> {
  const { id, accountId, currency, amount, senderName, senderIban, reference, network, links } = deposit
  // A made-up number that no bank would give out tells nobody where the money came from.
  const sender = AccountReference.safeParse(deposit.sender).data
  const document: DepositDocument = {
    ...(network && { network }),
    ...(sender && { sender }),
    ...(links && { links }),
  }
  const linked = sender && (await findLinkedSender(ctx, identityId, sender))
  return {
    id,
    identity_id: identityId,
    instrument_id: accountId,
    currency,
    amount,
    sender_name: senderName,
    sender_iban: senderIban,
    reference,
    state: 'PENDING',
    linked_account_id: linked?.row.id ?? null,
    document: JSON.stringify(document),
    executed_at: null,
    created_at: ctx.now(),
    updated_at: ctx.now(),
  }
}
