import type { PurchaseCode } from '../../../contract/simulator/card-payments'
import { profileOf } from '../cards/card-profiles'
import { type CardRow, findCard } from '../cards/find-card'
import type { Ctx } from '../context'
import { later } from '../due/later'
import { lockLedger } from '../ledger/lock-ledger'
import type { CardOrder } from './card-order'
import { concludePayment } from './conclude-payment'
import { declineOf } from './decline-of'
import { draftPayment } from './draft-payment'
import type { Decline, Payment } from './payment-document'
import { savePayment } from './payment-rows'

/** What became of an order; `id` where there is a payment, which it is also when it was declined. */
export type PaymentResult = { code: PurchaseCode; id?: string }
/** The platform has to be asked before there is a result. */
export type Undecided = { ask: Payment; card: CardRow }

// The platform is given a second and a half of real time; when nobody came back with its answer by then, the process that
// asked has died. Minutes of the sandbox's own clock, because a demo may move it meanwhile.
const FORGOTTEN_MS = 10 * 60_000

/**
 * Somebody buys with a card, and nobody is asked but the rules: for worlds and tests, and for platforms that do not decide.
 * The shop gets its money a little later, by what is due then. Mirrors the simulator's `purchase`.
 */
export async function runPurchase(ctx: Ctx, order: CardOrder): Promise<PaymentResult> {
  return sure(await openPayment(ctx, order, { credit: false, asks: false }))
}

/** A shop gives money back to a card, at once. Mirrors the simulator's `merchant_refund`. */
export async function runRefund(ctx: Ctx, order: CardOrder): Promise<PaymentResult> {
  return sure(await openPayment(ctx, order, { credit: true, asks: false }))
}

/**
 * The first half of a payment: looks at everything that the rules look at, and ends there where nobody `asks` or the card's
 * profile does not. Holds nothing while the platform thinks about it.
 */
export async function openPayment(
  ctx: Ctx,
  order: CardOrder,
  { credit, asks }: { credit: boolean; asks: boolean },
): Promise<PaymentResult | Undecided> {
  await lockLedger(ctx)
  const card = await findCard(ctx, order.cardId)
  if (!card) return { code: 'DENIED_CARD_NOT_FOUND' }
  if (order.amount.amount <= 0) return { code: 'DENIED_AMOUNT_NOT_POSITIVE' }
  const draft = draftPayment(ctx, card, order, credit)
  if (!draft) return { code: 'DENIED_OTHER' }
  const decline = await declineOf(ctx, card, draft, order.told)
  return askOrConclude(ctx, { card, payment: draft, decline, asks, known: false })
}

type Looked = { card: CardRow; payment: Payment; decline: Decline | undefined; asks: boolean; known: boolean }

/** Leaves the word to the platform, where there is somebody to ask and nothing stands against the payment already. */
export async function askOrConclude(
  ctx: Ctx,
  { card, payment, decline, asks, known }: Looked,
): Promise<PaymentResult | Undecided> {
  const { id } = payment
  if (!decline && asks && profileOf(card).rules.authForwardingEnabled) {
    await savePayment(ctx, payment, known)
    await later(ctx, 'card-payment-forgotten', id, ctx.now() + FORGOTTEN_MS)
    return { ask: payment, card }
  }
  return { code: await concludePayment(ctx, card, payment, decline, known), id }
}

function sure(result: PaymentResult | Undecided): PaymentResult {
  if ('ask' in result) throw new Error('nobody was to be asked')
  return result
}
