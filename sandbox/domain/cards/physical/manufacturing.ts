import type { ManufacturingState } from '../../../../contract/managed-card'
import type { Ctx } from '../../context'
import { later, noLonger } from '../../due/later'
import { cardDocument } from '../card-document'
import { cardTimes } from '../card-profiles'
import { type CardRow, findCard } from '../find-card'
import { tellPhysical } from '../tell'

/** Has a plastic made: REQUESTED now, printed and sent a little later. The card as it is then. */
export async function orderProduction(ctx: Ctx, card: CardRow): Promise<CardRow> {
  await stopProduction(ctx, card.id)
  const requested = await stepTo(ctx, card, 'REQUESTED')
  await later(ctx, 'card-fulfilment', card.id, ctx.now() + cardTimes.fulfilmentMs)
  return requested
}

/** The card is being printed. */
export async function fulfilCard(ctx: Ctx, id: string): Promise<void> {
  const card = await waiting(ctx, id, 'REQUESTED')
  if (!card) return
  await stepTo(ctx, card, 'SENT_FOR_FULFILLMENT')
  await later(ctx, 'card-dispatch', id, ctx.now() + cardTimes.dispatchMs - cardTimes.fulfilmentMs)
}

/** The card is on its way. */
export async function dispatchCard(ctx: Ctx, id: string): Promise<void> {
  const card = await waiting(ctx, id, 'SENT_FOR_FULFILLMENT')
  if (!card) return
  await stepTo(ctx, card, 'DISPATCHED')
  await later(ctx, 'card-tracking', id, ctx.now() + cardTimes.trackingMs - cardTimes.dispatchMs)
}

/** The carrier has given the parcel a number: dispatched once more, as Weavr tells it. */
export async function trackCard(ctx: Ctx, id: string): Promise<void> {
  const card = await waiting(ctx, id, 'DISPATCHED')
  if (!card) return
  const document = cardDocument(card)
  if (!document.physical) return
  const code = `SBX${id}`
  const tracking = { code, method: 'Sandbox Post', url: `https://post.example/parcels/${code}` }
  const tracked = JSON.stringify({ ...document, physical: { ...document.physical, tracking } })
  await ctx.tx.updateTable('sandbox_card').set({ document: tracked }).where('id', '=', id).execute()
  await tellPhysical(ctx, { ...card, document: tracked })
}

/** Whoever holds the card in hand needs no news of its production. */
export async function deliver(ctx: Ctx, card: CardRow): Promise<CardRow> {
  await stopProduction(ctx, card.id)
  return stepTo(ctx, card, 'DELIVERED')
}

export async function stopProduction(ctx: Ctx, id: string): Promise<void> {
  await noLonger(ctx, ['card-fulfilment', 'card-dispatch', 'card-tracking'], id)
}

async function stepTo(ctx: Ctx, card: CardRow, manufacturing_state: ManufacturingState): Promise<CardRow> {
  await ctx.tx.updateTable('sandbox_card').set({ manufacturing_state }).where('id', '=', card.id).execute()
  const stepped = { ...card, manufacturing_state }
  await tellPhysical(ctx, stepped)
  return stepped
}

/** The card, where its production is as far as that and nobody has stopped it. */
async function waiting(ctx: Ctx, id: string, state: ManufacturingState): Promise<CardRow | undefined> {
  const card = await findCard(ctx, id)
  return card?.manufacturing_state === state && card.state !== 'DESTROYED' ? card : undefined
}
