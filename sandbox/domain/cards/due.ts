import { endCard, warnOfEnd } from './expiry'
import { dispatchCard, fulfilCard, trackCard } from './physical/manufacturing'

export const cardDue = {
  'card-warning': warnOfEnd,
  'card-end': endCard,
  'card-fulfilment': fulfilCard,
  'card-dispatch': dispatchCard,
  'card-tracking': trackCard,
} as const
