import * as z from 'zod'
import { Id, InstrumentId } from '../common'
import { webhook } from '../webhook'
import { Int64Text, LegacyCurrencyAmount, StringWrappedTypeId } from './legacy'

const signed = { reference: 'call-ref', verify: 'signature-v2' } as const

export const FeeType = z.enum([
  'DEPOSIT',
  'WITHDRAWAL',
  'PURCHASE',
  'REFUND',
  'ATM_WITHDRAWAL',
  'CHARGEBACK',
  'TRANSFER',
  'SEND',
  'OWT',
  'CUSTOM',
  'OTHER',
])

/** How a fee is worked out: amounts by currency, or a share of `value / 10^scale` percent, or both. */
export const LegacyFeeSpec = z.object({
  type: z.enum(['FLAT', 'PERCENTAGE', 'PLUS', 'MAX', 'MIN']).optional(),
  flatAmount: z.array(LegacyCurrencyAmount).optional(),
  percentage: z.object({ value: Int64Text.optional(), scale: z.int().min(-128).max(127).optional() }).optional(),
})

export const ChargeFeeEvent = z.object({
  chargeFee: z.object({
    id: Id,
    feeType: FeeType,
    feeSubType: z.string().max(50).optional(),
    note: z.string().optional(),
    source: InstrumentId,
    feeSpec: LegacyFeeSpec,
    /** The vendor's internal booking; the sandbox sends none. */
    batch: z.record(z.string(), z.unknown()).optional(),
    profileId: z.string().optional(),
  }),
  publishedTimestamp: Int64Text,
  type: z.enum(['UNDEFINED', 'COMPLETED']),
})

/** A fee of the programme's own was taken. */
export const feesWatch = webhook({
  ...signed,
  id: 'fees_watch',
  section: 'fees',
  summary: 'A fee was charged',
  path: '/fees/watch',
  payload: ChargeFeeEvent,
})

export const ManualTransactionEvent = z.object({
  transactionId: Id,
  targetInstrument: InstrumentId,
  availableBalanceAdjustment: Int64Text.optional(),
  actualBalanceAdjustment: Int64Text.optional(),
  transactionTimestamp: Int64Text,
  owner: StringWrappedTypeId.optional(),
})

/** Somebody at the bank corrected a balance by hand. Adjustments carry no sign. */
export const manualTransactionsWatch = webhook({
  ...signed,
  id: 'manual_transactions_watch',
  section: 'transactions',
  summary: 'A balance was corrected by hand',
  path: '/manual_transactions/watch',
  payload: ManualTransactionEvent,
})
