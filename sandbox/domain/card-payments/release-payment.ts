import { findCard } from '../cards/find-card'
import { type Ctx, done, type Outcome, refuse } from '../context'
import { noLonger } from '../due/later'
import { lockLedger } from '../ledger/lock-ledger'
import { countPayment } from './limit-cost'
import type { Payment } from './payment-document'
import { releaseEvent } from './payment-events'
import { type Release, releaseMoney } from './payment-money'
import { addEvent, findPayment, savePayment } from './payment-rows'
import { displayedOf } from './settle-payment'
import { tellAuthorisation, tellPayment } from './tell-payment'

/** By the shop, by the issuer (with a reason), or because nobody asked for the money in time. */
export type ReleaseBy = 'REVERSAL' | 'CANCELLATION' | 'EXPIRY'

const words = {
  REVERSAL: { line: 'AUTHORISATION_REVERSAL', told: 'ONLINE_REVERSE', status: 'CANCELLED' },
  CANCELLATION: { line: 'AUTHORISATION_CANCELLATION', told: 'CANCELLED', status: 'CANCELLED' },
  EXPIRY: { line: 'AUTHORISATION_EXPIRY', told: 'EXPIRED', status: 'EXPIRED' },
} as const satisfies Record<ReleaseBy, { line: Release; told: string; status: Payment['status'] }>

/** Ends an authorisation: what it still holds may be spent again. A payment that was settled in part stays settled. */
export async function releasePayment(
  ctx: Ctx,
  id: string,
  by: ReleaseBy,
  reason?: string,
): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'STATE_INVALID'>> {
  await lockLedger(ctx)
  const payment = await findPayment(ctx, id)
  const card = payment && (await findCard(ctx, payment.card_id))
  if (!payment || !card) return refuse('NOT_FOUND')
  if (payment.status !== 'SETTLEMENT_IN_PROGRESS') return refuse('STATE_INVALID')
  const { line, told, status } = words[by]
  const releaseId = ctx.newId()
  const amount = payment.held
  await releaseMoney(ctx, payment, line, releaseId)
  const { cleared } = payment.doc
  const released: Payment = {
    ...payment,
    held: 0,
    status: cleared > 0 ? 'SETTLED' : status,
    ...(cleared > 0 && { display_amount: displayedOf(payment, cleared) }),
  }
  await countPayment(ctx, card, id, -released.moved)
  await addEvent(ctx, released, releaseEvent(ctx, released, { id: releaseId, amount, reason }))
  await savePayment(ctx, released, true)
  await tellAuthorisation(ctx, released, card, told, { id: releaseId, amount })
  await tellPayment(ctx, released, card, 'AUTHORISATION')
  await noLonger(ctx, 'card-payment-settlement', id)
  await noLonger(ctx, 'card-payment-expiry', id)
  return done({ id: releaseId })
}
