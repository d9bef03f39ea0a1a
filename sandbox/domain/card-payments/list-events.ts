import { CardPaymentEventDetail, type cardPaymentEventsGet } from '../../../contract/card-payments'
import type { Req, Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome } from '../context'
import { listOf, windowOf } from '../page'
import { PaymentDocument } from './payment-document'
import { merchantView, paymentCard } from './payment-view'
import { readCards } from './read-cards'
import { ofSubtypes } from './subtype-filter'

type Query = Req<typeof cardPaymentEventsGet>['query']

/** The steps of all card payments of the identity, newest first. Mirrors `cardPaymentEventsGet`. */
export async function listCardPaymentEvents(
  ctx: ActorCtx,
  query: Query,
): Promise<Outcome<Res<typeof cardPaymentEventsGet>>> {
  const { offset, limit } = windowOf(query)
  const matches = filtered(ctx, query)
  const { count } = await matches.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const order = query.sortOrder === 'ASC' ? 'asc' : 'desc'
  const rows = await matches
    .innerJoin('sandbox_card_payment', 'sandbox_card_payment.id', 'sandbox_card_payment_event.payment_id')
    .select(['sandbox_card_payment_event.document as step', 'sandbox_card_payment_event.payment_id'])
    .select(['sandbox_card_payment_event.card_id', 'sandbox_card_payment.document as payment'])
    .orderBy('sandbox_card_payment_event.at', order)
    .orderBy('sandbox_card_payment_event.id', order)
    .offset(offset)
    .limit(limit)
    .execute()
  const cards = await readCards(
    ctx,
    rows.map((row) => row.card_id),
  )
  const events = rows.flatMap((row) => {
    const card = cards.get(row.card_id)
    if (!card) return []
    const { merchant } = PaymentDocument.parse(JSON.parse(row.payment))
    const context = { cardPaymentId: row.payment_id, card: paymentCard(card), merchant: merchantView(merchant) }
    return CardPaymentEventDetail.parse({ ...JSON.parse(row.step), ...context })
  })
  return done({ events, count: Number(count), responseCount: events.length })
}

function filtered({ tx, actor }: ActorCtx, query: Query) {
  const [types, subtypes] = [listOf(query.type), listOf(query.subtype)]
  const { cardPaymentId, cardId, reversal, timestampFrom, timestampTo } = query
  let rows = tx
    .selectFrom('sandbox_card_payment_event')
    .where('sandbox_card_payment_event.identity_id', '=', actor.identityId)
  if (cardPaymentId !== undefined) rows = rows.where('payment_id', '=', cardPaymentId)
  if (cardId !== undefined) rows = rows.where('sandbox_card_payment_event.card_id', '=', cardId)
  // Original credits there are at Weavr's and not here.
  if (types) rows = rows.where((eb) => eb(eb.ref('sandbox_card_payment_event.type').$castTo<string>(), 'in', types))
  if (subtypes) rows = rows.where(ofSubtypes(subtypes))
  if (reversal !== undefined) rows = rows.where('reversal', '=', reversal ? 1 : 0)
  if (timestampFrom !== undefined) rows = rows.where('at', '>=', timestampFrom)
  if (timestampTo !== undefined) rows = rows.where('at', '<=', timestampTo)
  return rows
}
