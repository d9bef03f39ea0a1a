import * as z from 'zod'
import { CredentialId, Id } from '../common'
import { webhook } from '../webhook'
import { Int64Text, StringWrappedTypeId } from './legacy'

const signed = { reference: 'call-ref', verify: 'signature-v2' } as const

/** How it ended that a person was asked to prove who they are. */
export const ProofStatus = z.enum(['VERIFIED', 'DECLINED', 'EXPIRED'])
export type ProofStatus = z.infer<typeof ProofStatus>

/** `type` is free text to the vendor; the sandbox writes PASSWORD, BIOMETRIC or ACCESS_TOKEN. */
export const LoginEvent = z.object({
  credential: CredentialId,
  identity: StringWrappedTypeId.optional(),
  type: z.string(),
  status: ProofStatus,
  publishedTimestamp: Int64Text,
})

/** Somebody signed in, or tried to. */
export const loginWatch = webhook({
  ...signed,
  id: 'login_watch',
  section: 'access',
  summary: 'Somebody signed in or tried to',
  path: '/login/watch',
  payload: LoginEvent,
})

/** `type` is the kind of factor: OTP, PUSH or BIOMETRIC. */
export const StepupEvent = z.object({
  credential: CredentialId,
  identity: StringWrappedTypeId,
  challengeId: Id,
  type: z.string(),
  status: ProofStatus,
  publishedTimestamp: Int64Text,
  authToken: z.string().optional(),
})

/** A step-up was accomplished, refused or forgotten. */
export const stepupWatch = webhook({
  ...signed,
  id: 'stepup_watch',
  section: 'step-up-challenges',
  summary: 'A step-up ended',
  path: '/stepup/watch',
  payload: StepupEvent,
})

export const UserDeactivatedEvent = z.object({
  actionDoneBy: z.enum(['UNDEFINED', 'ADMIN', 'INNOVATOR']),
  emailAddress: z.string(),
  reasonCode: z.enum([
    'UNDEFINED_REASON',
    'ACCOUNT_REVIEW',
    'ACCOUNT_SECURITY',
    'TEMPORARY',
    'ACCOUNT_CLOSURE',
    'ACCOUNT_ABANDONED',
  ]),
})
export type UserDeactivatedEvent = z.infer<typeof UserDeactivatedEvent>

/** An authorised user can no longer sign in. */
export const userDeactivatedWatch = webhook({
  ...signed,
  id: 'auth_users_user_deactivated_watch',
  section: 'authorised-users',
  summary: 'A user was deactivated',
  path: '/auth/users/user_deactivated/watch',
  payload: UserDeactivatedEvent,
})

export const EnrolmentEvent = z.object({
  credentialId: CredentialId,
  type: z.string(),
  status: z.enum(['ACTIVE', 'INACTIVE']),
  publishedTimestamp: Int64Text,
})

/** A factor was enrolled, or the person refused it. */
export const authenticationFactorsWatch = webhook({
  ...signed,
  id: 'authentication_factors_watch',
  section: 'authentication-factors',
  summary: 'An enrolment ended',
  path: '/authentication_factors/watch',
  payload: EnrolmentEvent,
})
