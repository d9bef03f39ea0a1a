import { completeBatch } from '../beneficiaries/confirmation'
import { validateBatch } from '../beneficiaries/validate-batch'

export const trustDue = {
  'beneficiary-validation': validateBatch,
  'beneficiary-completion': completeBatch,
} as const
