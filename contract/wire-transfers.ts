import * as z from 'zod'
import { CurrencyAmount, Id, ScheduledTimestamp, Tag, Timestamp } from './common'
import { IbanDetails, UkBankDetails } from './managed-accounts'
import { Country } from './people'
import { Transfer } from './transfers'

const words = z.string().min(1).max(150)
const CountryCode = z
  .string()
  .length(2)
  .regex(/^[A-Z]{2}$/)

/** What may be known of a payee besides the account. */
const payee = {
  address: words.optional(),
  bankName: z.string().optional(),
  bankAddress: words.optional(),
  bankCountry: CountryCode.optional(),
  nationality: Country.optional(),
  dateOfBirth: z.iso.date().optional(),
}
export const HolderType = z.enum(['PERSONAL', 'BUSINESS'])

/** The older form for SEPA and Faster Payments. */
export const OutgoingWireTransferBeneficiary = z.object({
  name: z.string(),
  type: HolderType.optional(),
  bankAccountDetails: z.union([IbanDetails, UkBankDetails]),
  ...payee,
})

/** An account by its IBAN. RIX, newer than 3.63.5, has the same form. */
export const SEPABeneficiary = z.object({ name: words, ...IbanDetails.shape, ...payee })

export const SWIFTBeneficiary = z.object({
  name: words,
  account: z
    .string()
    .min(1)
    .max(34)
    .regex(/^[a-zA-Z0-9]{1,34}$/),
  bankIdentifierCode: z
    .string()
    .min(8)
    .max(11)
    .regex(/^[a-zA-Z0-9]{8,11}$/)
    .optional(),
  ...payee,
  address: words,
  bankCountry: CountryCode,
})

/** The vendor's own set of characters: its apostrophe is U+2019 as well as the ASCII one. */
export const FasterPaymentsName = z
  .string()
  .min(1)
  .max(140)
  .regex(/^[a-zA-Z0-9/\-?:().,'’+\s#=!"%&*<>;{@\r\n]*$/)
export const FasterPaymentsBeneficiary = z.object({
  name: FasterPaymentsName,
  type: HolderType,
  ...UkBankDetails.shape,
  ...payee,
})

export const BeneficiaryId = z.object({ beneficiaryId: Id })
export const ExternalAccountId = z.object({ type: z.enum(['linked_accounts']), id: Id })
export type ExternalAccountId = z.infer<typeof ExternalAccountId>

/**
 * Where a wire goes: an account that is written out, one of the identity's trusted beneficiaries, or an account of its
 * own elsewhere. Those with more fields come first: a shorter form would match them too and drop the rest.
 */
export const WireDestination = z.union([
  OutgoingWireTransferBeneficiary,
  SWIFTBeneficiary,
  FasterPaymentsBeneficiary,
  SEPABeneficiary,
  BeneficiaryId,
  ExternalAccountId,
])
export type WireDestination = z.infer<typeof WireDestination>

export const OutgoingWireTransferState = z.enum([
  'INVALID',
  'PENDING_CHALLENGE',
  'SUBMITTED',
  'REJECTED',
  'APPROVED',
  'FAILED',
  'COMPLETED',
  'RETURNED',
  'SCHEDULED',
  'CANCELLED',
  'PENDING_CONFIRMATION',
])
export type OutgoingWireTransferState = z.infer<typeof OutgoingWireTransferState>

/** The rail. RIX is newer than 3.63.5. */
export const OutgoingWireTransferType = z.enum(['SEPA', 'FASTER_PAYMENTS', 'SWIFT', 'RIX'])
export type OutgoingWireTransferType = z.infer<typeof OutgoingWireTransferType>

/** What the payee's bank said when it was asked whether name and account belong together. */
export const OutgoingWireTransferValidationOutcome = z.union([
  z.object({
    category: z.literal('UK_CONFIRMATION_OF_PAYEE'),
    categoryResult: z.object({
      match: z.enum(['EXACT_MATCH', 'CLOSE_MATCH', 'NO_MATCH', 'NOT_POSSIBLE']),
      reasonCode: z
        .enum(['ANNM', 'MBAM', 'BANM', 'PANM', 'BAMM', 'PAMM', 'AC01', 'IVCR', 'ACNS', 'OPTO', 'CASS', 'SCNS'])
        .optional(),
      accountName: z.string().optional(),
    }),
  }),
  z.object({
    category: z.literal('SEPA_VERIFICATION_OF_PAYEE'),
    categoryResult: z.object({
      match: z.enum(['MATCH', 'NO_MATCH', 'CLOSE_MATCH', 'NOT_POSSIBLE']),
      accountName: z.string().optional(),
    }),
  }),
])
export type OutgoingWireTransferValidationOutcome = z.infer<typeof OutgoingWireTransferValidationOutcome>

/** Only accounts can pay a wire. */
export const SourceAccount = z.object({ type: z.enum(['managed_accounts']), id: Id })
const Purpose = z.string().max(255)

/** Money to a bank account outside. */
export const OutgoingWireTransfer = z.object({
  id: Id,
  profileId: Id,
  tag: Tag.optional(),
  sourceInstrument: SourceAccount,
  transferAmount: CurrencyAmount,
  fee: CurrencyAmount.optional(),
  purpose: Purpose.optional(),
  description: z.string().max(50).optional(),
  type: OutgoingWireTransferType.optional(),
  destination: WireDestination.optional(),
  state: OutgoingWireTransferState,
  rejectedInfo: z.enum(['SYSTEM', 'USER']).optional(),
  challengeExemptionReason: z.enum(['LOW_VALUE', 'TRUSTED_BENEFICIARY']).optional(),
  creationTimestamp: Timestamp,
  scheduledTimestamp: ScheduledTimestamp.optional(),
  executionTimestamp: ScheduledTimestamp.optional(),
  cancellationReason: Transfer.shape.cancellationReason,
  validationOutcomes: z.array(OutgoingWireTransferValidationOutcome).optional(),
})
export type OutgoingWireTransfer = z.infer<typeof OutgoingWireTransfer>

/** What a wire is made from; a row of a bulk carries the same. `description` is the reference that the payee reads. */
export const OutgoingWireTransferOrder = z.object({
  profileId: Id,
  tag: Tag.optional(),
  sourceInstrument: SourceAccount,
  transferAmount: CurrencyAmount,
  purpose: Purpose.optional(),
  description: z.string().optional(),
  destinationBeneficiary: WireDestination,
  scheduledTimestamp: ScheduledTimestamp.optional(),
})
export type OutgoingWireTransferOrder = z.infer<typeof OutgoingWireTransferOrder>
