import type { Insertable, Selectable } from 'kysely'
import * as z from 'zod'
import { IbanDetails, UkBankDetails } from '../../../contract/managed-accounts'
import {
  HolderType,
  OutgoingWireTransferValidationOutcome,
  SWIFTBeneficiary,
  WireDestination,
} from '../../../contract/wire-transfers'
import type { SandboxWireTable } from '../../../storage/schema/payments'

export type WireRow = Selectable<SandboxWireTable>
export type NewWireRow = Insertable<SandboxWireTable>

/** Who is paid, and at which account: what the order wrote out, or what a beneficiary or linked account stands for. */
export const Payee = z.object({
  name: z.string(),
  type: HolderType.optional(),
  account: z.union([
    z.object({ kind: z.literal('iban'), ...IbanDetails.shape }),
    z.object({ kind: z.literal('uk'), ...UkBankDetails.shape }),
    z.object({ kind: z.literal('swift'), ...SWIFTBeneficiary.pick({ account: true, bankIdentifierCode: true }).shape }),
  ]),
  ...SWIFTBeneficiary.pick({
    address: true,
    bankName: true,
    bankAddress: true,
    bankCountry: true,
    nationality: true,
    dateOfBirth: true,
  }).partial().shape,
})
export type Payee = z.infer<typeof Payee>

/** What is kept of a wire besides its columns. */
export const WireDocument = z.object({
  destination: WireDestination,
  /** Absent where a bulk's order never found one. */
  payee: Payee.optional(),
  purpose: z.string().optional(),
  description: z.string().optional(),
  validationOutcomes: z.array(OutgoingWireTransferValidationOutcome).optional(),
  returned: z.object({ at: z.int(), reason: z.string() }).optional(),
})
export type WireDocument = z.infer<typeof WireDocument>

export const documentOf = (row: Pick<NewWireRow, 'document'>): WireDocument =>
  WireDocument.parse(JSON.parse(row.document))

export type Rail = 'SEPA' | 'FASTER_PAYMENTS' | 'SWIFT'
