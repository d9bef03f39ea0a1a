import { createHash } from 'node:crypto'
import type { MerchantData } from '../../../contract/card-authorisation-forwarding'
import type { CardOrder } from './card-order'

const CASH_MACHINE = '6011'
const GENERAL_MERCHANDISE = '5399'

/** The shop as the card scheme describes it. */
export function merchantOf({ merchant, atm }: Pick<CardOrder, 'merchant' | 'atm'>): MerchantData {
  const { name, id, categoryCode = '', country, street, city, state } = merchant
  const { postalCode, telephone, url, nameOther, networkId, contact } = merchant
  const category = /^[0-9]{4}$/.test(categoryCode) ? categoryCode : GENERAL_MERCHANDISE
  return {
    merchantName: name,
    merchantId: id ?? idOf(name),
    merchantCategoryCode: atm ? CASH_MACHINE : category,
    ...(country !== undefined && { merchantCountry: country }),
    ...(street !== undefined && { merchantStreet: street }),
    ...(city !== undefined && { merchantCity: city }),
    ...(state !== undefined && { merchantState: state }),
    ...(postalCode !== undefined && { merchantPostalCode: postalCode }),
    ...(telephone !== undefined && { merchantTelephone: telephone }),
    ...(url !== undefined && { merchantURL: url }),
    ...(nameOther !== undefined && { merchantNameOther: nameOther }),
    ...(networkId !== undefined && { merchantNetworkId: networkId }),
    ...(contact !== undefined && { merchantContact: contact }),
  }
}

/** Fifteen digits that a name always gets: a refund finds the purchase at the same shop. */
function idOf(name: string): string {
  const drawn = createHash('sha256').update(name.toLowerCase()).digest().readBigUInt64BE()
  return String(drawn % 10n ** 15n).padStart(15, '0')
}
