import { completeBatch } from '../beneficiaries/confirmation'
import { validateBatch } from '../beneficiaries/validate-batch'
import { linkedAccountDue } from '../linked-accounts/due'

export const trustDue = {
  'beneficiary-validation': validateBatch,
  'beneficiary-completion': completeBatch,
  ...linkedAccountDue,
} as const
