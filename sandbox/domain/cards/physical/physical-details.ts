import type { PhysicalCardDetails } from '../../../../contract/managed-card'
import { cardDocument } from '../card-document'
import type { CardRow } from '../find-card'

/** What a physical card is beyond a virtual one, as the API and the webhooks tell it. */
export function physicalDetails(card: CardRow): PhysicalCardDetails {
  const { physical, nameOnCardLine2 } = cardDocument(card)
  const { replacement_id: replacementId, replacement_reason: replacementReason } = card
  return {
    ...(physical && {
      bulkDelivery: physical.bulkDelivery,
      productReference: physical.productReference,
      carrierType: physical.carrierType,
    }),
    pendingActivation: card.pending_activation === 1,
    pinBlocked: card.pin_blocked === 1,
    ...(card.manufacturing_state !== null && { manufacturingState: card.manufacturing_state }),
    // The older field knows no compromised cards: those are virtual.
    ...(replacementId !== null &&
      replacementReason !== null &&
      replacementReason !== 'COMPROMISED' && { replacement: { replacementReason, replacementId } }),
    ...(physical && {
      deliveryAddress: physical.deliveryAddress,
      deliveryMethod: physical.deliveryMethod,
      ...(physical.tracking && {
        deliveryTrackingCode: physical.tracking.code,
        deliveryTrackingMethod: physical.tracking.method,
        deliveryTrackingUrl: physical.tracking.url,
      }),
    }),
    ...(nameOnCardLine2 !== undefined && { nameOnCardLine2 }),
  }
}
