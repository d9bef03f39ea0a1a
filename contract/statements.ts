import * as z from 'zod'
import { CurrencyAmount, Id, InstrumentType, paging, repeatable, ScaledAmount, Timestamp } from './common'

/** What a 3.63.5 statement (V1) can be filtered by. */
const filterable = [
  'AUTHORISATION',
  'SETTLEMENT',
  'MANUAL_TRANSACTION',
  'TRANSFER',
  'SEND',
  'DEPOSIT',
  'AUTHORISATION_REVERSAL',
  'AUTHORISATION_EXPIRY',
  'AUTHORISATION_DECLINE',
  'AUTHORISATION_MANUAL_CLOSE',
  'MERCHANT_REFUND',
  'MERCHANT_REFUND_REVERSAL',
  'ORIGINAL_CREDIT_TRANSACTION',
  'SETTLEMENT_REVERSAL',
  'ADJUSTMENT',
  'CHARGE_FEE',
  'WITHDRAWAL_RESERVE',
  'WITHDRAWAL_RELEASE',
  'FEE_REVERSAL',
  'OUTGOING_WIRE_TRANSFER',
  'AUTHORISATION_CANCELLATION',
  'SYSTEM_TRANSACTION',
  'OUTGOING_DIRECT_DEBIT_COLLECTION',
  'OUTGOING_DIRECT_DEBIT_REFUND',
  'CORRESPONDENT_BANK_TRANSFER',
] as const
export const StatementFilterType = z.enum(filterable)

export const StatementTransactionType = z.enum([
  ...filterable,
  'LINKED_ACCOUNT_VERIFICATION_TRANSFER',
  'INCOMING_WIRE_TRANSFER',
  'FUNDING',
  'TEST_FUNDING',
])
export type StatementTransactionType = z.infer<typeof StatementTransactionType>

const sortOrder = z.enum(['ASC', 'DESC'])
const amount = CurrencyAmount.optional()

/** One movement of a V1 statement. Adjustments are signed; `additionalFields` depends on the transaction's type. */
export const StatementEntry = z.object({
  transactionId: z.object({ type: StatementTransactionType, id: Id }),
  entryState: z.enum(['PENDING', 'COMPLETED']),
  originalAmount: amount,
  forexRate: ScaledAmount.optional(),
  transactionAmount: CurrencyAmount,
  availableBalanceAdjustment: amount,
  actualBalanceAdjustment: amount,
  balanceAfter: amount,
  availableBalanceAfter: amount,
  actualBalanceAfter: amount,
  transactionFee: amount,
  cardholderFee: amount,
  processedTimestamp: Timestamp,
  sourceAmount: amount,
  userCurrencyTransactionDetails: z
    .object({ userTransactionAmount: CurrencyAmount, userExchangeRate: z.string() })
    .optional(),
  additionalFields: z.record(z.string(), z.unknown()).optional(),
})
export type StatementEntry = z.infer<typeof StatementEntry>

/** The statement of 3.63.5: told from the newer one by `entry`. */
export const StatementV1 = z.object({
  entry: z.array(StatementEntry),
  count: z.int(),
  responseCount: z.int(),
  startBalance: amount,
  endBalance: amount,
  footer: z.string().optional(),
})
export type StatementV1 = z.infer<typeof StatementV1>

export const StatementV2TransactionType = z.enum([
  'card_payments',
  'transfers',
  'sends',
  'outgoing_wire_transfers',
  'incoming_wire_transfers',
  'correspondent_bank_transfers',
  'fees',
  'system_transactions',
])

const AccessInstrumentType = z.enum(['managed_cards', 'ibans'])

