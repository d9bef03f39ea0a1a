import * as z from 'zod'
import { forbidden, mayStepUp, VerificationCode } from './common'
import { endpoint } from './endpoint'

export const OtpChannel = z.enum(['SMS'])
export const PushChannel = z.enum(['AUTHY', 'BIOMETRIC'])

/** One way in which the person can prove who they are. */
export const SCAFactor = z.object({
  type: z.enum(['OTP', 'PUSH', 'BIOMETRIC']),
  status: z.enum(['PENDING_VERIFICATION', 'ACTIVE', 'INACTIVE']),
  channel: z.enum(['SMS', 'AUTHY', 'BIOMETRIC']),
})
export type SCAFactor = z.infer<typeof SCAFactor>

const factors = { section: 'authentication-factors', auth: 'token', permission: 'session.own' } as const

export const authFactorsGet = endpoint({
  ...factors,
  id: 'authFactorsGet',
  summary: 'List my factors',
  method: 'GET',
  path: '/authentication_factors',
  responses: { 200: z.object({ factors: z.array(SCAFactor) }) },
  errors: { 403: forbidden },
})

/** Sends a code to the person's mobile number to enrol it. */
export const enrolDeviceUsingOtpStepOne = endpoint({
  ...factors,
  id: 'enrolDeviceUsingOtpStepOne',
  summary: 'Enrol my phone: send a code',
  method: 'POST',
  path: '/authentication_factors/otp/{channel}',
  idempotent: true,
  params: z.object({ channel: OtpChannel }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [
      'CHANNEL_NOT_SUPPORTED',
      'CHANNEL_ALREADY_REGISTERED',
      'MOBILE_NUMBER_NOT_AVAILABLE',
      'MOBILE_NUMBER_INVALID',
      'MOBILE_COUNTRY_NOT_SUPPORTED',
      'CREDENTIALS_INACTIVE',
      'TYPE_DOES_NOT_SUPPORT_ENROLMENT',
    ],
  },
})

export const enrolDeviceUsingOtpStepTwo = endpoint({
  ...factors,
  id: 'enrolDeviceUsingOtpStepTwo',
  summary: 'Enrol my phone: enter the code',
  method: 'POST',
  path: '/authentication_factors/otp/{channel}/verify',
  idempotent: true,
  params: z.object({ channel: OtpChannel }),
  body: z.object({ verificationCode: VerificationCode }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [
      'CHANNEL_NOT_SUPPORTED',
      'CHANNEL_ALREADY_REGISTERED',
      'VERIFICATION_CODE_EXPIRED',
      'VERIFICATION_CODE_INVALID',
      'CREDENTIALS_INACTIVE',
      'CHALLENGE_LIMIT_EXCEEDED',
      'ONE_CHALLENGE_LIMIT_REMAINING',
      'STATE_INVALID',
      'TYPE_DOES_NOT_SUPPORT_ENROLMENT',
    ],
  },
})

/** Links an authenticator app; the outcome arrives as the webhook `authentication_factors/watch`. */
export const enrolDeviceUsingPush = endpoint({
  ...factors,
  id: 'enrolDeviceUsingPush',
  summary: 'Link an authenticator app',
  method: 'POST',
  path: '/authentication_factors/push/{channel}',
  idempotent: true,
  params: z.object({ channel: PushChannel.extract(['AUTHY']) }),
  responses: { 204: null },
  errors: {
    403: mayStepUp,
    409: [
      'CHANNEL_NOT_SUPPORTED',
      'CHANNEL_NOT_READY',
      'CHANNEL_ALREADY_REGISTERED',
      'MOBILE_NUMBER_NOT_AVAILABLE',
      'CHALLENGE_LIMIT_EXCEEDED',
      'PASSCODE_NOT_SET',
      'ENROLMENT_LIMIT_EXCEEDED',
      'MOBILE_COUNTRY_NOT_SUPPORTED',
      'TYPE_DOES_NOT_SUPPORT_ENROLMENT',
    ],
  },
})

export const unlinkDeviceUsingPush = endpoint({
  ...factors,
  id: 'unlinkDeviceUsingPush',
  summary: 'Unlink an authenticator app',
  method: 'DELETE',
  path: '/authentication_factors/push/{channel}',
  idempotent: true,
  params: z.object({ channel: PushChannel }),
  responses: { 204: null },
  errors: { 403: mayStepUp, 409: ['CHANNEL_NOT_REGISTERED', 'CREDENTIALS_INACTIVE'] },
})
