import * as z from 'zod'
import { Currency, forbidden, Id, mayStepUp, page, paging, repeatable, Tag, Timestamp } from './common'
import { endpoint } from './endpoint'
import { inOrder, StatementHeaders, StatementQuery, StatementV1, StatementV2 } from './statements'

export const InstrumentState = z.object({
  state: z.enum(['ACTIVE', 'BLOCKED', 'DESTROYED', 'NOT_ENABLED']),
  blockedReason: z.enum(['USER', 'SYSTEM', 'LOST', 'SINGLE_SPEND']).optional(),
  destroyedReason: z.enum(['SYSTEM', 'USER', 'LOST', 'STOLEN', 'EXPIRED', 'COMPROMISED', 'SINGLE_SPEND']).optional(),
})

/** Minor units. Actual is what the books hold, available what is left of it after holds. */
export const Balances = z.object({ availableBalance: z.int(), actualBalance: z.int() })

export const ManagedAccount = z.object({
  id: Id,
  profileId: Id,
  tag: Tag.optional(),
  friendlyName: z.string().min(1).max(50),
  currency: Currency,
  balances: Balances,
  state: InstrumentState,
  lowBalanceThreshold: z.int().optional(),
  creationTimestamp: Timestamp,
})
export type ManagedAccount = z.infer<typeof ManagedAccount>

const Bic = z
  .string()
  .min(8)
  .max(11)
  .regex(/^[a-zA-Z0-9]{4}[a-zA-Z]{2}[a-zA-Z0-9]{2}[a-zA-Z0-9]{0,3}$/)
const Iban = z
  .string()
  .min(15)
  .max(34)
  .regex(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/)

export const IbanDetails = z.object({ iban: Iban, bankIdentifierCode: Bic.optional() })
export const SwiftDetails = z.object({ iban: Iban, code: Bic })
export const UkBankDetails = z.object({
  accountNumber: z.string().regex(/^[0-9]{8}$/),
  sortCode: z.string().regex(/^[0-9]{6}$/),
  secondaryReference: z.string().optional(),
})

/** Where money from outside can be sent so that it lands on the account; `bankAccountDetails` is empty until ALLOCATED. */
export const ManagedAccountIBAN = z.object({
  state: z.enum(['UNALLOCATED', 'PENDING_ALLOCATION', 'ALLOCATED']),
  bankAccountDetails: z.array(
    z.object({
      beneficiaryNameAndSurname: z.string(),
      beneficiaryBank: z.string(),
      beneficiaryBankAddress: z.string(),
      paymentReference: z.string().optional(),
      // SWIFT first: the plain IBAN shape would match it too and drop its code.
      details: z.union([SwiftDetails, IbanDetails, UkBankDetails]),
    }),
  ),
})
export type ManagedAccountIBAN = z.infer<typeof ManagedAccountIBAN>

const instrument = { section: 'managed-accounts', auth: 'token' } as const
const params = z.object({ id: Id })

/** Lists the identity's accounts, newest first. */
export const managedAccountsGet = endpoint({
  ...instrument,
  id: 'managedAccountsGet',
  summary: 'List accounts',
  method: 'GET',
  path: '/managed_accounts',
  permission: 'accounts.view',
  query: z.object({
    ...paging,
    profileId: Id.optional(),
    friendlyName: z.string().max(50).optional(),
    state: repeatable(InstrumentState.shape.state).optional(),
    'state.blockedReason': repeatable(InstrumentState.shape.blockedReason.unwrap()).optional(),
    'state.destroyedReason': repeatable(InstrumentState.shape.destroyedReason.unwrap()).optional(),
    currency: z.string().max(3).optional(),
    createdFrom: Timestamp.optional(),
    createdTo: Timestamp.optional(),
    tag: z.string().optional(),
  }),
  responses: { 200: page('accounts', ManagedAccount) },
  errors: { 403: mayStepUp },
})

/** Opens an account in one currency of its profile. The sandbox asks for step-up. */
export const managedAccountCreate = endpoint({
  ...instrument,
  id: 'managedAccountCreate',
  summary: 'Create an account',
  method: 'POST',
  path: '/managed_accounts',
  permission: 'accounts.manage',
  idempotent: true,
  body: z.object({
    profileId: Id,
    friendlyName: z.string().min(1).max(50),
    currency: Currency,
    tag: Tag.optional(),
    lowBalanceThreshold: z.int().optional(),
  }),
  responses: { 200: ManagedAccount },
  errors: {
    403: mayStepUp,
    409: [
      'PROFILE_NOT_FOUND',
      'PROFILE_INACTIVE',
      'MODEL_CONSTRAINTS_VIOLATED',
      'CURRENCY_NOT_SUPPORTED_BY_PROFILE',
      'PROVIDER_NOT_SUPPORTED_BY_PROFILE',
      'INSTRUMENT_NOT_FOUND',
      'OWNER_IDENTITY_NOT_VERIFIED',
      'IDENTITY_LIMITS_EXCEEDED',
      'PROGRAMME_LIMITS_EXCEEDED',
      'INNOVATOR_LIMITS_EXCEEDED',
      'SYSTEM_LIMITS_EXCEEDED',
    ],
  },
})

