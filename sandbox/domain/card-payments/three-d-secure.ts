import { nextInSequence } from '../../../storage/transaction'
import { cardDocument } from '../cards/card-document'
import { type CardRow, findCard } from '../cards/find-card'
import { insertChallenge } from '../challenges/challenge-rows'
import type { Ctx } from '../context'
import { later, noLonger } from '../due/later'
import { findFactor } from '../factors/factor-rows'
import { lockLedger } from '../ledger/lock-ledger'
import { programme } from '../programme'
import type { CardOrder } from './card-order'
import { concludePayment } from './conclude-payment'
import { declineOf } from './decline-of'
import { draftPayment } from './draft-payment'
import { findPayment, savePayment } from './payment-rows'
import { askOrConclude, type PaymentResult, type Undecided } from './run-purchase'

/*
 * A shop may want the cardholder to confirm a purchase on the phone. Until that has happened nothing is held, and the
 * purchase is decided as any other afterwards; what is not confirmed in time is declined.
 */

/** What a shop hears that wants a purchase confirmed; with the challenge where the cardholder has been asked. */
export type Confirming = PaymentResult & { challengeId?: string }

/** Asks the cardholder's phone, if the card is set up for that. The challenge is the simulator's to answer. */
export async function confirmPurchase(ctx: Ctx, order: CardOrder): Promise<Confirming> {
  await lockLedger(ctx)
  const card = await findCard(ctx, order.cardId)
  if (!card) return { code: 'DENIED_CARD_NOT_FOUND' }
  if (order.amount.amount <= 0) return { code: 'DENIED_AMOUNT_NOT_POSITIVE' }
  const credentialId = await whoConfirms(ctx, card)
  if (credentialId === undefined) return { code: 'CARD_NOT_ENROLLED_FOR_BIOMETRIC_THREEDS' }
  const payment = draftPayment(ctx, card, order, false)
  if (!payment) return { code: 'DENIED_OTHER' }
  const decline = await declineOf(ctx, card, payment, order.told)
  if (decline) return { code: await concludePayment(ctx, card, payment, decline, false), id: payment.id }
  const challengeId = await shortChallenge(ctx, credentialId)
  await savePayment(ctx, { ...payment, challenge_id: challengeId }, false)
  await later(ctx, 'card-payment-forgotten', payment.id, ctx.now() + programme.challenge.lifeMs)
  return { code: 'PENDING_BIOMETRIC_THREEDS_VERIFICATION', id: payment.id, challengeId }
}

/** The person whose phone confirms this card's purchases. */
async function whoConfirms(ctx: Ctx, card: CardRow): Promise<string | undefined> {
  const { threeDSecureAuthConfig: config } = cardDocument(card)
  if (config?.primaryChannel !== 'BIOMETRICS') return undefined
  const phone = await findFactor(ctx, config.linkedUserId, 'BIOMETRIC')
  return phone?.status === 'ACTIVE' ? config.linkedUserId : undefined
}

/** The simulator writes this id as a number, and no number in JSON holds eighteen digits. */
async function shortChallenge(ctx: Ctx, credentialId: string): Promise<string> {
  const id = String(await nextInSequence(ctx.tx, 'three-d-secure'))
  const short = { ...ctx, newId: () => id }
  return insertChallenge(short, { purpose: 'THREE_D_SECURE', credentialId, channel: 'BIOMETRIC' })
}

/** Purchases of a person that wait although their challenge has ended, oldest first. */
export async function answeredPurchases(ctx: Ctx, credentialId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('sandbox_card_payment as payment')
    .innerJoin('sandbox_challenge as challenge', 'challenge.id', 'payment.challenge_id')
    .select('payment.id')
    .where('challenge.credential_id', '=', credentialId)
    .where('challenge.purpose', '=', 'THREE_D_SECURE')
    .where('challenge.status', '<>', 'PENDING')
    .where('payment.status', '=', 'ASKED')
    .orderBy('payment.id')
    .execute()
  return rows.map((row) => row.id)
}

/** Goes on with a purchase whose challenge has ended: decided as any other, or declined. */
export async function resumePurchase(ctx: Ctx, id: string, asks: boolean): Promise<PaymentResult | Undecided> {
  await lockLedger(ctx)
  const payment = await findPayment(ctx, id)
  const card = payment && (await findCard(ctx, payment.card_id))
  if (payment?.status !== 'ASKED' || payment.challenge_id === null || !card) return { code: 'DENIED_OTHER' }
  await noLonger(ctx, 'card-payment-forgotten', id)
  const decline = (await isUnconfirmed(ctx, payment.challenge_id))
    ? ({ reason: 'SCA_REQUIRED' } as const)
    : await declineOf(ctx, card, payment)
  return askOrConclude(ctx, { card, payment, decline, asks, known: true })
}

/** Whether nobody has accepted the challenge. */
export async function isUnconfirmed(ctx: Ctx, challengeId: string): Promise<boolean> {
  const { status } = await ctx.tx
    .selectFrom('sandbox_challenge')
    .select('status')
    .where('id', '=', challengeId)
    .executeTakeFirstOrThrow()
  return status !== 'VERIFIED'
}
