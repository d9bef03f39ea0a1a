import * as z from 'zod'
import { OtpChannel, PushChannel } from './authentication-factors'
import { ofChannel, ofCode, ofPush } from './challenge-codes'
import {
  CurrencyAmount,
  forbidden,
  Id,
  InstrumentId,
  InstrumentType,
  mayStepUp,
  page,
  paging,
  publishedOptional,
  repeatable,
  ScheduledTimestamp,
  Tag,
  Timestamp,
  VerificationCode,
} from './common'
import { endpoint } from './endpoint'
import { Cancellation, CancellationOrder, CancellationReason, Description } from './transfers'

export const SendState = z.enum([
  'INVALID',
  'INITIALISED',
  'COMPLETED',
  'REJECTED',
  'FAILED',
  'PENDING',
  'PENDING_CHALLENGE',
  'APPROVED',
  'RETURNED',
  'SCHEDULED',
  'CANCELLED',
])
export type SendState = z.infer<typeof SendState>

/** Why a payment went ahead without a challenge. */
export const ChallengeExemptionReason = z.enum(['LOW_VALUE', 'TRUSTED_BENEFICIARY'])
export type ChallengeExemptionReason = z.infer<typeof ChallengeExemptionReason>

/** Somebody else's instrument, by its id or as one of the identity's beneficiaries. */
export const SendDestination = z.union([InstrumentId, z.object({ beneficiaryId: Id })])
export type SendDestination = z.infer<typeof SendDestination>

/** Money from an instrument of one identity to an instrument of another. */
export const Send = z.object({
  id: Id,
  profileId: Id,
  tag: Tag.optional(),
  source: InstrumentId,
  /** What the sender pays on top. */
  sourceFee: CurrencyAmount.optional(),
  destination: publishedOptional(SendDestination),
  destinationAmount: CurrencyAmount,
  /** What the receiver's side is charged of it. */
  destinationFee: CurrencyAmount.optional(),
  transactionAmount: CurrencyAmount,
  description: Description.optional(),
  state: SendState,
  challengeExemptionReason: ChallengeExemptionReason.optional(),
  creationTimestamp: Timestamp,
  scheduledTimestamp: ScheduledTimestamp.optional(),
  executionTimestamp: ScheduledTimestamp.optional(),
  cancellationReason: CancellationReason.optional(),
})
export type Send = z.infer<typeof Send>

/** What a send is made from; a row of a bulk carries the same. */
export const SendOrder = z.object({
  profileId: Id,
  tag: Tag.optional(),
  source: InstrumentId,
  destination: SendDestination,
  destinationAmount: CurrencyAmount,
  description: Description.optional(),
  scheduledTimestamp: ScheduledTimestamp.optional(),
})
export type SendOrder = z.infer<typeof SendOrder>

const sends = { section: 'sends', auth: 'token' } as const
const params = z.object({ id: Id })

/** Sends money at once or at `scheduledTimestamp`; the state says whether it waits for a confirmation first. */
export const sendCreate = endpoint({
  ...sends,
  id: 'sendCreate',
  summary: 'Send money',
  method: 'POST',
  path: '/sends',
  permission: 'sends.create',
  idempotent: true,
  body: SendOrder,
  responses: { 200: Send },
  errors: {
    403: forbidden,
    409: [
      'PROFILE_INACTIVE',
      'MODEL_CONSTRAINTS_VIOLATED',
      'INTERCEPTOR_DENIED_TRANSACTION',
      'INSTRUMENT_DENIED_TRANSACTION',
      'FOREX_TRADE_DENIED_TRANSACTION',
      'CURRENCY_MISMATCH',
      'SOURCE_INSTRUMENT_BLOCKED',
      'DESTINATION_INSTRUMENT_BLOCKED',
      'SOURCE_NOT_FOUND',
      'DESTINATION_NOT_FOUND',
      'FEE_NOT_CONFIGURED_FOR_CURRENCY',
      'DESTINATION_LIMIT_EXCEEDED',
      'FUNDS_INSUFFICIENT',
      'AMOUNT_INVALID',
      'SOURCE_CANNOT_BE_DEBIT_MODE_CARD',
      'DESTINATION_CANNOT_BE_DEBIT_MODE_CARD',
      'SEND_TO_INSTRUMENT_UNSUPPORTED',
      'SOURCE_INSTRUMENT_DESTROYED',
      'DESTINATION_INSTRUMENT_DESTROYED',
      'SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT',
      'IDENTITY_KYC_LEVEL_STEPUP_REQUIRED',
      'DESTINATION_BELONGS_TO_SAME_IDENTITY',
      'SOURCE_AND_DESTINATION_MUST_BE_IN_SAME_PROGRAMME',
      'BENEFICIARY_NOT_FOUND',
      'BENEFICIARY_TYPE_INVALID',
      'PROFILE_NOT_FOUND',
      'SCHEDULED_TIMESTAMP_INVALID',
      'DESTINATION_FEE_EXCEEDS_TRANSACTION_AMOUNT',
    ],
  },
})