export const managedAccountGet = endpoint({
  ...instrument,
  id: 'managedAccountGet',
  summary: 'Read an account',
  method: 'GET',
  path: '/managed_accounts/{id}',
  permission: 'accounts.view',
  params,
  responses: { 200: ManagedAccount },
  errors: { 403: mayStepUp },
})

/** Renames or relabels the account, or sets the balance under which its owner is told. */
export const managedAccountUpdate = endpoint({
  ...instrument,
  id: 'managedAccountUpdate',
  summary: 'Change an account',
  method: 'PATCH',
  path: '/managed_accounts/{id}',
  permission: 'accounts.manage',
  params,
  body: z.object({
    tag: Tag.optional(),
    friendlyName: z.string().min(1).max(50).optional(),
    lowBalanceThreshold: z.int().optional(),
    clearLowBalanceThreshold: z.boolean().optional(),
  }),
  responses: { 200: ManagedAccount },
  errors: { 403: mayStepUp },
})

/** Asks for an IBAN; it is allocated a little later. */
export const managedAccountsIBANUpgrade = endpoint({
  ...instrument,
  id: 'managedAccountsIBANUpgrade',
  summary: 'Request an IBAN',
  method: 'POST',
  path: '/managed_accounts/{id}/iban',
  permission: 'accounts.manage',
  idempotent: true,
  params,
  responses: { 200: ManagedAccountIBAN },
  errors: {
    403: forbidden,
    409: [
      'INSTRUMENT_ALREADY_UPGRADED_TO_IBAN',
      'INSTRUMENT_IS_NOT_ACTIVE',
      'IBAN_ALLOCATION_EXCEEDED',
      'IBAN_NOT_SUPPORTED',
      'IBAN_ALREADY_REQUESTED',
      'OWNER_NOT_VERIFIED',
    ],
  },
})

export const managedAccountIBANGet = endpoint({
  ...instrument,
  id: 'managedAccountIBANGet',
  summary: 'Read the IBAN',
  method: 'GET',
  path: '/managed_accounts/{id}/iban',
  permission: 'accounts.view',
  params,
  responses: { 200: ManagedAccountIBAN },
  errors: { 403: forbidden },
})

/** Freezes the account: it can neither pay nor be paid until it is unblocked. */
export const managedAccountBlock = endpoint({
  ...instrument,
  id: 'managedAccountBlock',
  summary: 'Block an account',
  method: 'POST',
  path: '/managed_accounts/{id}/block',
  permission: 'accounts.manage',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['INSTRUMENT_INACTIVE', 'INSTRUMENT_ALREADY_BLOCKED', 'INSTRUMENT_DESTROYED'] },
})

export const managedAccountUnblock = endpoint({
  ...instrument,
  id: 'managedAccountUnblock',
  summary: 'Unblock an account',
  method: 'POST',
  path: '/managed_accounts/{id}/unblock',
  permission: 'accounts.manage',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['INSTRUMENT_INACTIVE', 'INSTRUMENT_NOT_BLOCKED', 'INSTRUMENT_DESTROYED'] },
})

/** Movements with the balance after each. Answers the shape of 3.63.5 unless `x-api-version: LATEST` asks for the newer. */
export const managedAccountStatement = endpoint({
  ...instrument,
  id: 'managedAccountStatement',
  summary: 'Read a statement',
  method: 'GET',
  path: '/managed_accounts/{id}/statement',
  permission: 'accounts.view',
  params,
  query: inOrder(StatementQuery),
  headers: StatementHeaders,
  responses: { 200: z.union([StatementV1, StatementV2]) },
  errors: { 403: mayStepUp },
})

/** Destroys an empty account for good. */
export const managedAccountRemove = endpoint({
  ...instrument,
  id: 'managedAccountRemove',
  summary: 'Remove an account',
  method: 'POST',
  path: '/managed_accounts/{id}/remove',
  permission: 'accounts.manage',
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [
      'BALANCE_NOT_ZERO',
      'INSTRUMENT_ALREADY_REMOVED',
      'INSTRUMENT_HAS_PENDING_ACTIONS',
      'INSTRUMENT_HAS_LINKED_CARDS',
    ],
  },
})
