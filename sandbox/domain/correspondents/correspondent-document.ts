import type { Selectable } from 'kysely'
import * as z from 'zod'
import { CorrespondentBankTransferOrder } from '../../../contract/correspondent-bank-transfers'
import { OutgoingWireTransferValidationOutcome } from '../../../contract/wire-transfers'
import type { SandboxCorrespondentTransferTable } from '../../../storage/schema/payments'

export type CorrespondentRow = Selectable<SandboxCorrespondentTransferTable>

/** What is kept of a correspondent transfer besides its columns. */
const CorrespondentDocument = CorrespondentBankTransferOrder.pick({
  originator: true,
  beneficiary: true,
  purpose: true,
  description: true,
  externalData: true,
}).extend({ validationOutcomes: z.array(OutgoingWireTransferValidationOutcome).optional() })
export type CorrespondentDocument = z.infer<typeof CorrespondentDocument>

export const documentOf = (row: CorrespondentRow): CorrespondentDocument =>
  CorrespondentDocument.parse(JSON.parse(row.document))
