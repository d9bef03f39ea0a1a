import type { AddressPart, AddressProblem } from '@/lib/address'
import { postcodeExample } from '@/lib/postcode'
import { catalogue } from '@/lib/text'

export const t = catalogue('address', {
  country: 'Country',
  chooseCountry: 'Choose a country',
  addressLine1: 'Street and number',
  addressLine2: 'Flat, floor, building',
  city: 'Town or city',
  postCode: 'Post code',
  state: 'County, state or province',
  example: 'For example {example}',
  EMPTY_addressLine1: 'Enter the street and the number.',
  EMPTY_city: 'Enter the town or city.',
  EMPTY: 'This is needed.',
  TOO_LONG: 'This is too long. Shorten it.',
  NO_COUNTRY: 'Choose the country.',
  POSTCODE_EMPTY: 'Enter the post code.',
  POSTCODE_CHARACTERS: 'A post code has only letters, digits, spaces and hyphens.',
  POSTCODE_TOO_LONG: 'A post code has at most 10 characters.',
  POSTCODE_FORM: 'Post codes of this country are written like {example}.',
})

/** Why a part of an address is refused, for a form's resolver as well as for the field itself. */
export function addressRefusalText(part: AddressPart, problem: AddressProblem, country: string): string {
  if (problem === 'POSTCODE_FORM') return t('POSTCODE_FORM', { example: postcodeExample(country) ?? '' })
  if (problem === 'EMPTY' && (part === 'addressLine1' || part === 'city')) return t(`EMPTY_${part}`)
  return t(problem)
}
