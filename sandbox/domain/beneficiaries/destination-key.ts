import type { BasicBeneficiary } from '../../../contract/beneficiaries'
import { referenceKey } from '../linked-accounts/reference-key'

/** One text for one destination, however it was written down: an identity has each of them as a payee once. */
export function destinationKey(details: BasicBeneficiary['beneficiaryDetails']): string {
  return 'instrument' in details
    ? `${details.instrument.type}:${details.instrument.id}`
    : referenceKey(details.bankAccountDetails)
}
