import * as z from 'zod'
import { Id, InstrumentId } from '../common'
import { webhook } from '../webhook'
import { Int64Text, LegacyCurrencyAmount } from './legacy'

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
