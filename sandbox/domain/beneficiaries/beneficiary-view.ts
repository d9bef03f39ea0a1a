import type { Insertable } from 'kysely'
import {
  BasicBeneficiary,
  type Beneficiary,
  type BeneficiaryBatch,
  BeneficiaryValidationFailure,
} from '../../../contract/beneficiaries'
import type { SandboxBeneficiaryBatchTable } from '../../../storage/schema/trust'
import type { BeneficiaryRow } from './find-beneficiary'

/** A payee as the API answers it, with the batches it went through. */
export function beneficiaryView(
  row: BeneficiaryRow,
  relatedOperationBatches: Beneficiary['relatedOperationBatches'],
): Beneficiary {
  return {
    ...BasicBeneficiary.parse(JSON.parse(row.document)),
    id: row.id,
    relatedOperationBatches,
    state: row.state,
    ...(row.validation_failure !== null && {
      validationFailure: BeneficiaryValidationFailure.parse(row.validation_failure),
    }),
  }
}

/** A batch as the API answers it. */
export function batchView(row: Insertable<SandboxBeneficiaryBatchTable>): BeneficiaryBatch {
  return {
    operationBatchId: { batchId: row.id, operation: row.operation },
    ...(row.tag != null && { tag: row.tag }),
    state: row.state,
  }
}
