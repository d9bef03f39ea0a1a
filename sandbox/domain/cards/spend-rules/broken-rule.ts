import type { AuthRuleFailedReason } from '../../../../contract/events/cards'
import type { CardLevelSpendRules } from '../../../../contract/spend-rules'
import type { EffectiveSpendRules } from './effective-rules'

/** What the rules look at in a purchase. */
export type Purchase = {
  /** Minor units of the card's currency. */
  amount: number
  categoryCode: string
  merchantId: string
  /** ISO alpha-2; absent where the shop does not say. */
  country?: string | undefined
  contactless: boolean
  atm: boolean
  eCommerce: boolean
  cashback: boolean
  /** Money towards the card. */
  credit: boolean
}

/** Every level may have every rule; none has all of them. */
type Level = Omit<CardLevelSpendRules, 'spendLimit' | 'rolloverPolicy'>

/**
 * The first rule that a purchase breaks, level by level (card, profile, identity); `undefined` where it breaks none. The
 * limits are not looked at here: see `availableToSpend`.
 */
export function brokenRule(rules: EffectiveSpendRules, purchase: Purchase): AuthRuleFailedReason | undefined {
  const levels: readonly Level[] = [rules.card, rules.profile, rules.identity]
  for (const level of levels) {
    const broken = brokenOf(level, purchase)
    if (broken) return broken
  }
  return undefined
}

function brokenOf(level: Level, purchase: Purchase): AuthRuleFailedReason | undefined {
  const { amount, categoryCode, merchantId, country } = purchase
  if (has(level.blockedMerchantCategories, categoryCode)) return 'MERCHANT_CATEGORY_BLOCKED'
  if (lacks(level.allowedMerchantCategories, categoryCode)) return 'MERCHANT_CATEGORY_NOT_IN_ALLOWED_LIST'
  if (has(level.blockedMerchantIds, merchantId)) return 'MERCHANT_ID_BLOCKED'
  if (lacks(level.allowedMerchantIds, merchantId)) return 'MERCHANT_ID_NOT_IN_ALLOWED_LIST'
  if (has(level.blockedMerchantCountries, country)) return 'MERCHANT_COUNTRY_BLOCKED'
  if (lacks(level.allowedMerchantCountries, country)) return 'MERCHANT_COUNTRY_NOT_IN_ALLOWED_LIST'
  if (level.allowAtm === false && purchase.atm) return 'ATM_NOT_ALLOWED'
  if (level.allowContactless === false && purchase.contactless) return 'CONTACTLESS_NOT_ALLOWED'
  if (level.allowECommerce === false && purchase.eCommerce) return 'ECOMMERCE_NOT_ALLOWED'
  if (level.allowCashback === false && purchase.cashback) return 'CASHBACK_NOT_ALLOWED'
  if (level.allowCreditAuthorisations === false && purchase.credit) return 'CREDIT_AUTHORISATIONS_NOT_ALLOWED'
  // 0 is no bound.
  if (level.minTransactionAmount && amount < level.minTransactionAmount) return 'MIN_TRANSACTION_AMOUNT_EXCEEDED'
  if (level.maxTransactionAmount && amount > level.maxTransactionAmount) return 'MAX_TRANSACTION_AMOUNT_EXCEEDED'
  return undefined
}

type List = readonly string[] | undefined
const has = (list: List, value: string | undefined) => value !== undefined && (list?.includes(value) ?? false)
/** An empty list allows everything. */
const lacks = (list: List, value: string | undefined) => Boolean(list?.length) && !has(list, value)
