import * as z from 'zod'
import { OtpChannel, PushChannel } from './authentication-factors'
import { ofCode, ofPush } from './challenge-codes'
import { forbidden, Id, VerificationCode } from './common'
import { endpoint } from './endpoint'

const stepUp = {
  section: 'step-up-challenges',
  method: 'POST',
  auth: 'token',
  permission: 'session.own',
  idempotent: true,
} as const

/** Sends a code; entering it makes the held token a stepped-up one. */
export const stepupSCAChallenge = endpoint({
  ...stepUp,
  id: 'stepupSCAChallenge',
  summary: 'Step up: send a code',
  path: '/stepup/challenges/otp/{channel}',
  params: z.object({ channel: OtpChannel }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [
      'CHANNEL_NOT_SUPPORTED',
      'CHANNEL_NOT_REGISTERED',
      'MOBILE_NUMBER_INVALID',
      'MOBILE_COUNTRY_NOT_SUPPORTED',
      'RETRY_IN_15SEC',
      'CHALLENGE_LIMIT_EXCEEDED',
    ],
  },
})

/** The token stays the same string; what it opens changes. */
export const stepupSCAVerify = endpoint({
  ...stepUp,
  id: 'stepupSCAVerify',
  summary: 'Step up: enter the code',
  path: '/stepup/challenges/otp/{channel}/verify',
  params: z.object({ channel: OtpChannel }),
  body: z.object({ verificationCode: VerificationCode }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: [...ofCode, 'ALREADY_VERIFIED'],
  },
})

/** Asks the person's phone; the outcome arrives as the webhook `stepup/watch`. */
export const stepupSCAChallengePush = endpoint({
  ...stepUp,
  id: 'stepupSCAChallengePush',
  summary: 'Step up: ask my phone',
  path: '/stepup/challenges/push/{channel}',
  params: z.object({ channel: PushChannel }),
  responses: { 200: z.object({ id: Id }) },
  errors: {
    403: forbidden,
    409: ofPush,
  },
})
