import { ManagedCard } from '../../contract/managed-card'
import type { PhysicalCardOrder } from '../../contract/managed-cards-physical'
import { getCard } from '../domain/cards/get-card'
import { activateCard } from '../domain/cards/physical/activate-card'
import { orderPhysical } from '../domain/cards/physical/order-physical'
import type { Bank } from './bank'
import { deliveryAddress, openCard, prepaidOrder } from './cards'

/** What tests of physical cards do with a bank; it may be opened later than the desk. */
export function plasticDesk(bankOf: () => Bank) {
  const upgrade = (id: string, more: Partial<PhysicalCardOrder> = {}) =>
    bankOf().run((ctx) => orderPhysical(ctx, bankOf().sandbox.keys, id, { deliveryAddress, ...more }))
  const activate = (id: string, code?: string) =>
    bankOf().run((ctx) => activateCard(ctx, bankOf().sandbox.keys, id, code))
  const read = async (id: string) => {
    const found = await bankOf().run((ctx) => getCard(ctx, bankOf().sandbox.keys, id))
    if (!found.ok) throw new Error(found.refusal)
    return ManagedCard.parse(found.value)
  }
  /** A card that has arrived. */
  const inHand = async (more = prepaidOrder()) => {
    const { id } = await openCard(bankOf(), more)
    await upgrade(id)
    await activate(id)
    return id
  }
  return { upgrade, activate, read, inHand }
}
