import type { Address } from '#contract/people'
import { type PostcodeProblem, postcodeProblem, writePostcode } from './postcode'

/** An address as it is typed. */
export type AddressText = Record<'addressLine1' | 'addressLine2' | 'city' | 'postCode' | 'state' | 'country', string>
export type AddressPart = keyof AddressText

export const noAddress: AddressText = {
  addressLine1: '',
  addressLine2: '',
  city: '',
  postCode: '',
  state: '',
  country: '',
}

export type AddressProblem = 'EMPTY' | 'TOO_LONG' | 'NO_COUNTRY' | `POSTCODE_${PostcodeProblem}`

/** How much the API takes. */
export const addressLimits = { addressLine1: 150, addressLine2: 150, city: 50, postCode: 10, state: 50 } as const

const isEmpty = (address: AddressText): boolean =>
  Object.entries(address).every(([part, text]) => part === 'country' || !text.trim())

/** What is wrong with one part. An address that may be missing is asked for in full as soon as it was begun. */
export function addressPartProblem(
  part: AddressPart,
  address: AddressText,
  required = true,
): AddressProblem | undefined {
  if (!required && isEmpty(address)) return undefined
  const text = address[part].trim()
  if (part === 'country') return text ? undefined : 'NO_COUNTRY'
  if (part === 'postCode') {
    const problem = postcodeProblem(address.country, text)
    return problem && `POSTCODE_${problem}`
  }
  if (!text) return part === 'addressLine1' || part === 'city' ? 'EMPTY' : undefined
  return text.length > addressLimits[part] ? 'TOO_LONG' : undefined
}

export type AddressProblems = Partial<Record<AddressPart, AddressProblem>>

const parts: readonly AddressPart[] = ['country', 'addressLine1', 'addressLine2', 'city', 'postCode', 'state']

/** What is wrong with an address, by part; empty when it can be sent. */
export function addressProblems(address: AddressText, required = true): AddressProblems {
  const problems: AddressProblems = {}
  for (const part of parts) {
    const problem = addressPartProblem(part, address, required)
    if (problem) problems[part] = problem
  }
  return problems
}

/** An address as the request has it: trimmed, the post code as its country writes it, nothing that was left empty. */
export function toAddress(text: AddressText): Address | undefined {
  if (isEmpty(text)) return undefined
  const [line2, state] = [text.addressLine2.trim(), text.state.trim()]
  return {
    addressLine1: text.addressLine1.trim(),
    ...(line2 && { addressLine2: line2 }),
    city: text.city.trim(),
    postCode: writePostcode(text.country, text.postCode),
    ...(state && { state }),
    country: text.country,
  }
}

/** A known address as text, for a form that begins with it. */
export const addressText = (address: Partial<Address> | undefined): AddressText => ({
  addressLine1: address?.addressLine1 ?? '',
  addressLine2: address?.addressLine2 ?? '',
  city: address?.city ?? '',
  postCode: address?.postCode ?? '',
  state: address?.state ?? '',
  country: address?.country ?? '',
})
