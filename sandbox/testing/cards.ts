import type { ManagedCard } from '../../contract/managed-card'
import type { ManagedCardOrder } from '../../contract/managed-cards'
import { createCard } from '../domain/cards/create-card'
import { programme } from '../domain/programme'
import { createTransfer } from '../domain/transfers/create-transfer'
import type { Bank } from './bank'

export const billingAddress = { addressLine1: '1 Quay Street', city: 'Valletta', postCode: 'VLT 1000', country: 'MT' }
export const deliveryAddress = { name: 'Ada', surname: 'Byron', ...billingAddress }

const common = { friendlyName: 'Card', nameOnCard: 'Ada Byron', billingAddress } as const
export const prepaidOrder = (more: Partial<ManagedCardOrder> = {}): ManagedCardOrder => ({
  ...common,
  profileId: programme.profiles.prepaidCards,
  mode: 'PREPAID_MODE',
  currency: 'EUR',
  ...more,
})
export const debitOrder = (parentManagedAccountId: string, more: Partial<ManagedCardOrder> = {}): ManagedCardOrder => ({
  ...common,
  profileId: programme.profiles.debitCards,
  mode: 'DEBIT_MODE',
  parentManagedAccountId,
  ...more,
})

/** Issues a card of the bank's company; a refusal fails the test. */
export async function openCard(bank: Bank, order: ManagedCardOrder = prepaidOrder()): Promise<ManagedCard> {
  const created = await bank.run((ctx) => createCard(ctx, bank.sandbox.keys, order))
  if (!created.ok) throw new Error(created.refusal)
  return created.value
}

/** Puts money on a prepaid card from an account that is opened for it. */
export async function loadCard(bank: Bank, cardId: string, amount: number): Promise<void> {
  const source = await bank.account('EUR', amount)
  const order = {
    profileId: programme.profiles.transfers,
    source: { type: 'managed_accounts', id: source },
    destination: { type: 'managed_cards', id: cardId },
    destinationAmount: { currency: 'EUR', amount },
  } as const
  const moved = await bank.run((ctx) => createTransfer(ctx, order))
  if (!moved.ok) throw new Error(moved.refusal)
}

/** What the platform was told about cards, oldest first: the webhook's path and its payload. */
export async function toldOf(bank: Bank, cardId: string): Promise<[string, Record<string, unknown>][]> {
  const rows = await bank.store.db.selectFrom('sandbox_webhook').select(['path', 'payload']).orderBy('id').execute()
  return rows.flatMap(({ path, payload }): [string, Record<string, unknown>][] => {
    const body: Record<string, unknown> = JSON.parse(payload)
    const { id } = body
    const isIt = typeof id === 'object' && id !== null && Reflect.get(id, 'id') === cardId
    return isIt ? [[path, body]] : []
  })
}
