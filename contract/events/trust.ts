import * as z from 'zod'
import {
  BeneficiaryBatchOperation,
  BeneficiaryState,
  BeneficiaryTrustLevel,
  BeneficiaryValidationFailure,
  BusinessBeneficiaryType,
  ConsumerBeneficiaryType,
  InstrumentDetailsBeneficiary,
} from '../beneficiaries'
import { Id, Tag } from '../common'
import { LinkedAccount } from '../linked-accounts'
import { IbanDetails, UkBankDetails } from '../managed-accounts'
import { webhook } from '../webhook'
import { Int64Text } from './legacy'

const signed = { reference: 'call-ref', verify: 'signature-v2' } as const

export const LinkedAccountEventType = z.enum([
  'PENDING_VERIFICATION',
  'VERIFIED',
  'BLOCKED',
  'UNBLOCKED',
  'REMOVED',
  'REJECTED',
])
export type LinkedAccountEventType = z.infer<typeof LinkedAccountEventType>

/** The account itself has the form of the API here. */
export const LinkedAccountEvent = z.object({
  linkedAccount: LinkedAccount,
  publishedTimestamp: Int64Text,
  eventType: LinkedAccountEventType,
})

/** A linked account was added, verified, rejected, blocked, unblocked or removed. */
export const linkedAccountsWatch = webhook({
  ...signed,
  id: 'linked_accounts_watch',
  section: 'linked-accounts',
  summary: 'A linked account changed',
  path: '/linked_accounts/watch',
  payload: LinkedAccountEvent,
})

export const LegacyBankAccountDetailsBeneficiary = z.object({
  beneficiaryName: z.string().min(1).max(100).optional(),
  address: z.string().max(150).optional(),
  bankName: z.string().max(150).optional(),
  bankAddress: z.string().max(150).optional(),
  bankCountry: z
    .string()
    .length(2)
    .regex(/^[A-Z]+$/)
    .optional(),
  sepaBankDetails: IbanDetails.optional(),
  fasterPaymentsBankDetails: UkBankDetails.optional(),
})

/** A payee as the older webhooks write it: each alternative under a name of its own, and narrower than the API. */
export const LegacyBeneficiary = z.object({
  id: Id,
  externalRefs: z.array(z.string()).optional(),
  group: z
    .string()
    .max(50)
    .regex(/^[a-zA-Z0-9_-]+$/)
    .optional(),
  trustLevel: BeneficiaryTrustLevel,
  beneficiaryInformation: z.object({
    businessBeneficiaryType: BusinessBeneficiaryType.optional(),
    consumerBeneficiaryType: ConsumerBeneficiaryType.optional(),
  }),
  beneficiaryDetails: z.object({
    instrumentDetailsBeneficiary: InstrumentDetailsBeneficiary.optional(),
    bankAccountDetailsBeneficiary: LegacyBankAccountDetailsBeneficiary.optional(),
  }),
  state: BeneficiaryState,
  validationFailure: z
    .enum([...BeneficiaryValidationFailure.options, 'BENEFICIARY_VALIDATION_FAILURE_UNKNOWN'])
    .optional(),
})
export type LegacyBeneficiary = z.infer<typeof LegacyBeneficiary>

/** That a batch is COMPLETED is not told: its challenge being completed is the last that is heard. */
export const BeneficiaryBatchEventType = z.enum([
  'INITIALISED',
  'FAILED',
  'PENDING_CHALLENGE',
  'CHALLENGE_FAILED',
  'CHALLENGE_COMPLETED',
])
export type BeneficiaryBatchEventType = z.infer<typeof BeneficiaryBatchEventType>

export const BeneficiaryBatchEvent = z.object({
  id: Id,
  operation: BeneficiaryBatchOperation,
  tag: Tag.optional(),
  publishedTimestamp: Int64Text,
  eventType: BeneficiaryBatchEventType,
  beneficiaries: z.array(LegacyBeneficiary),
})

/** A batch of beneficiaries went a step further. */
export const beneficiaryBatchWatch = webhook({
  ...signed,
  id: 'beneficiary_batch_watch',
  section: 'beneficiaries',
  summary: 'A batch of beneficiaries moved on',
  path: '/beneficiaries/batch/watch',
  payload: BeneficiaryBatchEvent,
})
