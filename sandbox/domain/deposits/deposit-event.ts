import { type ManagedAccountsDepositEvent, managedAccountsDepositsWatch } from '../../../contract/events/accounts'
import type { Ctx } from '../context'
import { emit } from '../outbox/emit'
import { readOwner } from '../outbox/owner'

type Incoming = Pick<
  ManagedAccountsDepositEvent,
  | 'paymentNetwork'
  | 'senderName'
  | 'senderIban'
  | 'senderSortCode'
  | 'senderAccountNumber'
  | 'senderAccountDescriptor'
  | 'senderReference'
> & { id: string; accountId: string; identityId: string; currency: string; amount: number }

/** Tells the platform that money from another bank is on its way to an account, has arrived, or was turned away. */
export async function emitDeposit(
  ctx: Ctx,
  state: NonNullable<ManagedAccountsDepositEvent['state']>,
  { id, accountId, identityId, currency, amount, ...sender }: Incoming,
): Promise<void> {
  await emit(ctx, managedAccountsDepositsWatch, {
    id: { type: 'managed_accounts', id: accountId },
    transactionId: id,
    transactionAmount: { currency, amount: String(amount) },
    transactionTimestamp: String(ctx.now()),
    owner: await readOwner(ctx, identityId),
    state,
    ...sender,
  })
}
