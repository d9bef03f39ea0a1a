import * as z from 'zod'
import { Id, InstrumentId, ScheduledTimestamp, Tag } from '../common'
import { Transfer, TransferState } from '../transfers'
import { webhook } from '../webhook'
import { Int64Text, LegacyCurrencyAmount, StringWrappedTypeId } from './legacy'

/** Why a transfer failed, in the webhooks' own words: some differ from those of the operation's conflicts. */
export const LegacyTransferConflict = z.enum([
  'UNDEFINED',
  'NO_ERROR',
  'PROFILE_INACTIVE',
  'MODEL_CONSTRAINTS_VIOLATED',
  'DENIED_BY_INTERCEPTOR',
  'DENIED_BY_INSTRUMENT',
  'DENIED_BY_FOREX_TRADE',
  'CURRENCY_MISMATCH',
  'INSUFFICIENT_FUNDS',
  'SYSTEM_ERROR',
  'SOURCE_NOT_FOUND',
  'DESTINATION_NOT_FOUND',
  'FEE_NOT_CONFIGURED_FOR_CURRENCY',
  'DESTINATION_LIMIT_EXCEEDED',
  'TRANSFER_BETWEEN_INSTRUMENTS_UNSUPPORTED',
  'SOURCE_INSTRUMENT_BLOCKED',
  'DESTINATION_INSTRUMENT_BLOCKED',
  'INVALID_AMOUNT',
  'SCHEDULED_TIMESTAMP_INVALID',
])
export type LegacyTransferConflict = z.infer<typeof LegacyTransferConflict>

export const LegacyTransfer = z.object({
  id: StringWrappedTypeId,
  profileId: Id,
  tag: Tag.optional(),
  source: InstrumentId,
  destination: InstrumentId,
  destinationAmount: LegacyCurrencyAmount,
  state: TransferState,
  creationTimestamp: Int64Text,
  conflict: LegacyTransferConflict.optional(),
  scheduledTimestamp: ScheduledTimestamp.optional(),
  cancellationReason: Transfer.shape.cancellationReason,
  executionTimestamp: ScheduledTimestamp.optional(),
})
export type LegacyTransfer = z.infer<typeof LegacyTransfer>

export const TransferEvent = z.object({
  eventType: z.enum(['PENDING', 'COMPLETED', 'FAILED', 'SCHEDULED', 'CANCELLED']),
  transfer: LegacyTransfer,
  publishedTimestamp: Int64Text,
})
export type TransferEvent = z.infer<typeof TransferEvent>

/** A transfer came to a new state. */
export const transfersWatch = webhook({
  id: 'transfers_watch',
  section: 'transfers',
  summary: 'A transfer came to a new state',
  path: '/transfers/watch',
  payload: TransferEvent,
  reference: 'call-ref',
  verify: 'signature-v2',
})
