import {
  type CardLevelSpendRules,
  IdentityLevelSpendRules,
  type ProfileLevelSpendRules,
} from '../../../../contract/spend-rules'
import type { Ctx } from '../../context'
import { profileOf } from '../card-profiles'
import { type CardRow, findCard } from '../find-card'
import { cardRules } from './card-rules'

/** The rules of a card, level by level; a purchase must satisfy all three (see `brokenRule`). Absent rules restrict nothing. */
export type EffectiveSpendRules = {
  card: CardLevelSpendRules
  profile: ProfileLevelSpendRules
  identity: IdentityLevelSpendRules
}

/**
 * What a purchase with a card has to satisfy: its own rules, those of its profile, those of its identity. Locks the card
 * until the transaction ends, so that nobody changes its rules while it pays; `undefined` where there is no such card.
 */
export async function effectiveSpendRules(ctx: Ctx, cardId: string): Promise<EffectiveSpendRules | undefined> {
  const card = await findCard(ctx, cardId)
  return card && rulesOf(ctx, card)
}

/** The same of a card that is at hand. */
export async function rulesOf(ctx: Ctx, card: CardRow): Promise<EffectiveSpendRules> {
  const identity = await ctx.tx
    .selectFrom('sandbox_identity_rules')
    .select('rules')
    .where('identity_id', '=', card.identity_id)
    .executeTakeFirst()
  return {
    card: cardRules(card),
    profile: profileOf(card).rules,
    identity: identity ? IdentityLevelSpendRules.parse(JSON.parse(identity.rules)) : {},
  }
}

/** Sets the rules for all cards of an identity, as Weavr's back office would. */
export async function setIdentityRules(ctx: Ctx, identityId: string, rules: IdentityLevelSpendRules): Promise<void> {
  const row = { identity_id: identityId, rules: JSON.stringify(rules) }
  await ctx.tx
    .insertInto('sandbox_identity_rules')
    .values(row)
    .onConflict((oc) => oc.column('identity_id').doUpdateSet({ rules: row.rules }))
    .execute()
}
