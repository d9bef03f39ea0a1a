import * as z from 'zod'
import { Id, InstrumentId, ScheduledTimestamp } from '../common'
import { IbanDetails, UkBankDetails } from '../managed-accounts'
import { Country } from '../people'
import { webhook } from '../webhook'
import {
  ExternalAccountId,
  HolderType,
  OutgoingWireTransfer,
  OutgoingWireTransferState,
  OutgoingWireTransferType,
  OutgoingWireTransferValidationOutcome,
} from '../wire-transfers'
import { Int64Text, LegacyCurrencyAmount, StringWrappedTypeId } from './legacy'

const words = z.string().max(150).optional()

/** Whom a wire pays, all in one: exactly one of `sepa`, `fasterPayments` and `swift` is there. */
export const LegacyWireDestination = z.object({
  beneficiaryName: z.string().max(100),
  beneficiaryAddress: words,
  beneficiaryBankName: words,
  beneficiaryBankAddress: words,
  beneficiaryBankCountry: z
    .string()
    .max(2)
    .regex(/^$|^[A-Z]+$/)
    .optional(),
  beneficiaryAccountType: HolderType.optional(),
  beneficiaryNationality: Country.optional(),
  beneficiaryDateOfBirth: z.iso.date().optional(),
  sepa: IbanDetails.optional(),
  fasterPayments: UkBankDetails.optional(),
  swift: z.object({ iban: z.string(), swift: z.string() }).optional(),
})

/** Why a wire failed or was INVALID, in the webhooks' own words: some differ from those of the operation's conflicts. */
export const LegacyWireConflict = z.enum([
  'UNDEFINED',
  'NO_ERROR',
  'PROFILE_INACTIVE',
  'MODEL_CONSTRAINTS_VIOLATED',
  'DENIED_BY_INTERCEPTOR',
  'DENIED_BY_INSTRUMENT',
  'UNSUPPORTED_CURRENCY',
  'INVALID_AMOUNT',
  'INSUFFICIENT_FUNDS',
  'SOURCE_NOT_FOUND',
  'SOURCE_INSTRUMENT_BLOCKED',
  'FEE_NOT_CONFIGURED_FOR_CURRENCY',
  'TYPE_NOT_SUPPORTED_BY_PROFILE',
  'SOURCE_INSTRUMENT_DESTROYED',
  'IDENTITY_KYC_LEVEL_STEPUP_REQUIRED',
  'CURRENCY_MISMATCH',
  'BENEFICIARY_NOT_FOUND',
  'BENEFICIARY_TYPE_INVALID',
  'PROFILE_NOT_FOUND',
  'SCHEDULED_TIMESTAMP_INVALID',
  'BENEFICIARY_BANK_DETAILS_INVALID',
  'PROVIDER_ERROR',
  'SOURCE_HAS_NO_ACCESS_INSTRUMENT',
  'EXTERNAL_DESTINATION_ACCOUNT_NOT_FOUND',
])
export type LegacyWireConflict = z.infer<typeof LegacyWireConflict>

export const LegacyOutgoingWireTransfer = z.object({
  id: StringWrappedTypeId,
  profileId: Id,
  tag: z
    .string()
    .max(50)
    .regex(/^$|^[a-zA-Z0-9_-]+$/)
    .optional(),
  source: InstrumentId,
  transferAmount: LegacyCurrencyAmount.optional(),
  description: z.string().max(50).optional(),
  type: OutgoingWireTransferType,
  destination: LegacyWireDestination,
  externalAccountId: ExternalAccountId.optional(),
  beneficiaryId: z
    .string()
    .regex(/^$|^[0-9]+$/)
    .optional(),
  state: OutgoingWireTransferState,
  challengeExemptionReason: z.enum(['NO_EXEMPTION', 'LOW_VALUE', 'NOT_ENABLED', 'TRUSTED_BENEFICIARY']).optional(),
  creationTimestamp: Int64Text,
  transactionAmount: LegacyCurrencyAmount,
  transactionFee: LegacyCurrencyAmount.optional(),
  conflict: LegacyWireConflict.optional(),
  scheduledTimestamp: ScheduledTimestamp.optional(),
  cancellationReason: OutgoingWireTransfer.shape.cancellationReason,
  executionTimestamp: ScheduledTimestamp.optional(),
  validationOutcomes: z.array(OutgoingWireTransferValidationOutcome).optional(),
})
export type LegacyOutgoingWireTransfer = z.infer<typeof LegacyOutgoingWireTransfer>

export const OutgoingWireTransferEvent = z.object({
  owner: StringWrappedTypeId,
  transfer: LegacyOutgoingWireTransfer,
  eventType: OutgoingWireTransferState,
  publishedTimestamp: Int64Text,
})
export type OutgoingWireTransferEvent = z.infer<typeof OutgoingWireTransferEvent>

/** A wire came to a new state. */
export const outgoingWireTransfersWatch = webhook({
  id: 'outgoing_wire_transfers_watch',
  section: 'outgoing-wire-transfers',
  summary: 'A wire came to a new state',
  path: '/outgoing_wire_transfers/watch',
  payload: OutgoingWireTransferEvent,
  reference: 'call-ref',
  verify: 'signature-v2',
})
