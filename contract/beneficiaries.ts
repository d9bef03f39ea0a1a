import * as z from 'zod'
import { OtpChannel, PushChannel } from './authentication-factors'
import { ofChannel, ofCode, ofPush } from './challenge-codes'
import { forbidden, Id, InstrumentId, page, paging, repeatable, Tag, VerificationCode } from './common'
import { endpoint } from './endpoint'
import { IbanDetails, UkBankDetails } from './managed-accounts'

export const BusinessBeneficiaryType = z.object({ businessName: z.string() })
export const ConsumerBeneficiaryType = z.object({
  nationality: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  dateOfBirth: z.iso.date().optional(),
  fullName: z.string(),
})

/** An account or card of another customer of the programme: for sends. */
export const InstrumentDetailsBeneficiary = z.object({ instrument: InstrumentId })
/** An account at another bank: for outgoing wires. */
export const BankAccountDetailsBeneficiary = z.object({
  address: z.string().min(1).max(150).optional(),
  bankName: z.string().optional(),
  bankAddress: z.string().min(1).max(150).optional(),
  bankCountry: z
    .string()
    .length(2)
    .regex(/^[A-Z]{2}$/)
    .optional(),
  bankAccountDetails: z.union([IbanDetails, UkBankDetails]),
})
export type BankAccountDetailsBeneficiary = z.infer<typeof BankAccountDetailsBeneficiary>

export const BeneficiaryTrustLevel = z.enum(['TRUSTED'])

const payee = {
  trustLevel: BeneficiaryTrustLevel,
  externalRefs: z.array(z.string()).optional(),
  group: z.string().max(150).optional(),
  beneficiaryInformation: z.union([BusinessBeneficiaryType, ConsumerBeneficiaryType]),
  beneficiaryDetails: z.union([InstrumentDetailsBeneficiary, BankAccountDetailsBeneficiary]),
}

