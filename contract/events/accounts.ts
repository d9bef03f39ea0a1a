import * as z from 'zod'
import { Currency, Id, InstrumentId, Tag } from '../common'
import { InstrumentState, ManagedAccountIBAN } from '../managed-accounts'
import { webhook } from '../webhook'
import { Int64Text, LegacyCurrencyAmount, StringWrappedTypeId } from './legacy'

const signed = { section: 'managed-accounts', reference: 'call-ref', verify: 'signature-v2' } as const

export const ManagedAccountEventType = z.enum([
  'CREATED',
  'UPDATED',
  'REQUESTED',
  'REJECTED',
  'BLOCKED',
  'UNBLOCKED',
  'DESTROYED',
])
export type ManagedAccountEventType = z.infer<typeof ManagedAccountEventType>

/** An account as the older webhooks write it: integers in strings, the bank details of one rail alone. */
export const LegacyManagedAccount = z.object({
  id: InstrumentId,
  profileId: Id,
  tag: z
    .string()
    .max(50)
    .regex(/^$|^[a-zA-Z0-9_-]+$/)
    .optional(),
  owner: StringWrappedTypeId,
  friendlyName: z.string().min(1).max(50),
  active: z.boolean().optional(),
  currency: Currency,
  balances: z.object({ availableBalance: Int64Text.optional(), actualBalance: Int64Text.optional() }).optional(),
  /** How many blocks of each kind lie on the account. */
  state: z
    .object({ blockTypes: z.record(z.string(), z.int32()).optional(), destroyType: z.string().optional() })
    .optional(),
  creationTimestamp: Int64Text,
  bankAccountDetails: z
    .object({
      beneficiary: z.string().optional(),
      address: z.string().optional(),
      beneficiaryBank: z.string().optional(),
      bankIdentifierCode: z.string().optional(),
      iban: z.string().optional(),
      accountNumber: z.string().optional(),
      sortCode: z.string().optional(),
      paymentReference: z.string().optional(),
    })
    .optional(),
})
export type LegacyManagedAccount = z.infer<typeof LegacyManagedAccount>

export const ManagedAccountEvent = z.object({
  account: LegacyManagedAccount,
  publishedTimestamp: Int64Text,
  type: ManagedAccountEventType,
})

/** An account was opened, changed, blocked, unblocked or closed. */
export const managedAccountsWatch = webhook({
  ...signed,
  id: 'managed_accounts_watch',
  summary: 'An account was opened, changed, blocked, unblocked or closed',
  path: '/managed_accounts/watch',
  payload: ManagedAccountEvent,
})

/** The bank details of an account as a thing of their own; unlike its neighbours it writes its instant as a number. */
export const IbanInstrument = z.object({
  id: Id,
  managedAccountId: Id,
  profileId: Id,
  incomingWireTransferProfileId: Id,
  tag: Tag.optional(),
  friendlyName: z.string().min(1).max(50),
  currency: Currency,
  state: z.object({
    state: z.enum(['PENDING', 'ACTIVE', 'BLOCKED', 'REJECTED', 'DESTROYED']),
    destroyedReason: InstrumentState.shape.destroyedReason,
  }),
  creationTimestamp: z.int(),
  bankAccountDetails: ManagedAccountIBAN.shape.bankAccountDetails.optional(),
})
export type IbanInstrument = z.infer<typeof IbanInstrument>

export const IbanEvent = z.object({
  iban: IbanInstrument,
  publishedTimestamp: Int64Text,
  type: ManagedAccountEventType,
})

/** The IBAN of an account was requested, allocated, blocked, unblocked or went with its account. */
export const ibansWatch = webhook({
  ...signed,
  id: 'ibans_watch',
  summary: 'The IBAN of an account came to a new state',
  path: '/ibans/watch',
  payload: IbanEvent,
})

export const ManagedAccountsDepositEvent = z.object({
  id: InstrumentId,
  transactionId: Int64Text,
  transactionAmount: LegacyCurrencyAmount,
  transactionTimestamp: Int64Text,
  paymentNetwork: z.enum(['SEPA', 'FASTER_PAYMENTS', 'SWIFT', 'BACS', 'CHAPS', 'RIX', 'TARGET']).optional(),
  emailAddress: z.string().optional(),
  owner: StringWrappedTypeId,
  senderName: z.string().optional(),
  state: z.enum(['PENDING', 'COMPLETED', 'REJECTED']).optional(),
  senderIban: z.string().optional(),
  senderSortCode: z.string().optional(),
  senderAccountNumber: z.string().optional(),
  senderAccountDescriptor: z.string().optional(),
  transactionFee: LegacyCurrencyAmount.optional(),
  senderReference: z.string().optional(),
})
export type ManagedAccountsDepositEvent = z.infer<typeof ManagedAccountsDepositEvent>

/** Money from another bank is on its way to an account, has arrived, or was turned away. */
export const managedAccountsDepositsWatch = webhook({
  ...signed,
  id: 'managed_accounts_deposits_watch',
  summary: 'Money from another bank came to an account',
  path: '/managed_accounts/deposits/watch',
  payload: ManagedAccountsDepositEvent,
})

export const ManagedAccountLowBalanceEvent = z.object({
  id: InstrumentId,
  currency: Currency,
  availableBalance: z.int(),
  publishedTimestamp: Int64Text,
})

/** The available balance of an account fell below the mark that its owner set. */
export const managedAccountsLowBalanceWatch = webhook({
  ...signed,
  id: 'managed_accounts_low_balance_watch',
  summary: 'The available balance of an account fell below its mark',
  path: '/managed_accounts/low_balance/watch',
  payload: ManagedAccountLowBalanceEvent,
})

export const ManualTransactionEvent = z.object({
  transactionId: Int64Text,
  targetInstrument: InstrumentId,
  /** The published form knows no sign: what was taken is written like what was given. */
  availableBalanceAdjustment: Int64Text.optional(),
  actualBalanceAdjustment: Int64Text.optional(),
  transactionTimestamp: Int64Text,
  owner: StringWrappedTypeId.optional(),
})

/** Somebody at the bank corrected a balance by hand. */
export const manualTransactionsWatch = webhook({
  ...signed,
  id: 'manual_transactions_watch',
  summary: 'A balance was corrected by hand',
  path: '/manual_transactions/watch',
  payload: ManualTransactionEvent,
})
