import {
  type ManagedCardsExpiryAndRenewalEvent,
  type ManagedCardsReplacementEvent,
  type ManagedCardsStateChangeEvent,
  managedCardsExpiriesWatch,
  managedCardsPhysicalCardsUpgradeWatch,
  managedCardsReplacementWatch,
  managedCardsStateChangeWatch,
} from '../../../contract/events/cards'
import type { MoneyCtx } from '../ledger/batch'
import { emit } from '../outbox/emit'
import { cardState } from './card-state'
import type { CardRow } from './find-card'
import { physicalDetails } from './physical/physical-details'
import { endsAt, mmyy } from './validity'

const cardId = (id: string) => ({ type: 'managed_cards' as const, id })

/** Tells the platform that a card has another state: the one that it is in by now. */
export function tellState(
  ctx: MoneyCtx,
  card: CardRow,
  eventType: ManagedCardsStateChangeEvent['eventType'],
): Promise<void> {
  return emit(ctx, managedCardsStateChangeWatch, {
    id: cardId(card.id),
    timestamp: String(ctx.now()),
    eventType,
    state: cardState(card),
    cardType: card.type,
    renewalType: card.renewal_type,
  })
}

/** Tells how a card nears its end, or goes on. */
export function tellExpiry(
  ctx: MoneyCtx,
  card: CardRow,
  eventType: ManagedCardsExpiryAndRenewalEvent['eventType'],
): Promise<void> {
  return emit(ctx, managedCardsExpiriesWatch, {
    id: cardId(card.id),
    eventType,
    state: cardState(card),
    cardType: card.type,
    expiryMmyy: mmyy(card.valid_until),
    renewalType: card.renewal_type,
    ...(card.renewal_type === 'RENEW' && { renewalTimestamp: String(endsAt(card)) }),
  })
}

/** Tells how far a physical card is. */
export function tellPhysical(ctx: MoneyCtx, card: CardRow): Promise<void> {
  return emit(ctx, managedCardsPhysicalCardsUpgradeWatch, {
    id: cardId(card.id),
    physicalCardDetails: physicalDetails(card),
    upgradedTimestamp: String(ctx.now()),
  })
}

/** Tells that another card takes the place of this one, or a new plastic of the old. */
export function tellReplacement(
  ctx: MoneyCtx,
  card: CardRow,
  replacementId: string,
  replacementReason: ManagedCardsReplacementEvent['replacementReason'],
): Promise<void> {
  return emit(ctx, managedCardsReplacementWatch, {
    eventType: card.type === 'PHYSICAL' ? 'PHYSICAL_REPLACEMENT' : 'VIRTUAL_REPLACEMENT',
    id: cardId(card.id),
    replacementId: cardId(replacementId),
    replacementReason,
    replacementTimestamp: String(ctx.now()),
    ...(card.user_id !== null && { userId: card.user_id }),
  })
}
