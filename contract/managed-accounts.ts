import * as z from 'zod'
import { Currency, CurrencyAmount, forbidden, Id, mayStepUp, page, paging, repeatable, Tag, Timestamp } from './common'
import { endpoint } from './endpoint'

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
  friendlyName: z.string().max(50),
  currency: Currency,
  balances: Balances,
  state: InstrumentState,
  lowBalanceThreshold: z.int().optional(),
  creationTimestamp: Timestamp,
})
export type ManagedAccount = z.infer<typeof ManagedAccount>

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
    profileId: z.string().optional(),
    friendlyName: z.string().max(50).optional(),
    state: repeatable(InstrumentState.shape.state).optional(),
    'state.blockedReason': repeatable(InstrumentState.shape.blockedReason.unwrap()).optional(),
    'state.destroyedReason': repeatable(InstrumentState.shape.destroyedReason.unwrap()).optional(),
    currency: z.string().max(3).optional(),
    createdFrom: z.int().optional(),
    createdTo: z.int().optional(),
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
