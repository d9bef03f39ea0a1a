import * as z from 'zod'
import { Currency, CurrencyAmount, forbidden, Id, mayStepUp, page, paging, repeatable, Tag, Timestamp } from './common'
import { endpoint } from './endpoint'
import { StringWrappedTypeId } from './events/legacy'
import { IbanDetails, InstrumentState, UkBankDetails } from './managed-accounts'

/** Whether a person or a company holds the account at the other bank. */
export const AccountType = z.enum(['BUSINESS', 'PERSONAL'])

/** An account number that is neither an IBAN nor a British one, as those of the United States. */
export const AccountDescriptor = z.object({ accountDescriptor: z.string() })

/** How the other bank knows the account. */
export const AccountReference = z.union([IbanDetails, UkBankDetails, AccountDescriptor])
export type AccountReference = z.infer<typeof AccountReference>

export const LinkedAccountState = z.enum(['PENDING_VERIFICATION', 'BLOCKED', 'ACTIVE', 'REJECTED', 'REMOVED'])
export type LinkedAccountState = z.infer<typeof LinkedAccountState>

const country = z
  .string()
  .length(2)
  .regex(/^[A-Z]+$/)

/** An account of the identity's own at another bank. */
export const LinkedAccount = z.object({
  id: Id,
  profileId: Id,
  tag: Tag.optional(),
  friendlyName: z.string().min(1).max(50).optional(),
  name: z.string().min(1).max(100),
  type: AccountType.optional(),
  currency: Currency.optional(),
  country,
  accountReference: AccountReference.optional(),
  state: LinkedAccountState,
  creationTimestamp: Timestamp.optional(),
  owner: StringWrappedTypeId.optional(),
})
export type LinkedAccount = z.infer<typeof LinkedAccount>

export const LinkedAccountVerificationStep = z.enum([
  'TRANSFER_INSTRUCTION',
  'USER_DECLARATION_SCA_CHALLENGE',
  'INTERNAL_CHECKS',
  'MICRO_DEPOSIT',
])
export type LinkedAccountVerificationStep = z.infer<typeof LinkedAccountVerificationStep>

/** Whose turn it is, or how the step ended. */
export const LinkedAccountVerificationStepStatus = z.enum([
  'PENDING_USER',
  'PENDING_REVIEW',
  'PENDING_EXECUTION',
  'REJECTED',
  'COMPLETED',
])

/** What to pay in from the account at the other bank, and to where. */
export const LinkedAccountVerificationTransferInstruction = z.object({
  amount: CurrencyAmount,
  reference: z.string(),
  destination: z
    .object({
      accountOwnerName: z.string().optional(),
      accountType: AccountType.optional(),
      accountReference: AccountReference.optional(),
    })
    .optional(),
})
/** What will show up on the account at the other bank. */
export const LinkedAccountMicroDepositVerification = z.object({
  amount: CurrencyAmount,
  senderName: z.string().optional(),
})

const VerificationStep = z.object({
  step: LinkedAccountVerificationStep.optional(),
  // The instruction first: the deposit's shape would match it too and drop its reference.
  details: z.union([LinkedAccountVerificationTransferInstruction, LinkedAccountMicroDepositVerification]).optional(),
  status: LinkedAccountVerificationStepStatus.optional(),
  completedTimestamp: Timestamp.optional(),
})

/** One attempt to prove that the identity holds the account. */
export const LinkedAccountVerificationRun = z.object({
  id: z.string().optional(),
  state: z.enum(['PENDING', 'VERIFIED', 'REJECTED']),
  completedTimestamp: Timestamp.optional(),
  verificationSteps: z.array(VerificationStep).optional(),
  overriddenReason: z.string().optional(),
})
export type LinkedAccountVerificationRun = z.infer<typeof LinkedAccountVerificationRun>

const linked = { section: 'linked-accounts', auth: 'token' } as const
const params = z.object({ id: Id })

