import * as z from 'zod'
import { Id } from '../common'
import { KycLevel } from '../consumers'
import { KyiStatus } from '../corporates'
import { webhook } from '../webhook'
import { Int64Text } from './legacy'

const signed = { reference: 'call-ref', verify: 'signature-v2' } as const
const corporate = { ...signed, section: 'corporates' } as const
const consumer = { ...signed, section: 'consumers' } as const

/** What is wrong with a company's check, or with that of one of its people. */
export const CorporateKybFailureReason = z.enum([
  'UNDEFINED_REQUIRED_INTERVENTION',
  'DOCUMENTS_UNSATISFACTORY',
  'SUPPLIED_DATA_AND_DOCUMENTS_MISMATCH',
  'LANGUAGE_IN_DOCUMENTS_UNSUPPORTED',
  'SELFIE_UNSATISFACTORY',
  'SELFIE_AND_DOCUMENTS_MISMATCH',
  'CORPORATE_DETAILS_UNSATISFACTORY',
  'BENEFICIARY_DETAILS_UNSATISFACTORY',
  'REPRESENTATIVE_DETAILS_UNSATISFACTORY',
  'OTHER',
  'ROOT_USER_UNMATCHED_TO_DIRECTOR_OR_REPRESENTATIVE',
  'UNSUPPORTED_COUNTRY',
  'EXPIRED_KYC_DOCUMENTS',
])

/** What is wrong with a person's check. */
export const KycRejectionReason = z.enum([
  'UNDEFINED_KYC_FAILURE_REASON',
  'DOCUMENTS_UNSATISFACTORY',
  'SUPPLIED_DATA_AND_DOCUMENTS_MISMATCH',
  'LANGUAGE_IN_DOCUMENTS_UNSUPPORTED',
  'SELFIE_UNSATISFACTORY',
  'SELFIE_AND_DOCUMENTS_MISMATCH',
  'OTHER',
  'UNSUPPORTED_COUNTRY',
  'PEP_STATUS',
  'REJECTED_DUPLICATE',
  'EXPIRED_KYC_DOCUMENTS',
])

/** Webhooks know one status more than the API. */
export const KyiStatusEvent = z.enum(['UNDEFINED', ...KyiStatus.options])

export const KybEvent = z.object({
  corporateId: Id.optional(),
  corporateEmail: z.string().optional(),
  status: KyiStatusEvent.optional(),
  details: z.array(CorporateKybFailureReason).optional(),
  rejectionComment: z.string().optional(),
  ongoingStatus: KyiStatusEvent.optional(),
})

/** Until when a document was good, and when its owner may do less because of it. */
const dates = { documentExpiryDate: Int64Text.optional(), identityRestrictionDate: Int64Text.optional() }

export const KycEvent = z.object({
  consumerId: Id.optional(),
  consumerEmail: z.string().optional(),
  status: KyiStatusEvent.optional(),
  details: z.array(KycRejectionReason).optional(),
  rejectionComment: z.string().optional(),
  kycLevel: KycLevel.optional(),
  ongoingStatus: KyiStatusEvent.optional(),
  ongoingKycLevel: KycLevel.optional(),
  eventTimestamp: Int64Text.optional(),
  additionalInformation: z.object(dates).optional(),
})

export const BeneficiaryType = z.enum([
  'UNDEFINED_BENEFICIARY_TYPE',
  'UBO',
  'DIRECTOR',
  'UNKNOWN',
  'SHAREHOLDER',
  'PARTNER',
  'OTHER_DIRECTOR',
])

/** A director or owner of a company, whom Weavr calls a beneficiary of it; nobody's payee. */
export const BeneficiaryInfo = z.object({
  type: BeneficiaryType.optional(),
  firstName: z.string().optional(),
  middleName: z.string().optional(),
  lastName: z.string().optional(),
  email: z.string().optional(),
  status: KyiStatusEvent.optional(),
  ongoingKybStatus: KyiStatusEvent.optional(),
})

export const BeneficiaryVerifiedEvent = z.object({
  event: z
    .array(
      z.enum([
        'STATUS_UPDATED',
        'BENEFICIARY_TYPE_UPDATED',
        'FIRST_NAME_UPDATED',
        'MIDDLE_NAME_UPDATED',
        'LAST_NAME_UPDATED',
        'EMAIL_UPDATED',
      ]),
    )
    .optional(),
  eventDetails: z.array(CorporateKybFailureReason).optional(),
  additionalInformation: z
    .object({
      corporateId: Id.optional(),
      corporateName: z.string().optional(),
      rootUserEmail: z.string().optional(),
      kybStatus: KyiStatusEvent.optional(),
      beneficiary: BeneficiaryInfo.optional(),
      ...dates,
    })
    .optional(),
  rejectionComment: z.string().optional(),
})

/** ADMIN is Weavr, INNOVATOR the programme. */
export const ActionDoneBy = z.enum(['UNDEFINED', 'ADMIN', 'INNOVATOR'])

export const IdentityActivatedEvent = z.object({ actionDoneBy: ActionDoneBy, emailAddress: z.string() })

export const IdentityDeactivatedReasonCode = z.enum([
  'UNDEFINED_REASON',
  'ACCOUNT_REVIEW',
  'ACCOUNT_SECURITY',
  'TEMPORARY',
  'ACCOUNT_CLOSURE',
  'ACCOUNT_ABANDONED',
])

export const IdentityDeactivatedEvent = IdentityActivatedEvent.extend({ reasonCode: IdentityDeactivatedReasonCode })

/** A company's check moved on. */
export const corporatesKybWatch = webhook({
  ...corporate,
  id: 'corporates_kyb_watch',
  summary: 'The check of a company moved on',
  path: '/corporates/kyb/watch',
  payload: KybEvent,
})

/** The check of somebody who owns or leads a company moved on. */
export const corporatesKybBeneficiariesWatch = webhook({
  ...corporate,
  id: 'corporates_kyb_beneficiaries_watch',
  summary: 'The check of a director or owner moved on',
  path: '/corporates/kyb/beneficiaries/watch',
  payload: BeneficiaryVerifiedEvent,
})

export const corporateActivatedWatch = webhook({
  ...corporate,
  id: 'corporates_corporate_activated_watch',
  summary: 'A company was switched on',
  path: '/corporates/corporate_activated/watch',
  payload: IdentityActivatedEvent,
})

export const corporateDeactivatedWatch = webhook({
  ...corporate,
  id: 'corporates_corporate_deactivated_watch',
  summary: 'A company was switched off',
  path: '/corporates/corporate_deactivated/watch',
  payload: IdentityDeactivatedEvent,
})

/** A consumer's check moved on. */
export const consumersKycWatch = webhook({
  ...consumer,
  id: 'consumers_kyc_watch',
  summary: 'The check of a consumer moved on',
  path: '/consumers/kyc/watch',
  payload: KycEvent,
})

export const consumerActivatedWatch = webhook({
  ...consumer,
  id: 'consumers_consumer_activated_watch',
  summary: 'A consumer was switched on',
  path: '/consumers/consumer_activated/watch',
  payload: IdentityActivatedEvent,
})

export const consumerDeactivatedWatch = webhook({
  ...consumer,
  id: 'consumers_consumer_deactivated_watch',
  summary: 'A consumer was switched off',
  path: '/consumers/consumer_deactivated/watch',
  payload: IdentityDeactivatedEvent,
})
