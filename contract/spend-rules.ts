import * as z from 'zod'
import { CurrencyAmount, forbidden, Id, Timestamp } from './common'
import { endpoint } from './endpoint'

/** Calendar periods in UTC: weeks begin on Monday, quarters in January, April, July and October; ALWAYS never ends. */
export const SpendLimitInterval = z.enum(['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'ALWAYS'])
export type SpendLimitInterval = z.infer<typeof SpendLimitInterval>

/** How much a debit card may spend in each period, from `startTimestamp` on. */
export const SpendLimit = z.object({
  startTimestamp: Timestamp.optional(),
  value: CurrencyAmount,
  interval: SpendLimitInterval,
})
export type SpendLimit = z.infer<typeof SpendLimit>

/** What is left of a limit in its current period; below zero after a shop took more than it had asked for. */
export const AvailableToSpend = z.object({
  value: CurrencyAmount.optional(),
  interval: SpendLimitInterval.optional(),
})
export type AvailableToSpend = z.infer<typeof AvailableToSpend>

const shops = z.array(z.string()).max(200).optional()
const countries = z
  .array(
    z
      .string()
      .length(2)
      .regex(/^[A-Z]{2}$/),
  )
  .max(50)
  .optional()
const flag = z.boolean().optional()
const amount = z.int().min(0).optional()

/** Which shops and kinds of purchase; what is blocked stays so even where it is allowed too. */
const where = {
  allowedMerchantCategories: shops,
  blockedMerchantCategories: shops,
  allowedMerchantIds: shops,
  blockedMerchantIds: shops,
  allowedMerchantCountries: countries,
  blockedMerchantCountries: countries,
  allowContactless: flag,
  allowAtm: flag,
  allowECommerce: flag,
  allowCashback: flag,
  allowCreditAuthorisations: flag,
}
/** Amounts in minor units of the card's currency; 0 is no bound. */
const bounds = { minTransactionAmount: amount, maxTransactionAmount: amount }
const rollover = {
  /** Whether what was spent too much counts in the next period. */
  rolloverPolicy: z.object({ rolloverNegative: z.boolean() }).optional(),
}
const spendLimit = z.array(SpendLimit).optional()

/** What the API can set: the rules of one card. A purchase must satisfy those of profile and identity as well. */
export const CardLevelSpendRules = z.object({ ...where, ...rollover, spendLimit, ...bounds })
export type CardLevelSpendRules = z.infer<typeof CardLevelSpendRules>

/** OVERWRITE (where left out) sets limits anew, INCREMENT adds to those that there are. */
export const SpendLimitUpdateMethod = z.enum(['OVERWRITE', 'INCREMENT'])

export const UpdateCardLevelSpendRules = CardLevelSpendRules.extend({
  updateSpendLimitMethod: SpendLimitUpdateMethod.optional(),
})
export type UpdateCardLevelSpendRules = z.infer<typeof UpdateCardLevelSpendRules>

export const ProfileLevelSpendRules = z.object({ ...where, ...rollover, authForwardingEnabled: flag })
export type ProfileLevelSpendRules = z.infer<typeof ProfileLevelSpendRules>

export const IdentityLevelSpendRules = z.object({ ...where, ...rollover, ...bounds })
export type IdentityLevelSpendRules = z.infer<typeof IdentityLevelSpendRules>

/** All three levels; the fields beside them are a deprecated copy of the card's own. */
export const AllLevelSpendRules = z.object({
  ...where,
  ...bounds,
  spendLimit,
  cardLevelSpendRules: CardLevelSpendRules.optional(),
  profileLevelSpendRules: ProfileLevelSpendRules.optional(),
  identityLevelSpendRules: IdentityLevelSpendRules.optional(),
})
export type AllLevelSpendRules = z.infer<typeof AllLevelSpendRules>

const rules = { section: 'managed-cards', auth: 'token', path: '/managed_cards/{id}/spend_rules' } as const
const params = z.object({ id: Id })
const limitConflicts = [
  'SPEND_LIMIT_CURRENCY_DIFFERENT_FROM_CARD_CURRENCY',
  'SPEND_LIMIT_NOT_SUPPORTED_FOR_PREPAID_MODE_CARD',
  'SPEND_LIMIT_DUPLICATE_INTERVAL',
  'SPEND_LIMIT_AMOUNT_INVALID',
  'SPEND_LIMIT_CURRENCY_DIFFERENT_FROM_USER_CURRENCY',
] as const

/** The rules of all levels. */
export const managedCardSpendRulesGet = endpoint({
  ...rules,
  id: 'managedCardSpendRulesGet',
  summary: 'Read the spend rules of a card',
  method: 'GET',
  permission: 'cards.view',
  params,
  responses: { 200: AllLevelSpendRules },
  errors: { 403: forbidden },
})

/** Gives a card rules of its own, once; afterwards they are changed. */
export const managedCardSpendRulesCreate = endpoint({
  ...rules,
  id: 'managedCardSpendRulesCreate',
  summary: 'Set the spend rules of a card',
  method: 'POST',
  permission: 'cards.rules',
  idempotent: true,
  params,
  body: CardLevelSpendRules,
  responses: { 204: null },
  errors: { 403: forbidden, 409: [...limitConflicts, 'SPEND_RULE_ALREADY_SET'] },
})

/** Changes the rules that are sent and leaves the others. */
export const managedCardSpendRulesUpdate = endpoint({
  ...rules,
  id: 'managedCardSpendRulesUpdate',
  summary: 'Change the spend rules of a card',
  method: 'PATCH',
  permission: 'cards.rules',
  idempotent: true,
  params,
  body: UpdateCardLevelSpendRules,
  responses: { 204: null },
  errors: { 403: forbidden, 409: limitConflicts },
})

/** Takes the card's own rules away; those of profile and identity stay. */
export const managedCardSpendRulesDelete = endpoint({
  ...rules,
  id: 'managedCardSpendRulesDelete',
  summary: 'Remove the spend rules of a card',
  method: 'DELETE',
  permission: 'cards.rules',
  params,
  responses: { 204: null },
  errors: { 403: forbidden },
})
