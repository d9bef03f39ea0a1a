import * as z from 'zod'
import { Id, InstrumentId, ScheduledTimestamp, Tag } from '../common'
import { CorrespondentBankTransfer } from '../correspondent-bank-transfers'
import { CancellationReason, Description } from '../transfers'
import { webhook } from '../webhook'
import { OutgoingWireTransferState } from '../wire-transfers'
import { Int64Text, LegacyCurrencyAmount, StringWrappedTypeId } from './legacy'

/** Why a send came to nothing, in the webhooks' own words: some differ from those of the operation's conflicts. */
export const LegacySendConflict = z.enum([
  'NO_ERROR',
  'PROFILE_INACTIVE',
  'MODEL_CONSTRAINTS_VIOLATED',
  'DENIED_BY_INTERCEPTOR',
  'DENIED_BY_INSTRUMENT',
  'DENIED_BY_FOREX_TRADE',
  'CURRENCY_MISMATCH',
  'SOURCE_NOT_FOUND',
  'DESTINATION_NOT_FOUND',
  'FEE_NOT_CONFIGURED_FOR_CURRENCY',
  'DESTINATION_LIMIT_EXCEEDED',
  'SEND_TO_INSTRUMENT_UNSUPPORTED',
  'INSUFFICIENT_FUNDS',
  'SOURCE_INSTRUMENT_BLOCKED',
  'DESTINATION_INSTRUMENT_BLOCKED',
  'INVALID_AMOUNT',
  'IDENTITY_KYC_LEVEL_STEPUP_REQUIRED',
  'PROFILE_NOT_FOUND',
  'SCHEDULED_TIMESTAMP_INVALID',
])
export type LegacySendConflict = z.infer<typeof LegacySendConflict>

export const LegacyChallengeExemptionReason = z.enum([
  'NO_EXEMPTION',
  'LOW_VALUE',
  'NOT_ENABLED',
  'TRUSTED_BENEFICIARY',
])

export const LegacySendState = z.enum([
  'UNDEFINED',
  'INITIALISED',
  'COMPLETED',
  'REJECTED',
  'FAILED',
  'PENDING',
  'PENDING_CHALLENGE',
  'APPROVED',
  'INVALID',
  'SCHEDULED',
  'CANCELLED',
])

export const LegacySend = z.object({
  beneficiaryId: Id.optional(),
  cancellationReason: CancellationReason.optional(),
  challengeExemptionReason: LegacyChallengeExemptionReason.optional(),
  conflict: LegacySendConflict.optional(),
  creationTimestamp: Int64Text,
  description: Description.optional(),
  destination: InstrumentId,
  destinationAmount: LegacyCurrencyAmount,
  destinationFee: LegacyCurrencyAmount.optional(),
  executionTimestamp: ScheduledTimestamp.optional(),
  id: StringWrappedTypeId,
  profileId: Id,
  scheduledTimestamp: ScheduledTimestamp.optional(),
  source: InstrumentId,
  sourceFee: LegacyCurrencyAmount.optional(),
  state: LegacySendState,
  tag: Tag.optional(),
  transactionAmount: LegacyCurrencyAmount,
})
export type LegacySend = z.infer<typeof LegacySend>

export const SendEventType = z.enum([
  'PENDING',
  'COMPLETED',
  'FAILED',
  'PENDING_CHALLENGE',
  'INVALID',
  'SCHEDULED',
  'CANCELLED',
])
export type SendEventType = z.infer<typeof SendEventType>

export const SendEvent = z.object({ eventType: SendEventType, send: LegacySend, publishedTimestamp: Int64Text })
export type SendEvent = z.infer<typeof SendEvent>

/** A send came to a new state. The path is in the singular. */
export const sendWatch = webhook({
  id: 'send_watch',
  section: 'sends',
  summary: 'A send came to a new state',
  path: '/send/watch',
  payload: SendEvent,
  reference: 'call-ref',
  verify: 'signature-v2',
})

/** Newer than the others: the transfer in the form of the operations, with numbers for integers. */
export const CorrespondentBankTransferEvent = z.object({
  owner: StringWrappedTypeId,
  transfer: CorrespondentBankTransfer,
  eventType: OutgoingWireTransferState,
  publishedTimestamp: Int64Text,
})
export type CorrespondentBankTransferEvent = z.infer<typeof CorrespondentBankTransferEvent>

/** A correspondent transfer came to a new state. */
export const correspondentBankTransfersWatch = webhook({
  id: 'correspondent_bank_transfers_watch',
  section: 'correspondent-bank-transfers',
  summary: 'A wire for somebody else came to a new state',
  path: '/correspondent_bank_transfers/watch',
  payload: CorrespondentBankTransferEvent,
  reference: 'call-ref',
  verify: 'signature-v2',
})