/** Who stands on the other side: a shop, an instrument of Weavr's, or a bank account. All fields of all three. */
export const Counterparty = z.union([
  z.object({
    id: Id,
    type: InstrumentType,
    friendlyName: z.string().optional(),
    owner: z
      .object({
        id: Id.optional(),
        type: z.enum(['consumers', 'corporates']).optional(),
        name: z.string().optional(),
      })
      .optional(),
  }),
  z
    .object({
      name: z.string(),
      id: z.string().optional(),
      categoryCode: z.string().optional(),
      country: z.string().optional(),
      digitalWalletTypeUsed: z.enum(['GOOGLE_PAY', 'APPLE_PAY', 'MERCHANT_TOKEN']).optional(),
    })
    // A bank account has a name as well: without something of a shop's own, its IBAN would be dropped here.
    .refine((shop) => shop.id ?? shop.categoryCode ?? shop.country ?? shop.digitalWalletTypeUsed),
  z.object({
    name: z.string().optional(),
    iban: z.string().optional(),
    sortCode: z.string().optional(),
    accountNumber: z.string().optional(),
    bic: z.string().optional(),
    bankCode: z.string().optional(),
    reference: z.string().optional(),
  }),
])

/** What a fee was taken for. */
export const FeeSubtype = z.enum([
  'fee_reversals',
  'incoming_wire_fees',
  'withdrawal_fees',
  'purchase_fees',
  'refund_fees',
  'atm_withdrawal_fees',
  'chargeback_fees',
  'transfer_fees',
  'send_fees',
  'outgoing_wire_transfer_fees',
  'custom_fees',
  'other_fees',
  'instrument_delete_fees',
  'funds_redemption_fees',
  'system_transaction_fees',
])
export type FeeSubtype = z.infer<typeof FeeSubtype>

export const FeeSummary = z.object({
  id: Id,
  type: z.literal('fees'),
  amount: CurrencyAmount,
  subtype: FeeSubtype.optional(),
})

export const StatementV2Entry = z.object({
  entryId: Id,
  transaction: z.object({ id: Id, type: StatementV2TransactionType }),
  description: z.string().max(255).optional(),
  timestamp: Timestamp,
  balanceAdjustment: CurrencyAmount,
  balanceAfter: CurrencyAmount,
  counterparty: Counterparty.optional(),
  fee: FeeSummary.optional(),
  forex: z
    .object({
      originalAmount: amount,
      exchangeRate: ScaledAmount.optional(),
      paddingAmount: amount,
      feeAmount: amount,
    })
    .optional(),
  relatedEntryId: Id.optional(),
  executingAccessInstrument: z.object({ id: Id, type: AccessInstrumentType }).optional(),
})
export type StatementV2Entry = z.infer<typeof StatementV2Entry>

/** The statement of newer versions, answered when `x-api-version: LATEST` is sent: told from the older one by `entries`. */
export const StatementV2 = z.object({
  openingBalance: amount,
  closingBalance: amount,
  entries: z.array(StatementV2Entry),
  count: z.int(),
  responseCount: z.int(),
  footer: z.string().optional(),
})
export type StatementV2 = z.infer<typeof StatementV2>

/** Both vocabularies at once; each version reads its own names. */
export const StatementQuery = z.object({
  offset: paging.offset,
  statementLimit: z.int().min(1).max(500).optional(),
  orderByTimestamp: sortOrder.optional(),
  fromTimestamp: Timestamp.optional(),
  toTimestamp: Timestamp.optional(),
  showFundMovementsOnly: z.boolean().optional(),
  singleEntryPerTransaction: z.boolean().optional(),
  transactionType: repeatable(StatementFilterType).optional(),
  limit: z.int().min(1).max(500).optional(),
  startPeriod: Timestamp.optional(),
  endPeriod: Timestamp.optional(),
  sortOrder: sortOrder.optional(),
  'transaction.type': repeatable(StatementV2TransactionType).optional(),
  'executingAccessInstrument.id': Id.optional(),
  'executingAccessInstrument.type': repeatable(AccessInstrumentType).optional(),
})
export type StatementQuery = z.infer<typeof StatementQuery>

/** As documented, `toTimestamp` must be greater than `fromTimestamp` where both are given. */
export const inOrder = <S extends z.ZodObject>(query: S): S =>
  query.refine(({ fromTimestamp: from, toTimestamp: to }) => !(Number(to) <= Number(from)), {
    path: ['toTimestamp'],
    message: 'must be greater than fromTimestamp',
    params: { error: 'RANGE' },
  })

/** `accept` also takes `application/pdf` and (V1) `text/csv`. */
export const StatementHeaders = z.object({
  accept: z.string().optional(),
  'x-api-version': z.enum(['LATEST']).optional(),
})
