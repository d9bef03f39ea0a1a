import * as z from 'zod'
import { CardPayment } from './card-payment'
import { CurrencyAmount, forbidden, Id, InstrumentId, mayStepUp, page, paging, repeatable, Timestamp } from './common'
import { CorrespondentBankTransfer } from './correspondent-bank-transfers'
import { endpoint } from './endpoint'
import { FeeTransaction } from './fees'
import { IncomingWireTransfer } from './incoming-wire-transfers'
import { Send } from './sends'
import {
  FeeSummary,
  inOrder,
  StatementHeaders,
  StatementQuery,
  StatementV1,
  StatementV2TransactionType,
} from './statements'
import { Transfer } from './transfers'
import { OutgoingWireTransfer } from './wire-transfers'

/** The states of all kinds of transaction in one vocabulary, told by whether money has moved and stays moved. */
export const TransactionActivityStatus = z.enum([
  'DRAFT',
  'SUBMITTED',
  'PROCESSING',
  'COMPLETED',
  'CANCELLED',
  'RETURNED',
])
export type TransactionActivityStatus = z.infer<typeof TransactionActivityStatus>

export const TransactionActivityDirection = z.enum(['CREDIT', 'DEBIT'])

/** Something that the platform did to an instrument by itself. */
export const SystemTransaction = z.object({
  id: Id,
  subtype: z
    .enum([
      'account_closures',
      'chargebacks_represented',
      'chargebacks_won',
      'manual_auth_expiries',
      'negative_card_balances',
      'balance_adjustments',
      'lost_stolen_replacement_balance_transfers',
    ])
    .optional(),
  amount: CurrencyAmount,
  instrument: InstrumentId,
  status: TransactionActivityStatus,
  reason: z.string().max(255).optional(),
  relatedTransactionId: Id.optional(),
  creationTimestamp: Timestamp,
  lastUpdatedTimestamp: Timestamp.optional(),
})
export type SystemTransaction = z.infer<typeof SystemTransaction>

/** A transaction as one instrument sees it: a transfer between two of them is there for each. */
export const InstrumentTransaction = z.object({
  id: Id,
  type: StatementV2TransactionType,
  status: TransactionActivityStatus,
  direction: TransactionActivityDirection.optional(),
  /** Never negative; `direction` says which way. */
  amount: CurrencyAmount,
  fee: FeeSummary.optional(),
  creationTimestamp: Timestamp,
  lastUpdatedTimestamp: Timestamp.optional(),
  /** The transaction as its own resource answers it. */
  transaction: z
    // From the more to the less demanding: a send read as a transfer would lose its fees.
    .union([
      Send,
      Transfer,
      OutgoingWireTransfer,
      CorrespondentBankTransfer,
      IncomingWireTransfer,
      CardPayment,
      FeeTransaction,
      SystemTransaction,
    ])
    .optional(),
})
export type InstrumentTransaction = z.infer<typeof InstrumentTransaction>

export const IdentityTransaction = InstrumentTransaction.extend({ instrument: InstrumentId })
export type IdentityTransaction = z.infer<typeof IdentityTransaction>

const query = z.object({
  ...paging,
  type: repeatable(StatementV2TransactionType).optional(),
  status: repeatable(TransactionActivityStatus).optional(),
  direction: TransactionActivityDirection.optional(),
  creationTimestampFrom: Timestamp.optional(),
  creationTimestampTo: Timestamp.optional(),
  lastUpdatedTimestampFrom: Timestamp.optional(),
  lastUpdatedTimestampTo: Timestamp.optional(),
  sortOrder: z.enum(['ASC', 'DESC']).optional(),
  sortBy: z.enum(['creationTimestamp', 'lastUpdatedTimestamp']).optional(),
})
export type TransactionQuery = z.infer<typeof query>

const read = { method: 'GET', auth: 'token', since: 'v3' } as const
const instrument = z.object({ id: Id })
const one = z.object({ id: Id, transactionId: Id })

/** Everything that happened on an account or is about to, newest first unless asked otherwise. */
export const managedAccountTransactionsGet = endpoint({
  ...read,
  id: 'managedAccountTransactionsGet',
  section: 'transactions',
  summary: 'List the transactions of an account',
  path: '/managed_accounts/{id}/transactions',
  permission: 'accounts.view',
  params: instrument,
  query,
  responses: { 200: page('transactions', InstrumentTransaction) },
  errors: { 403: mayStepUp },
})

export const managedAccountTransactionGet = endpoint({
  ...read,
  id: 'managedAccountTransactionGet',
  section: 'transactions',
  summary: 'Read a transaction of an account',
  path: '/managed_accounts/{id}/transactions/{transactionId}',
  permission: 'accounts.view',
  params: one,
  responses: { 200: InstrumentTransaction },
  errors: { 403: mayStepUp },
})

/** The same of a card; what a debit card does is its account's as well. */
export const managedCardTransactionsGet = endpoint({
  ...read,
  id: 'managedCardTransactionsGet',
  section: 'transactions',
  summary: 'List the transactions of a card',
  path: '/managed_cards/{id}/transactions',
  permission: 'cards.view',
  params: instrument,
  query,
  responses: { 200: page('transactions', InstrumentTransaction) },
  errors: { 403: mayStepUp },
})

export const managedCardTransactionGet = endpoint({
  ...read,
  id: 'managedCardTransactionGet',
  section: 'transactions',
  summary: 'Read a transaction of a card',
  path: '/managed_cards/{id}/transactions/{transactionId}',
  permission: 'cards.view',
  params: one,
  responses: { 200: InstrumentTransaction },
  errors: { 403: mayStepUp },
})

/** The same of all instruments of the identity. */
export const transactionsGet = endpoint({
  ...read,
  id: 'transactionsGet',
  section: 'transactions',
  summary: 'List transactions',
  path: '/transactions',
  permission: 'transactions.view',
  query,
  responses: { 200: page('transactions', IdentityTransaction) },
  errors: { 403: forbidden },
})

const oldStatement = {
  ...read,
  params: instrument,
  headers: StatementHeaders.pick({ accept: true }),
  responses: { 200: StatementV1 },
  errors: { 403: mayStepUp },
  deprecated: true,
} as const
const oldQuery = StatementQuery.pick({
  offset: true,
  statementLimit: true,
  orderByTimestamp: true,
  fromTimestamp: true,
  toTimestamp: true,
  singleEntryPerTransaction: true,
  transactionType: true,
})

/** Where the newer document keeps the statement of 3.63.5. */
export const managedAccountStatementDeprecated = endpoint({
  ...oldStatement,
  id: 'managedAccountStatementDeprecated',
  section: 'managed-accounts',
  summary: 'Read a statement in the older form',
  path: '/deprecated/managed_accounts/{id}/statement',
  permission: 'accounts.view',
  query: inOrder(oldQuery.extend({ showFundMovementsOnly: StatementQuery.shape.showFundMovementsOnly })),
})

export const managedCardStatementDeprecated = endpoint({
  ...oldStatement,
  id: 'managedCardStatementDeprecated',
  section: 'managed-cards',
  summary: 'Read a statement of a card in the older form',
  path: '/deprecated/managed_cards/{id}/statement',
  permission: 'cards.view',
  query: inOrder(oldQuery),
})
