import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { cardPaymentGet, cardPaymentsGet } from '../../../contract/card-payments'
import type { Req, Res } from '../../../contract/endpoint'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { listOf, windowOf } from '../page'
import { type PaymentRow, withDocument } from './payment-document'
import { eventsOf } from './payment-rows'
import { paymentView } from './payment-view'
import { readCards } from './read-cards'
import { ofSubtypes } from './subtype-filter'

type Query = Req<typeof cardPaymentsGet>['query']
type Page = Res<typeof cardPaymentsGet>
type View = Res<typeof cardPaymentGet>

/** What the identity's cards have paid and got back, by every filter, newest first. Mirrors `cardPaymentsGet`. */
export async function listCardPayments(ctx: ActorCtx, query: Query): Promise<Outcome<Page>> {
  const { offset, limit } = windowOf(query)
  const matches = filtered(ctx, query)
  const { count } = await matches.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const order = query.sortOrder === 'ASC' ? 'asc' : 'desc'
  const rows = await matches
    .selectAll()
    .orderBy('created_at', order)
    .orderBy('id', order)
    .offset(offset)
    .limit(limit)
    .execute()
  return done({ cardPayments: await paymentViews(ctx, rows), count: Number(count), responseCount: rows.length })
}

/** One of them. Mirrors `cardPaymentGet`. */
export async function getCardPayment(ctx: ActorCtx, id: string): Promise<Outcome<View, 'NOT_FOUND'>> {
  const [view] = await paymentViews(ctx, await own(ctx).selectAll().where('id', '=', id).execute())
  return view ? done(view) : refuse('NOT_FOUND')
}

/** Payments as the API answers them, in their order: one read for their cards and one for their steps. */
export async function paymentViews(ctx: ActorCtx, rows: readonly PaymentRow[]): Promise<View[]> {
  const cards = await readCards(
    ctx,
    rows.map((row) => row.card_id),
  )
  const events = await eventsOf(
    ctx,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => {
    const card = cards.get(row.card_id)
    return card ? paymentView(withDocument(row), card, events.get(row.id) ?? []) : []
  })
}

/** Those that have been decided. */
const own = ({ tx, actor }: ActorCtx) =>
  tx
    .selectFrom('sandbox_card_payment')
    .where('sandbox_card_payment.identity_id', '=', actor.identityId)
    .where('sandbox_card_payment.status', '<>', 'ASKED')

function filtered(ctx: ActorCtx, query: Query) {
  const [statuses, types, subtypes] = [listOf(query.status), listOf(query.type), listOf(query.subtype)]
  const { cardId, merchantName, amountFrom, amountTo, relatedCardPaymentId } = query
  let rows = own(ctx)
  if (cardId !== undefined) rows = rows.where('card_id', '=', cardId)
  if (statuses) rows = rows.where('status', 'in', statuses)
  // Some kinds there are at Weavr's and not here.
  if (types) rows = rows.where((eb) => eb(eb.ref('type').$castTo<string>(), 'in', types))
  if (subtypes)
    rows = rows.where((eb) =>
      eb.exists(
        eb
          .selectFrom('sandbox_card_payment_event')
          .select('sandbox_card_payment_event.id')
          .whereRef('payment_id', '=', 'sandbox_card_payment.id')
          .where(ofSubtypes(subtypes)),
      ),
    )
  if (merchantName !== undefined) rows = rows.where(namedLike(merchantName))
  if (amountFrom !== undefined) rows = rows.where('display_amount', '>=', amountFrom)
  if (amountTo !== undefined) rows = rows.where('display_amount', '<=', amountTo)
  if (relatedCardPaymentId !== undefined) rows = rows.where('related_id', '=', relatedCardPaymentId)
  if (query.creationTimestampFrom !== undefined) rows = rows.where('created_at', '>=', query.creationTimestampFrom)
  if (query.creationTimestampTo !== undefined) rows = rows.where('created_at', '<=', query.creationTimestampTo)
  if (query.lastUpdatedTimestampFrom !== undefined)
    rows = rows.where('updated_at', '>=', query.lastUpdatedTimestampFrom)
  if (query.lastUpdatedTimestampTo !== undefined) rows = rows.where('updated_at', '<=', query.lastUpdatedTimestampTo)
  return rows
}

/** Any part of the name; what stands for any letter in a pattern stands for itself here. */
function namedLike(part: string): RawBuilder<SqlBool> {
  const literal = part.toLowerCase().replace(/[!%_]/g, '!$&')
  return sql<SqlBool>`merchant_search like ${`%${literal}%`} escape '!'`
}