/** Lists what the identity has sent, newest first; `instrumentId` is the source, written as `id=…&type=…`. */
export const sendsGet = endpoint({
  ...sends,
  id: 'sendsGet',
  summary: 'List sends',
  method: 'GET',
  path: '/sends',
  permission: 'sends.view',
  query: z.object({
    ...paging,
    profileId: Id.optional(),
    instrumentId: InstrumentId.optional(),
    'source.id': Id.optional(),
    'source.type': InstrumentType.optional(),
    state: repeatable(SendState).optional(),
    createdFrom: Timestamp.optional(),
    createdTo: Timestamp.optional(),
    executedFrom: Timestamp.optional(),
    executedTo: Timestamp.optional(),
    tag: z.string().optional(),
  }),
  queryStyle: { instrumentId: 'exploded' },
  responses: { 200: page('send', Send) },
  errors: { 403: mayStepUp },
})

/** Cancels scheduled sends; the answer says of each whether it could be. */
export const sendCancel = endpoint({
  ...sends,
  id: 'sendCancel',
  summary: 'Cancel scheduled sends',
  method: 'POST',
  path: '/sends/bulk/cancel',
  permission: 'sends.create',
  body: z.object({ cancellations: z.array(CancellationOrder) }),
  responses: { 200: z.object({ cancellations: z.array(Cancellation) }) },
  errors: { 403: forbidden },
})

export const sendGet = endpoint({
  ...sends,
  id: 'sendGet',
  summary: 'Read a send',
  method: 'GET',
  path: '/sends/{id}',
  permission: 'sends.view',
  params,
  responses: { 200: Send },
  errors: { 403: mayStepUp },
})

/** Calls off a send that nobody has paid yet. */
export const sendSingleCancel = endpoint({
  ...sends,
  id: 'sendSingleCancel',
  summary: 'Cancel a send',
  method: 'POST',
  path: '/sends/{id}/cancel',
  permission: 'sends.create',
  params,
  body: z.object({ cancellationReason: CancellationReason.optional() }).optional(),
  responses: { 200: Send },
  errors: { 403: mayStepUp, 409: ['INVALID_STATE'] },
  since: 'v3',
})

/** Orders many sends that are looked at afterwards, one by one. Bulks have taken its place. */
export const sendCreateBulk = endpoint({
  ...sends,
  id: 'sendCreateBulk',
  summary: 'Send money many times (older form)',
  method: 'POST',
  path: '/sends/bulk/create',
  permission: 'sends.create',
  idempotent: true,
  deprecated: true,
  body: z.object({ sends: z.array(SendOrder) }),
  responses: { 200: z.object({ response: z.array(Send) }) },
  errors: { 403: forbidden, 409: ['TRANSACTION_LIMIT_EXCEEDED'] },
})

const challenge = { ...sends, method: 'POST', permission: 'payments.confirm', deprecated: true } as const

/** Sends a code that confirms this one send. `multipleSCAChallenge` has taken its place. */
export const sendSCAChallenge = endpoint({
  ...challenge,
  id: 'sendSCAChallenge',
  summary: 'Confirm one send: send a code (older form)',
  path: '/sends/{id}/challenges/otp/{channel}',
  params: params.extend({ channel: OtpChannel }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [...ofChannel, 'SCA_EXEMPTION_APPLIED'],
  },
})

export const sendSCAVerify = endpoint({
  ...challenge,
  id: 'sendSCAVerify',
  summary: 'Confirm one send: enter the code (older form)',
  path: '/sends/{id}/challenges/otp/{channel}/verify',
  params: params.extend({ channel: OtpChannel }),
  body: z.object({ verificationCode: VerificationCode }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [...ofCode, 'SCA_EXEMPTION_APPLIED', 'CHALLENGE_NOT_PENDING'],
  },
})

/** Asks the person's phone to confirm this one send. */
export const sendSCAChallengePush = endpoint({
  ...challenge,
  id: 'sendSCAChallengePush',
  summary: 'Confirm one send: ask my phone (older form)',
  path: '/sends/{id}/challenges/push/{channel}',
  params: params.extend({ channel: PushChannel }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [...ofPush, 'SCA_EXEMPTION_APPLIED'],
  },
})
