import * as z from 'zod'
import { Id } from '../common'
import { simulation } from '../simulation'

const card = { method: 'POST', params: z.object({ card_id: Id }), answer: null } as const

/** A card that is not to be renewed comes to its end. */
export const simulateCardExpiry = simulation({
  ...card,
  id: 'cards_card_id_expire',
  summary: 'Let a card expire',
  path: '/cards/{card_id}/expire',
  conflicts: ['INSTRUMENT_DESTROYED', 'INSTRUMENT_NOT_EXPIRABLE', 'TRANSACTION_BATCH_EXCEPTION'],
})

/** The platform is warned that a card nears its end. */
export const simulateCardAboutToExpire = simulation({
  ...card,
  id: 'cards_card_id_about_to_expire',
  summary: 'Warn that a card is about to expire',
  path: '/cards/{card_id}/about_to_expire',
})

/** A card that is to be renewed gets its new date. */
export const simulateCardRenewal = simulation({
  ...card,
  id: 'cards_card_id_renew',
  summary: 'Renew a card',
  path: '/cards/{card_id}/renew',
  conflicts: [
    'INSTRUMENT_DESTROYED',
    'INSTRUMENT_MARKED_LOST_STOLEN',
    'INSTRUMENT_NOT_RENEWABLE',
    'TRANSACTION_BATCH_EXCEPTION',
  ],
})
