import type { AccountReference } from '../../../contract/linked-accounts'
import { remainder97 } from '../accounts/bank-details'

/** One text for one account, however it was written down: to find it again among many. */
export function referenceKey(reference: AccountReference): string {
  if ('iban' in reference) return `iban:${reference.iban}`
  if ('sortCode' in reference)
    return ['uk', reference.sortCode, reference.accountNumber, reference.secondaryReference ?? ''].join(':')
  return `other:${reference.accountDescriptor.replace(/\s/g, '').toUpperCase()}`
}

/** Whether the check digits of an IBAN are right (ISO 7064, modulo 97). */
export const isIban = (iban: string): boolean => remainder97(iban.slice(4) + iban.slice(0, 4)) === 1
