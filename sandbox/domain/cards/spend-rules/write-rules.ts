import type {
  AllLevelSpendRules,
  CardLevelSpendRules,
  SpendLimit,
  UpdateCardLevelSpendRules,
} from '../../../../contract/spend-rules'
import { type ActorCtx, done, type Outcome, refuse } from '../../context'
import { cardDocument } from '../card-document'
import { type CardRow, findOwnCard, readOwnCard } from '../find-card'
import { cardRules } from './card-rules'
import { rulesOf } from './effective-rules'

type LimitRefusal =
  | 'SPEND_LIMIT_NOT_SUPPORTED_FOR_PREPAID_MODE_CARD'
  | 'SPEND_LIMIT_DUPLICATE_INTERVAL'
  | 'SPEND_LIMIT_AMOUNT_INVALID'
  | 'SPEND_LIMIT_CURRENCY_DIFFERENT_FROM_CARD_CURRENCY'
  | 'SPEND_LIMIT_CURRENCY_DIFFERENT_FROM_USER_CURRENCY'

/** The rules of all levels, the card's own twice: once as a level, once in the older fields. Mirrors `managedCardSpendRulesGet`. */
export async function getSpendRules(ctx: ActorCtx, id: string): Promise<Outcome<AllLevelSpendRules, 'NOT_FOUND'>> {
  const card = await readOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const levels = await rulesOf(ctx, card)
  const { rolloverPolicy: _, ...flat } = levels.card
  return done({
    ...flat,
    cardLevelSpendRules: levels.card,
    profileLevelSpendRules: levels.profile,
    identityLevelSpendRules: levels.identity,
  })
}

/** Gives a card rules of its own, once. Mirrors `managedCardSpendRulesCreate`. */
export async function createSpendRules(
  ctx: ActorCtx,
  id: string,
  rules: CardLevelSpendRules,
): Promise<Outcome<undefined, LimitRefusal | 'NOT_FOUND' | 'SPEND_RULE_ALREADY_SET'>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  if (card.spend_rules !== null) return refuse('SPEND_RULE_ALREADY_SET')
  const refusal = limitRefusal(card, rules.spendLimit)
  if (refusal) return refuse(refusal)
  await write(ctx, id, rules)
  return done(undefined)
}

/**
 * Changes the rules that are sent and leaves the others. INCREMENT adds to the limit of each interval and sets those that
 * there are not. A card without rules takes them as new ones. Mirrors `managedCardSpendRulesUpdate`.
 */
export async function updateSpendRules(
  ctx: ActorCtx,
  id: string,
  { updateSpendLimitMethod, ...change }: UpdateCardLevelSpendRules,
): Promise<Outcome<undefined, LimitRefusal | 'NOT_FOUND'>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  const before = cardRules(card)
  const spendLimit =
    updateSpendLimitMethod === 'INCREMENT' ? incremented(before.spendLimit, change.spendLimit) : change.spendLimit
  const refusal = limitRefusal(card, change.spendLimit) ?? limitRefusal(card, spendLimit)
  if (refusal) return refuse(refusal)
  await write(ctx, id, { ...before, ...change, ...(spendLimit && { spendLimit }) })
  return done(undefined)
}

/** Takes the card's own rules away. Mirrors `managedCardSpendRulesDelete`. */
export async function deleteSpendRules(ctx: ActorCtx, id: string): Promise<Outcome<undefined, 'NOT_FOUND'>> {
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  await ctx.tx.updateTable('sandbox_card').set({ spend_rules: null }).where('id', '=', id).execute()
  return done(undefined)
}

async function write(ctx: ActorCtx, id: string, rules: CardLevelSpendRules): Promise<void> {
  const spend_rules = JSON.stringify(rules)
  await ctx.tx.updateTable('sandbox_card').set({ spend_rules }).where('id', '=', id).execute()
}

function limitRefusal(card: CardRow, limits: readonly SpendLimit[] = []): LimitRefusal | undefined {
  if (limits.length === 0) return undefined
  if (card.mode === 'PREPAID_MODE') return 'SPEND_LIMIT_NOT_SUPPORTED_FOR_PREPAID_MODE_CARD'
  if (new Set(limits.map(({ interval }) => interval)).size < limits.length) return 'SPEND_LIMIT_DUPLICATE_INTERVAL'
  if (limits.some(({ value: { amount } }) => amount < 0 || !Number.isSafeInteger(amount)))
    return 'SPEND_LIMIT_AMOUNT_INVALID'
  const { userCurrency } = cardDocument(card)
  const fits = (currency: string) => limits.every(({ value }) => value.currency === currency)
  if (userCurrency !== undefined)
    return fits(userCurrency) ? undefined : 'SPEND_LIMIT_CURRENCY_DIFFERENT_FROM_USER_CURRENCY'
  return fits(card.currency) ? undefined : 'SPEND_LIMIT_CURRENCY_DIFFERENT_FROM_CARD_CURRENCY'
}

function incremented(before: readonly SpendLimit[] = [], more: readonly SpendLimit[] = []): SpendLimit[] {
  const grown = before.map((limit) => {
    const by = more.find(({ interval }) => interval === limit.interval)
    return by ? { ...limit, value: { ...limit.value, amount: limit.value.amount + by.value.amount } } : limit
  })
  return [...grown, ...more.filter(({ interval }) => !before.some((limit) => limit.interval === interval))]
}