/** Begins to link an account; it is of use once it is verified. */
export const linkedAccountCreate = endpoint({
  ...linked,
  id: 'linkedAccountCreate',
  summary: 'Link an account',
  method: 'POST',
  path: '/linked_accounts',
  permission: 'linked-accounts.manage',
  idempotent: true,
  body: z.object({
    profileId: Id.optional(),
    tag: Tag.optional(),
    name: z.string().min(1).max(100),
    type: AccountType,
    // Loose, so that an IBAN with something beside it reaches the operation, which has codes for that.
    accountReference: z.union([IbanDetails.loose(), UkBankDetails, AccountDescriptor]),
    country,
    friendlyName: z.string().max(50).optional(),
    currency: Currency.optional(),
  }),
  responses: { 200: LinkedAccount },
  errors: {
    403: mayStepUp,
    409: [
      'PROFILE_NOT_FOUND',
      'PROFILE_INACTIVE',
      'MODEL_CONSTRAINTS_VIOLATED',
      'CURRENCY_NOT_SUPPORTED_BY_PROFILE',
      'COUNTRY_NOT_SUPPORTED_BY_PROFILE',
      'ACCOUNT_NUMBER_MISSING',
      'SORT_CODE_MISSING',
      'ACCOUNT_NUMBER_AND_IBAN_PROVIDED',
      'SORT_CODE_AND_IBAN_PROVIDED',
      'NO_ACCOUNT_DETAILS_PROVIDED',
      'INVALID_IDENTITY_TYPE',
      'IBAN_MISSING',
      'LINKED_ACCOUNT_ALREADY_ADDED',
      'MANAGED_ACCOUNT_MISSING',
      'THIS_IS_A_MANAGED_ACCOUNT',
      'ACCOUNT_DESCRIPTOR_MISSING',
    ],
  },
})

/** Lists the identity's linked accounts in every state, newest first. */
export const linkedAccountsGet = endpoint({
  ...linked,
  id: 'linkedAccountsGet',
  summary: 'List linked accounts',
  method: 'GET',
  path: '/linked_accounts',
  permission: 'linked-accounts.view',
  query: z.object({
    ...paging,
    profileId: Id.optional(),
    friendlyName: z.string().max(50).optional(),
    // The published document lists the states of instruments; those of linked accounts are what there is to find.
    state: repeatable(z.enum([...InstrumentState.shape.state.options, ...LinkedAccountState.options])).optional(),
    currency: z.string().max(3).optional(),
    createdFrom: Timestamp.optional(),
    createdTo: Timestamp.optional(),
    tag: z.string().optional(),
  }),
  responses: { 200: page('accounts', LinkedAccount) },
  errors: { 403: mayStepUp },
})

export const linkedAccountGet = endpoint({
  ...linked,
  id: 'linkedAccountGet',
  summary: 'Read a linked account',
  method: 'GET',
  path: '/linked_accounts/{id}',
  permission: 'linked-accounts.view',
  params,
  responses: { 200: LinkedAccount },
  errors: { 403: mayStepUp },
})

/** Renames or relabels a linked account. */
export const linkedAccountUpdate = endpoint({
  ...linked,
  id: 'linkedAccountUpdate',
  summary: 'Change a linked account',
  method: 'PATCH',
  path: '/linked_accounts/{id}',
  permission: 'linked-accounts.manage',
  params,
  body: z.object({ tag: Tag.optional(), friendlyName: z.string().min(1).max(50).optional() }),
  responses: { 200: LinkedAccount },
  errors: { 403: mayStepUp },
})

/** Takes a linked account off for good. */
export const linkedAccountRemove = endpoint({
  ...linked,
  id: 'linkedAccountRemove',
  summary: 'Remove a linked account',
  method: 'POST',
  path: '/linked_accounts/{id}/remove',
  permission: 'linked-accounts.manage',
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: ['LINKED_ACCOUNT_ALREADY_REMOVED', 'LINKED_ACCOUNT_HAS_PENDING_ACTIONS', 'LINKED_ACCOUNT_REJECTED'],
  },
})

export const linkedAccountBlock = endpoint({
  ...linked,
  id: 'linkedAccountBlock',
  summary: 'Block a linked account',
  method: 'POST',
  path: '/linked_accounts/{id}/block',
  permission: 'linked-accounts.manage',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: ['LINKED_ACCOUNT_INACTIVE', 'LINKED_ACCOUNT_ALREADY_BLOCKED', 'LINKED_ACCOUNT_REMOVED'],
  },
})

export const linkedAccountUnblock = endpoint({
  ...linked,
  id: 'linkedAccountUnblock',
  summary: 'Unblock a linked account',
  method: 'POST',
  path: '/linked_accounts/{id}/unblock',
  permission: 'linked-accounts.manage',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: ['LINKED_ACCOUNT_INACTIVE', 'LINKED_ACCOUNT_NOT_BLOCKED', 'LINKED_ACCOUNT_REMOVED'],
  },
})

/** How far the proof of ownership is, step by step, newest run first. */
export const linkedAccountVerificationsGet = endpoint({
  ...linked,
  id: 'linkedAccountVerificationsGet',
  summary: 'List the verifications of a linked account',
  method: 'GET',
  path: '/linked_accounts/{id}/verifications',
  permission: 'linked-accounts.view',
  params,
  query: z.object({ ...paging, state: repeatable(LinkedAccountVerificationRun.shape.state).optional() }),
  responses: { 200: page('verificationRuns', LinkedAccountVerificationRun) },
  errors: { 403: mayStepUp },
})
