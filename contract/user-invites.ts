import * as z from 'zod'
import { forbidden, Id, passwordToken, SensitivePassword, VerificationCode } from './common'
import { endpoint } from './endpoint'
import { Mobile } from './people'

const invites = { section: 'authorised-users', method: 'POST' } as const
const params = z.object({ user_id: Id })

/** Sends an invitation, good for a month; may be sent again until it was accepted. */
export const userInviteSend = endpoint({
  ...invites,
  id: 'userInviteSend',
  summary: 'Invite a user',
  path: '/users/{user_id}/invite',
  auth: 'token',
  permission: 'users.manage',
  idempotent: true,
  params,
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['INVITE_ALREADY_CONSUMED'] },
})

/** Says whether an invitation is still good, before a form is filled in for nothing. */
export const userInviteValidate = endpoint({
  ...invites,
  id: 'userInviteValidate',
  summary: 'Check an invitation',
  path: '/users/{user_id}/invite/validate',
  auth: 'key',
  permission: 'public',
  params,
  body: z.object({ inviteCode: VerificationCode }),
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['INVITE_OR_INVITE_CODE_INVALID'] },
})

/** Accepts an invitation: sets the first password, and perhaps another number, and signs the person in. */
export const userInviteConsume = endpoint({
  ...invites,
  id: 'userInviteConsume',
  summary: 'Accept an invitation',
  path: '/users/{user_id}/invite/consume',
  auth: 'key',
  via: 'gateway',
  permission: 'public',
  idempotent: true,
  params,
  body: z.object({
    inviteCode: VerificationCode,
    password: SensitivePassword,
    /** Takes the place of the user's number; to be enrolled afterwards. */
    mobile: Mobile.optional(),
  }),
  responses: { 200: z.object({ token: z.string().optional() }) },
  errors: {
    403: forbidden,
    404: passwordToken,
    409: [
      'INVITE_OR_INVITE_CODE_INVALID',
      'UNRESOLVED_IDENTITY',
      'PASSWORD_ALREADY_USED',
      'PASSWORD_PROFILE_NOT_CONFIGURED_FOR_CREDENTIAL_TYPE',
      'PASSWORD_TOO_SHORT',
      'PASSWORD_TOO_LONG',
      'PASSWORD_TOO_SIMPLE',
      'PASSWORD_KEY_ALREADY_IN_USE',
      'PASSWORD_ALREADY_CREATED',
    ],
    410: passwordToken,
  },
})

/** Sends a user's address the code that proves it. */
export const authorisedUserEmailVerificationCodeSend = endpoint({
  ...invites,
  id: 'authorisedUserEmailVerificationCodeSend',
  summary: 'Send a code to a user’s address',
  path: '/users/verification/email/send',
  auth: 'key',
  permission: 'public',
  idempotent: true,
  body: z.object({ email: z.email() }),
  responses: { 204: null },
  errors: { 409: ['EMAIL_NOT_FOUND'] },
})

export const authorisedUserEmailVerify = endpoint({
  ...invites,
  id: 'authorisedUserEmailVerify',
  summary: 'Verify a user’s address',
  path: '/users/verification/email/verify',
  auth: 'key',
  permission: 'public',
  body: z.object({ email: z.email(), verificationCode: VerificationCode }),
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['VERIFICATION_CODE_INVALID'] },
})
