import * as z from 'zod'
import { CurrencyAmount, forbidden, Id, InstrumentId, page, paging, Timestamp } from './common'
import { endpoint } from './endpoint'
import { FeeSubtype, StatementTransactionType } from './statements'
import { TransferState } from './transfers'

/** A fee that the programme has given a name, taken from an instrument. */
export const ChargeFeeRequest = z.object({ feeType: z.string(), source: InstrumentId })

export const ChargeFee = z.object({
  transactionId: z.object({ type: StatementTransactionType, id: Id }),
  profileId: z.string(),
  feeType: z.string(),
  source: InstrumentId,
  /** Negative: what the instrument has less. */
  availableBalanceAdjustment: CurrencyAmount,
  state: TransferState,
  creationTimestamp: Timestamp,
})
export type ChargeFee = z.infer<typeof ChargeFee>

export const chargeFeeConflicts = [
  'UNRESOLVED_FEE_TYPE',
  'UNRESOLVED_CURRENCY',
  'UNRESOLVED_INSTRUMENT',
  'FUNDS_INSUFFICIENT',
  'IDENTITY_NOT_OWNER_OF_INSTRUMENT',
  'FEE_AMOUNT_NOT_SET',
] as const

/** A fee that was taken from an instrument, or given back. */
export const FeeTransaction = z.object({
  id: Id,
  feeType: FeeSubtype,
  amount: CurrencyAmount,
  instrument: InstrumentId,
  status: z.enum(['PENDING', 'COMPLETED', 'CANCELLED', 'REVERSED']),
  description: z.string().max(255).optional(),
  /** What the fee was taken for, if it was taken for something. */
  relatedTransactionId: Id.optional(),
  creationTimestamp: Timestamp,
  lastUpdatedTimestamp: Timestamp.optional(),
})
export type FeeTransaction = z.infer<typeof FeeTransaction>

/** Lists the fees of all instruments of the identity, newest first unless asked otherwise. */
export const feesGet = endpoint({
  section: 'fees',
  id: 'feesGet',
  summary: 'List fees',
  method: 'GET',
  path: '/fees',
  auth: 'token',
  permission: 'fees.view',
  since: 'v3',
  query: z.object({
    ...paging,
    creationTimestampFrom: Timestamp.optional(),
    creationTimestampTo: Timestamp.optional(),
    sortOrder: z.enum(['ASC', 'DESC']).optional(),
  }),
  responses: { 200: page('fees', FeeTransaction) },
  errors: { 403: forbidden },
})
