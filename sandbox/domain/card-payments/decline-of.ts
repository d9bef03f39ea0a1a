import type { CardRow } from '../cards/find-card'
import { availableToSpend } from '../cards/spend-rules/available-to-spend'
import { brokenRule } from '../cards/spend-rules/broken-rule'
import { type EffectiveSpendRules, rulesOf } from '../cards/spend-rules/effective-rules'
import { dayOf, startOfDay } from '../cards/spend-rules/periods'
import type { Ctx } from '../context'
import { findInstruments } from '../ledger/batch'
import { worldAccount } from '../ledger/system-accounts'
import { programme } from '../programme'
import type { CardOrder } from './card-order'
import { limitCost } from './limit-cost'
import type { Decline, Payment } from './payment-document'

const { cardPayments } = programme
const DAY_MS = 24 * 60 * 60_000

/**
 * Why a payment does not go through, in the order in which an issuer looks: the card, what was said of it, the rules of
 * all levels, what may be spent, what there is; `undefined` where nothing stands against it. Whether the platform is for
 * it comes after all of this.
 */
export async function declineOf(
  ctx: Ctx,
  card: CardRow,
  payment: Payment,
  told?: CardOrder['told'],
): Promise<Decline | undefined> {
  const unusable = cardDecline(ctx, card, payment)
  if (unusable) return { reason: unusable }
  const [account] = await findInstruments(ctx, [payment.account_id])
  if (account?.state !== 'ACTIVE') return { reason: 'TRANSACTION_NOT_PERMITTED' }
  const doubted = told && (await detailsDecline(ctx, card, told))
  if (doubted) return { reason: doubted }
  const rules = await rulesOf(ctx, card)
  const isCredit = payment.type === 'REFUND'
  if (isCredit && !takesCredit(rules)) return ruleBroken('CREDIT_AUTHORISATIONS_NOT_ALLOWED')
  if (isCredit) return (await isTooMuchMoney(ctx, payment)) ? { reason: 'TRANSACTION_NOT_PERMITTED' } : undefined
  const rule = brokenRule(rules, lookedAt(payment))
  if (rule) return ruleBroken(rule)
  if (payment.type === 'CASH_WITHDRAWAL' && (await isTooMuchCash(ctx, payment)))
    return { reason: 'ATM_WITHDRAWAL_LIMIT_EXCEEDED' }
  const left = await availableToSpend(ctx, card)
  if (left.some(({ value }) => value.amount < limitCost(card, payment.amount)))
    return ruleBroken('SPEND_LIMIT_EXCEEDED')
  if (account.available_balance < payment.amount + payment.doc.fee) return { reason: 'INSUFFICIENT_BALANCE' }
  return undefined
}

const ruleBroken = (rule: NonNullable<Decline['rule']>): Decline => ({ reason: 'AUTH_RULE_CHECKS_FAILED', rule })

/** What the card itself has against it. */
function cardDecline(ctx: Ctx, card: CardRow, { doc, type }: Payment): Decline['reason'] | undefined {
  if (card.destroyed_reason === 'EXPIRED' || card.valid_until <= ctx.now()) return 'CARD_EXPIRY_CHECKS_FAILED'
  if (card.state !== 'ACTIVE') return 'CARD_STATUS_NOT_ALLOWED'
  if (card.pending_activation && doc.cardPresent) return 'PHYSICAL_NOT_ACTIVATED'
  if (card.pin_blocked && type === 'CASH_WITHDRAWAL') return 'PIN_RETRIES_EXCEEDED'
  return undefined
}

/** What was said of the card, where the shop knows it by its number. */
async function detailsDecline(
  ctx: Ctx,
  card: CardRow,
  told: NonNullable<CardOrder['told']>,
): Promise<Decline['reason'] | undefined> {
  const { wrong } = await ctx.tx
    .selectFrom('sandbox_card_payment')
    .select((eb) => eb.fn.countAll<number>().as('wrong'))
    .where('card_id', '=', card.id)
    .where('created_at', '>', ctx.now() - DAY_MS)
    .where('decline_reason', '=', 'CVV_CHECKS_FAILED')
    .executeTakeFirstOrThrow()
  if (Number(wrong) >= cardPayments.cvvTries) return 'CVV_RETRIES_EXCEEDED'
  if (!told.cvv) return 'CVV_CHECKS_FAILED'
  return told.expiry ? undefined : 'CARD_EXPIRY_CHECKS_FAILED'
}

/** Rules about shops and amounts are for what is bought; of money that comes in they only say whether it may. */
const takesCredit = ({ card, profile, identity }: EffectiveSpendRules) =>
  [card, profile, identity].every((level) => level.allowCreditAuthorisations !== false)

function lookedAt({ doc, type }: Payment): Parameters<typeof brokenRule>[1] {
  const { merchant, cardPresent, cardholderPresent, contactless, cashback, transactionType } = doc
  return {
    amount: doc.billing,
    categoryCode: merchant.merchantCategoryCode,
    merchantId: merchant.merchantId,
    country: merchant.merchantCountry,
    contactless,
    atm: type === 'CASH_WITHDRAWAL',
    eCommerce: !cardPresent && cardholderPresent === 'NOT_PRESENT' && transactionType === 'SALE_PURCHASE',
    cashback,
    credit: false,
  }
}

/** Whether there would be more money in the currency than numbers are exact: all of it comes out of one account. */
async function isTooMuchMoney(ctx: Ctx, { currency, doc }: Payment): Promise<boolean> {
  const [world] = await findInstruments(ctx, [worldAccount(currency)])
  const { actual_balance = 0, available_balance = 0 } = world ?? {}
  return [actual_balance, available_balance].some((balance) => !Number.isSafeInteger(balance - doc.billing))
}

/** Whether the card would have more cash than a day allows, what was called off left aside. */
async function isTooMuchCash(ctx: Ctx, payment: Payment): Promise<boolean> {
  const { taken } = await ctx.tx
    .selectFrom('sandbox_card_payment')
    .select((eb) => eb.fn.sum<number>('amount').as('taken'))
    .where('card_id', '=', payment.card_id)
    .where('created_at', '>=', startOfDay(dayOf(ctx.now())))
    .where('type', '=', 'CASH_WITHDRAWAL')
    .where('status', 'in', ['SETTLEMENT_IN_PROGRESS', 'SETTLED'])
    .executeTakeFirstOrThrow()
  return Number(taken ?? 0) + payment.amount > cardPayments.cash.dailyLimit
}
