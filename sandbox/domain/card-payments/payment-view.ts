import type { MerchantData } from '../../../contract/card-authorisation-forwarding'
import type { CardPayment, CardPaymentEvent } from '../../../contract/card-payment'
import { cardDocument } from '../cards/card-document'
import type { CardRow } from '../cards/find-card'
import type { Payment } from './payment-document'

/** A payment with all its steps, as the API answers it. */
export function paymentView(payment: Payment, card: CardRow, events: readonly CardPaymentEvent[]): CardPayment {
  const { status, doc, related_id: related } = payment
  if (status === 'ASKED') throw new Error(`payment ${payment.id} is undecided`)
  return {
    id: payment.id,
    profileId: payment.profile_id,
    type: payment.type,
    card: paymentCard(card),
    merchant: merchantView(doc.merchant),
    displayAmount: { currency: doc.user?.currency ?? payment.currency, amount: payment.display_amount },
    status,
    ...(related !== null && { relatedCardPaymentId: related }),
    events: [...events],
    creationTimestamp: payment.created_at,
    lastUpdatedTimestamp: payment.updated_at,
  }
}

export function paymentCard(card: CardRow): CardPayment['card'] {
  return {
    id: card.id,
    type: 'managed_cards',
    mode: card.mode === 'DEBIT_MODE' ? 'debit' : 'prepaid',
    friendlyName: card.friendly_name,
    nameOnCard: cardDocument(card).nameOnCard,
    cardBrand: 'MASTERCARD',
    cardNumberFirstSix: card.first_six,
    cardNumberLastFour: card.last_four,
    ...(card.user_id !== null && { linkedUserId: card.user_id }),
    ...(card.parent_account_id !== null && { parentManagedAccountId: card.parent_account_id }),
  }
}

export const merchantView = (merchant: MerchantData): CardPayment['merchant'] => ({
  id: merchant.merchantId,
  name: merchant.merchantName,
  nameOther: merchant.merchantNameOther,
  networkId: merchant.merchantNetworkId,
  categoryCode: merchant.merchantCategoryCode,
  description: merchant.merchantDescription,
  street: merchant.merchantStreet,
  city: merchant.merchantCity,
  state: merchant.merchantState,
  postalCode: merchant.merchantPostalCode,
  country: merchant.merchantCountry,
  telephone: merchant.merchantTelephone,
  url: merchant.merchantURL,
  contact: merchant.merchantContact,
})
