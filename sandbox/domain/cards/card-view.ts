import type { ManagedCard } from '../../../contract/managed-card'
import type { Keys } from '../../keys'
import type { ActorCtx } from '../context'
import { tokeniseAll } from '../secure/tokenise'
import { cardDocument } from './card-document'
import { cardTimes } from './card-profiles'
import { cvvOf, openCardSecret } from './card-secrets'
import { cardState } from './card-state'
import type { CardRow } from './find-card'
import { physicalDetails } from './physical/physical-details'
import { type Available, allAvailableToSpend } from './spend-rules/available-to-spend'
import { endsAt, mmyy } from './validity'

type Shown = Pick<ManagedCard, 'cardNumber' | 'cvv'>

/** A card as the API answers it. */
export async function cardView(ctx: ActorCtx, keys: Keys, card: CardRow): Promise<ManagedCard> {
  const [view] = await cardViews(ctx, keys, [card])
  if (!view) throw new Error('a card without a view')
  return view
}

/** Cards as the API answers them, with one read for what they may spend and one write for their tokens. */
export async function cardViews(ctx: ActorCtx, keys: Keys, cards: readonly CardRow[]): Promise<ManagedCard[]> {
  const available = await allAvailableToSpend(ctx, cards)
  const shown = await showSecrets(ctx, keys, cards)
  return cards.map((card, index) => viewOf(ctx, card, available.get(card.id), shown[index]))
}

/** Number and CVV as tokens, for a stepped-up session only; a card that is not enabled yet keeps them to itself. */
async function showSecrets(ctx: ActorCtx, keys: Keys, cards: readonly CardRow[]): Promise<Shown[]> {
  if (!ctx.actor.steppedUp) return []
  const secrets = cards.flatMap((card) => [
    { kind: 'cardNumber' as const, value: openCardSecret(keys, card, 'number') ?? '' },
    { kind: 'cvv' as const, value: cvvOf(keys, card) },
  ])
  const tokens = await tokeniseAll(ctx, keys, secrets)
  return cards.map((card, index) => {
    const [number, cvv] = tokens.slice(2 * index)
    if (card.state === 'NOT_ENABLED' || number === undefined || cvv === undefined) return {}
    return { cardNumber: { value: number }, cvv: { value: cvv } }
  })
}

function viewOf(
  ctx: ActorCtx,
  card: CardRow,
  available: Available[] | undefined,
  shown: Shown | undefined,
): ManagedCard {
  const { physical: _, userCurrency, ...document } = cardDocument(card)
  return {
    id: card.id,
    profileId: card.profile_id,
    externalHandle: card.external_handle,
    ...(card.tag !== null && { tag: card.tag }),
    friendlyName: card.friendly_name,
    currency: card.currency,
    state: cardState(card),
    type: card.type,
    cardBrand: 'MASTERCARD',
    ...shown,
    cardNumberFirstSix: card.first_six,
    cardNumberLastFour: card.last_four,
    startMmyy: mmyy(card.valid_from),
    expiryMmyy: mmyy(card.valid_until),
    cardLevelClassification: ctx.actor.identityType,
    expiryPeriodMonths: cardTimes.validMonths,
    renewalType: card.renewal_type,
    ...(card.renewal_type === 'RENEW' && card.state !== 'DESTROYED' && { renewalTimestamp: endsAt(card) }),
    creationTimestamp: card.created_at,
    ...document,
    ...(card.type === 'PHYSICAL' && { physicalCardDetails: physicalDetails(card) }),
    mode: card.mode,
    ...(card.user_id !== null && { userId: card.user_id }),
    ...(card.replacement_id !== null &&
      card.replacement_reason !== null && {
        replacement: { id: card.replacement_id, reason: card.replacement_reason },
      }),
    ...(card.mode === 'PREPAID_MODE'
      ? { balances: { availableBalance: card.available_balance, actualBalance: card.actual_balance } }
      : {
          ...(card.parent_account_id !== null && { parentManagedAccountId: card.parent_account_id }),
          ...(userCurrency && { userCurrency }),
          availableToSpend: available ?? [],
        }),
  }
}
