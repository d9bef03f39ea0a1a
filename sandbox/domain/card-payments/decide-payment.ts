import type { PurchaseCode } from '../../../contract/simulator/card-payments'
import { cardDocument } from '../cards/card-document'
import { profileOf } from '../cards/card-profiles'
import { type CardRow, findCard } from '../cards/find-card'
import type { Ctx } from '../context'
import { noLonger } from '../due/later'
import { lockLedger } from '../ledger/lock-ledger'
import { codeOf, concludePayment } from './conclude-payment'
import { declineOf } from './decline-of'
import type { Decline, Payment } from './payment-document'
import { findPayment } from './payment-rows'
import { isUnconfirmed } from './three-d-secure'

/** What the platform said, or that it did not in time (which is also what a broken answer counts as). */
export type PlatformWord = 'APPROVED' | 'DENIED' | 'LATE'

/**
 * The second half of a payment that the platform was asked about. Cards, rules and money are looked at again: they may
 * have changed while it thought. Does nothing to a payment that has been decided.
 */
export async function decidePayment(ctx: Ctx, id: string, word: PlatformWord): Promise<PurchaseCode> {
  await lockLedger(ctx)
  const payment = await findPayment(ctx, id)
  const card = payment && (await findCard(ctx, payment.card_id))
  if (!payment || !card) throw new Error(`no card payment ${id}`)
  if (payment.status !== 'ASKED') return payment.doc.decline ? codeOf(payment.doc.decline) : 'APPROVED'
  await noLonger(ctx, 'card-payment-forgotten', id)
  const outcome = word === 'LATE' ? defaultOf(card) : word === 'APPROVED' ? 'APPROVE' : 'DECLINE'
  const answered: Payment = {
    ...payment,
    doc: { ...payment.doc, forwarding: { outcome, timedOut: word === 'LATE' } },
  }
  const decline = outcome === 'DECLINE' ? refusalOf(word) : await declineOf(ctx, card, answered)
  return concludePayment(ctx, card, answered, decline, true)
}

/** Nobody came back with a word for it: the cardholder did not confirm, or the process that asked the platform has died. */
export async function forgetPayment(ctx: Ctx, id: string): Promise<void> {
  await lockLedger(ctx)
  const payment = await findPayment(ctx, id)
  const card = payment && (await findCard(ctx, payment.card_id))
  if (payment?.status !== 'ASKED' || !card) return
  if (payment.challenge_id !== null && (await isUnconfirmed(ctx, payment.challenge_id))) {
    await concludePayment(ctx, card, payment, { reason: 'SCA_REQUIRED' }, true)
    return
  }
  const forwarding = { outcome: 'DECLINE', timedOut: true } as const
  await concludePayment(ctx, card, { ...payment, doc: { ...payment.doc, forwarding } }, { reason: 'TIMEOUT' }, true)
}

/** The card's own default, else its profile's. */
const defaultOf = (card: CardRow) =>
  cardDocument(card).authForwardingDefaultTimeoutDecision ?? profileOf(card).timeoutDecision

const refusalOf = (word: PlatformWord): Decline =>
  word === 'LATE' ? { reason: 'TIMEOUT' } : { reason: 'AUTH_RULE_CHECKS_FAILED', rule: 'AUTH_FORWARDING' }
