import * as z from 'zod'
import { OtpChannel, PushChannel } from './authentication-factors'
import { ofCode, ofPush } from './challenge-codes'
import { forbidden, Id, publishedOptional, VerificationCode } from './common'
import { endpoint } from './endpoint'

/** What can be confirmed in one go; a declaration of a linked account only by the root user. */
export const MultipleSCAResourceType = z.enum([
  'outgoing_wire_transfers',
  'sends',
  'linked_account_declaration',
  'correspondent_bank_transfers',
])
export type MultipleSCAResourceType = z.infer<typeof MultipleSCAResourceType>

/** Things of one kind, all of which wait for a confirmation. */
export const ConfirmationList = z.object({
  resourceType: MultipleSCAResourceType,
  resourceIds: z.array(z.string().regex(/^[0-9]{1,}$/)),
})
export type ConfirmationList = z.infer<typeof ConfirmationList>

export const ConfirmationIssued = z.object({ scaChallengeId: publishedOptional(Id) })
export type ConfirmationIssued = z.infer<typeof ConfirmationIssued>

const confirmation = {
  section: 'confirmation-challenges',
  method: 'POST',
  auth: 'token',
  permission: 'payments.confirm',
  idempotent: true,
} as const

/** Sends one code for a whole list. */
export const multipleSCAChallenge = endpoint({
  ...confirmation,
  id: 'multipleSCAChallenge',
  summary: 'Confirm payments: send a code',
  path: '/challenges/otp/{channel}',
  params: z.object({ channel: OtpChannel }),
  body: ConfirmationList,
  responses: { 200: ConfirmationIssued },
  errors: {
    403: forbidden,
    409: [...ofPush, 'RETRY_IN_15SEC'],
  },
})

/** Takes the code: everything on the list goes ahead. */
export const multipleSCAVerify = endpoint({
  ...confirmation,
  id: 'multipleSCAVerify',
  summary: 'Confirm payments: enter the code',
  path: '/challenges/{scaChallengeId}/otp/{channel}/verify',
  params: z.object({ scaChallengeId: Id, channel: OtpChannel }),
  body: z.object({ verificationCode: VerificationCode, resourceType: MultipleSCAResourceType }),
  responses: { 204: null },
  errors: {
    403: forbidden,
    409: ofCode,
  },
})

/** Asks the person's phone about a whole list; what the phone said shows in the state of each. */
export const multipleSCAChallengePush = endpoint({
  ...confirmation,
  id: 'multipleSCAChallengePush',
  summary: 'Confirm payments: ask my phone',
  path: '/challenges/push/{channel}',
  params: z.object({ channel: PushChannel }),
  body: ConfirmationList,
  responses: { 200: ConfirmationIssued },
  errors: {
    403: forbidden,
    409: ofPush,
  },
})
