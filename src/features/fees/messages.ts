import type { consumerChargeFee } from '#contract/consumers'
import type { corporateChargeFee } from '#contract/corporates'
import type { Conflict } from '#contract/endpoint'
import { sentences } from '@/lib/sentences'

/** Why a fee was not taken. Nothing has moved then. */
export const chargeSentences = sentences('fees.charge', {
  UNRESOLVED_FEE_TYPE: 'There is no fee of this name. Go back and check it against your contract.',
  UNRESOLVED_CURRENCY: 'This fee has no price in the currency of that account or card. Take it from another one.',
  UNRESOLVED_INSTRUMENT: 'This account or card is closed, or is not there any more. Take the fee from another one.',
  FUNDS_INSUFFICIENT: 'There is not enough money on it. Put some there, or take the fee from another one.',
  IDENTITY_NOT_OWNER_OF_INSTRUMENT: 'This account or card is not yours. Take the fee from another one.',
  FEE_AMOUNT_NOT_SET: 'This fee has a name, but no price yet. Ask support to set one.',
} as const satisfies Record<Conflict<typeof corporateChargeFee> | Conflict<typeof consumerChargeFee>, string>)
