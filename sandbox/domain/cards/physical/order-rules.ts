import type { DeliveryAddress } from '../../../../contract/managed-card'
import { done, type Outcome, refuse } from '../../context'
import type { CardProfile } from '../card-profiles'

export type PrintRefusal =
  | 'CONFIG_ERROR_CARD_BUREAU'
  | 'PRODUCT_REFERENCE_NOT_SPECIFIED'
  | 'PRODUCT_REFERENCE_INVALID'
  | 'CARRIER_TYPE_NOT_SPECIFIED'
  | 'CARRIER_TYPE_INVALID'
type Print = { productReference?: string | undefined; carrierType?: string | undefined }

/** What is to be printed and how it is packed; the only one there is, where nothing is said. */
export function printOf(
  profile: CardProfile,
  { productReference, carrierType }: Print,
): Outcome<{ productReference: string; carrierType: string }, PrintRefusal> {
  const products = Object.keys(profile.products)
  if (products.length === 0) return refuse('CONFIG_ERROR_CARD_BUREAU')
  const product = productReference ?? only(products)
  if (product === undefined) return refuse('PRODUCT_REFERENCE_NOT_SPECIFIED')
  if (!products.includes(product)) return refuse('PRODUCT_REFERENCE_INVALID')
  const carrier = carrierType ?? only(profile.carriers)
  if (carrier === undefined) return refuse('CARRIER_TYPE_NOT_SPECIFIED')
  if (!profile.carriers.includes(carrier)) return refuse('CARRIER_TYPE_INVALID')
  return done({ productReference: product, carrierType: carrier })
}

export function printRefusal(profile: CardProfile, print: Print): PrintRefusal | undefined {
  const printed = printOf(profile, print)
  return printed.ok ? undefined : printed.refusal
}

const only = (list: readonly string[]) => (list.length === 1 ? list[0] : undefined)

export type DeliveryRefusal = 'DELIVERY_METHOD_INVALID' | 'CONTACT_NUMBER_NEEDED_FOR_BULK_DELIVERY'
type Delivery = { bulkDelivery: boolean; deliveryMethod: string; deliveryAddress: DeliveryAddress }

/** Many cards in one box go by registered mail or courier, to somebody who can be called. */
export function deliveryRefusal({
  bulkDelivery,
  deliveryMethod,
  deliveryAddress,
}: Delivery): DeliveryRefusal | undefined {
  if (!bulkDelivery) return undefined
  if (deliveryMethod !== 'REGISTERED_MAIL' && deliveryMethod !== 'COURIER') return 'DELIVERY_METHOD_INVALID'
  return deliveryAddress.contactNumber === undefined ? 'CONTACT_NUMBER_NEEDED_FOR_BULK_DELIVERY' : undefined
}

/** Whether the names of a card fit on its design. */
export function fitsOn(
  profile: CardProfile,
  productReference: string,
  names: { nameOnCard: string; nameOnCardLine2?: string | undefined },
): boolean {
  const most = profile.products[productReference]?.maxPrintCharacters ?? 0
  return names.nameOnCard.length <= most && (names.nameOnCardLine2?.length ?? 0) <= most
}
