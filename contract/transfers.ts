import * as z from 'zod'
import {
  CurrencyAmount,
  forbidden,
  Id,
  InstrumentId,
  mayStepUp,
  page,
  paging,
  repeatable,
  ScheduledTimestamp,
  Tag,
  Timestamp,
} from './common'
import { endpoint } from './endpoint'

export const TransferState = z.enum([
  'INITIALISED',
  'COMPLETED',
  'REJECTED',
  'FAILED',
  'PENDING',
  'SCHEDULED',
  'CANCELLED',
])
export type TransferState = z.infer<typeof TransferState>

export const Description = z
  .string()
  .max(255)
  .regex(/^[a-zA-Z0-9/\-?:().$_,'+\s#=!"%&*<>;{@\r\n]*$/)
export const CancellationReason = z
  .string()
  .max(50)
  .regex(/^[ a-zA-Z0-9_-]+$/)

/** Money between two instruments of one identity. */
export const Transfer = z.object({
  id: Id,
  profileId: Id,
  tag: Tag.optional(),
  source: InstrumentId,
  destination: InstrumentId,
  destinationAmount: CurrencyAmount,
  description: Description.optional(),
  state: TransferState,
  creationTimestamp: Timestamp,
  scheduledTimestamp: ScheduledTimestamp.optional(),
  executionTimestamp: ScheduledTimestamp.optional(),
  cancellationReason: CancellationReason.optional(),
})
export type Transfer = z.infer<typeof Transfer>

/** What a transfer is made from; a row of a bulk carries the same. */
export const TransferOrder = z.object({
  profileId: Id,
  tag: Tag.optional(),
  source: InstrumentId,
  description: Description.optional(),
  destination: InstrumentId,
  destinationAmount: CurrencyAmount,
  scheduledTimestamp: ScheduledTimestamp.optional(),
})
export type TransferOrder = z.infer<typeof TransferOrder>

/** One payment to call off, of a list. */
export const CancellationOrder = z.object({ id: Id, cancellationReason: CancellationReason.optional() })
export type CancellationOrder = z.infer<typeof CancellationOrder>

/** The outcome of one cancellation; some may succeed where others fail. */
export const Cancellation = z.object({
  id: Id,
  state: z.enum(['SUCCESS', 'ERROR']),
  errorCode: z.enum(['GENERIC', 'TRANSACTION_NOT_SCHEDULED', 'FORBIDDEN', 'NOT_FOUND']).optional(),
})
export type Cancellation = z.infer<typeof Cancellation>

const transfers = { section: 'transfers', auth: 'token' } as const

/** Moves money at once, or at `scheduledTimestamp`. */
export const transferCreate = endpoint({
  ...transfers,
  id: 'transferCreate',
  summary: 'Transfer money',
  method: 'POST',
  path: '/transfers',
  permission: 'transfers.create',
  idempotent: true,
  body: TransferOrder,
  responses: { 200: Transfer },
  errors: {
    403: forbidden,
    409: [
      'PROFILE_INACTIVE',
      'MODEL_CONSTRAINTS_VIOLATED',
      'INTERCEPTOR_DENIED_TRANSACTION',
      'INSTRUMENT_DENIED_TRANSACTION',
      'SOURCE_INSTRUMENT_DESTROYED',
      'DESTINATION_INSTRUMENT_DESTROYED',
      'FOREX_TRADE_DENIED_TRANSACTION',
      'CURRENCY_MISMATCH',
      'SOURCE_INSTRUMENT_BLOCKED',
      'DESTINATION_INSTRUMENT_BLOCKED',
      'FUNDS_INSUFFICIENT',
      'AMOUNT_INVALID',
      'SOURCE_NOT_FOUND',
      'DESTINATION_NOT_FOUND',
      'FEE_NOT_CONFIGURED_FOR_CURRENCY',
      'DESTINATION_LIMIT_EXCEEDED',
      'SOURCE_CANNOT_BE_DEBIT_MODE_CARD',
      'DESTINATION_CANNOT_BE_DEBIT_MODE_CARD',
      'TRANSFER_BETWEEN_INSTRUMENTS_UNSUPPORTED',
      'SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT',
      'SCHEDULED_TIMESTAMP_INVALID',
    ],
  },
})

/** Lists the identity's transfers, newest first; `instrumentId` is written as `id=…&type=…`. */
export const transfersGet = endpoint({
  ...transfers,
  id: 'transfersGet',
  summary: 'List transfers',
  method: 'GET',
  path: '/transfers',
  permission: 'transfers.view',
  query: z.object({
    ...paging,
    profileId: Id.optional(),
    instrumentId: InstrumentId.optional(),
    state: repeatable(TransferState).optional(),
    createdFrom: Timestamp.optional(),
    createdTo: Timestamp.optional(),
    executedFrom: Timestamp.optional(),
    executedTo: Timestamp.optional(),
    tag: z.string().optional(),
  }),
  queryStyle: { instrumentId: 'exploded' },
  responses: { 200: page('transfer', Transfer) },
  errors: { 403: mayStepUp },
})

/** Cancels scheduled transfers; the answer says of each whether it could be. */
export const transferCancel = endpoint({
  ...transfers,
  id: 'transferCancel',
  summary: 'Cancel scheduled transfers',
  method: 'POST',
  path: '/transfers/bulk/cancel',
  permission: 'transfers.create',
  body: z.object({
    cancellations: z.array(CancellationOrder),
  }),
  responses: { 200: z.object({ cancellations: z.array(Cancellation) }) },
})

export const transferGet = endpoint({
  ...transfers,
  id: 'transferGet',
  summary: 'Read a transfer',
  method: 'GET',
  path: '/transfers/{id}',
  permission: 'transfers.view',
  params: z.object({ id: Id }),
  responses: { 200: Transfer },
  errors: { 403: mayStepUp },
})