// The apostrophe is U+2019, as the vendor has it.
const UK_NAME = /^[a-zA-Z0-9/\-?:().,’+\s#=!"%&*<>;{@\r\n]{1,140}$/
const NAME = /^[\s\S]{1,150}$/

/** A payee as it is ordered. How long the name may be, and of which characters, depends on where the money goes. */
export const BasicBeneficiary = z.object(payee).superRefine((value, ctx) => {
  const { beneficiaryDetails: details, beneficiaryInformation: who } = value
  const [field, name] =
    'businessName' in who ? (['businessName', who.businessName] as const) : (['fullName', who.fullName] as const)
  const uk = 'bankAccountDetails' in details && 'sortCode' in details.bankAccountDetails
  if (!(uk ? UK_NAME : NAME).test(name))
    ctx.addIssue({
      code: 'custom',
      path: ['beneficiaryInformation', field],
      message: 'is no name for this destination',
    })
})
export type BasicBeneficiary = z.infer<typeof BasicBeneficiary>

export const BeneficiaryState = z.enum([
  'INITIALISED',
  'INVALID',
  'PENDING_CHALLENGE',
  'CHALLENGE_FAILED',
  'ACTIVE',
  'REMOVED',
])
export type BeneficiaryState = z.infer<typeof BeneficiaryState>

export const BeneficiaryValidationFailure = z.enum([
  'INSTRUMENT_DETAILS_NOT_FOUND',
  'BENEFICIARY_DETAILS_ALREADY_EXIST',
  'BENEFICIARY_BELONGS_TO_SAME_IDENTITY',
])
export type BeneficiaryValidationFailure = z.infer<typeof BeneficiaryValidationFailure>

export const BeneficiaryBatchOperation = z.enum(['CREATE', 'REMOVE'])
export const BeneficiaryOperationBatchId = z.object({ batchId: Id, operation: BeneficiaryBatchOperation })

/** A payee whom payments reach without a challenge once it is ACTIVE. */
export const Beneficiary = z.object({
  ...payee,
  id: Id,
  relatedOperationBatches: z.array(BeneficiaryOperationBatchId),
  state: BeneficiaryState,
  validationFailure: BeneficiaryValidationFailure.optional(),
})
export type Beneficiary = z.infer<typeof Beneficiary>

export const BeneficiaryBatchState = z.enum([
  'INITIALISED',
  'FAILED',
  'PENDING_CHALLENGE',
  'CHALLENGE_FAILED',
  'CHALLENGE_COMPLETED',
  'COMPLETED',
])
export type BeneficiaryBatchState = z.infer<typeof BeneficiaryBatchState>

/** Payees that are added or removed together; one challenge confirms them all. */
export const BeneficiaryBatch = z.object({
  operationBatchId: BeneficiaryOperationBatchId,
  tag: Tag.optional(),
  state: BeneficiaryBatchState,
})
export type BeneficiaryBatch = z.infer<typeof BeneficiaryBatch>

const beneficiaries = { section: 'beneficiaries', auth: 'token' } as const
const params = z.object({ id: Id })

/** Orders payees; they are looked at one by one, then a challenge makes the good ones ACTIVE. */
export const beneficiaryBatchCreate = endpoint({
  ...beneficiaries,
  id: 'beneficiaryBatchCreate',
  summary: 'Add beneficiaries',
  method: 'POST',
  path: '/beneficiaries',
  permission: 'beneficiaries.manage',
  idempotent: true,
  body: z.object({ tag: Tag.optional(), beneficiaries: z.array(BasicBeneficiary) }),
  responses: { 200: BeneficiaryBatch },
  errors: { 403: forbidden },
})

/** Lists the identity's payees in every state, newest first. */
export const beneficiariesGet = endpoint({
  ...beneficiaries,
  id: 'beneficiariesGet',
  summary: 'List beneficiaries',
  method: 'GET',
  path: '/beneficiaries',
  permission: 'beneficiaries.view',
  query: z.object({ ...paging, batchId: repeatable(Id).optional(), group: repeatable(z.string()).optional() }),
  responses: { 200: page('beneficiaries', Beneficiary) },
  errors: { 403: forbidden },
})

/** Orders the removal of payees; it takes a challenge like their creation. */
export const beneficiaryBatchRemove = endpoint({
  ...beneficiaries,
  id: 'beneficiaryBatchRemove',
  summary: 'Remove beneficiaries',
  method: 'POST',
  path: '/beneficiaries/remove',
  permission: 'beneficiaries.manage',
  idempotent: true,
  body: z.object({ beneficiaryIds: z.array(Id).min(1) }),
  responses: { 200: BeneficiaryBatch },
  errors: { 403: forbidden },
})

/** Lists the identity's batches, newest first. */
export const beneficiaryBatchesGet = endpoint({
  ...beneficiaries,
  id: 'beneficiaryBatchesGet',
  summary: 'List batches of beneficiaries',
  method: 'GET',
  path: '/beneficiaries/batch',
  permission: 'beneficiaries.view',
  query: z.object({
    ...paging,
    state: repeatable(BeneficiaryBatchState).optional(),
    operation: repeatable(BeneficiaryBatchOperation).optional(),
    tag: repeatable(z.string()).optional(),
  }),
  responses: { 200: page('batches', BeneficiaryBatch) },
  errors: { 403: forbidden },
})

export const beneficiaryGet = endpoint({
  ...beneficiaries,
  id: 'beneficiaryGet',
  summary: 'Read a beneficiary',
  method: 'GET',
  path: '/beneficiaries/{id}',
  permission: 'beneficiaries.view',
  params,
  responses: { 200: Beneficiary },
  errors: { 403: forbidden },
})

export const beneficiaryBatchGet = endpoint({
  ...beneficiaries,
  id: 'beneficiaryBatchGet',
  summary: 'Read a batch of beneficiaries',
  method: 'GET',
  path: '/beneficiaries/batch/{id}',
  permission: 'beneficiaries.view',
  params,
  responses: { 200: BeneficiaryBatch },
  errors: { 403: forbidden },
})

const challenge = {
  ...beneficiaries,
  method: 'POST',
  permission: 'payments.confirm',
  responses: { 204: null },
} as const

/** Sends a code for a batch that waits for one. */
export const beneficiaryBatchSCAChallenge = endpoint({
  ...challenge,
  id: 'beneficiaryBatchSCAChallenge',
  summary: 'Confirm beneficiaries: send a code',
  path: '/beneficiaries/batch/{id}/challenges/otp/{channel}',
  params: z.object({ id: Id, channel: OtpChannel }),
  errors: { 403: forbidden, 409: ofChannel },
})

/** The right code carries the batch out. */
export const beneficiaryBatchSCAVerify = endpoint({
  ...challenge,
  id: 'beneficiaryBatchSCAVerify',
  summary: 'Confirm beneficiaries: enter the code',
  path: '/beneficiaries/batch/{id}/challenges/otp/{channel}/verify',
  params: z.object({ id: Id, channel: OtpChannel }),
  body: z.object({ verificationCode: VerificationCode }),
  errors: {
    403: forbidden,
    409: ofCode,
  },
})

/** Asks the person's phone; the outcome is seen on the batch and told by its webhook. */
export const beneficiaryBatchSCAChallengePush = endpoint({
  ...challenge,
  id: 'beneficiaryBatchSCAChallengePush',
  summary: 'Confirm beneficiaries: ask my phone',
  path: '/beneficiaries/batch/{id}/challenges/push/{channel}',
  params: z.object({ id: Id, channel: PushChannel }),
  errors: {
    403: forbidden,
    409: ofPush,
  },
})
