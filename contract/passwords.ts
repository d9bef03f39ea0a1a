import * as z from 'zod'
import { forbidden, Id, IdentityId, passwordToken, SensitivePassword, Timestamp, VerificationCode } from './common'
import { endpoint } from './endpoint'

export const PasswordInfo = z.object({
  identityId: IdentityId,
  /** Epoch ms; 0 stands for never. */
  expiryDate: Timestamp.min(0).optional(),
})

/** A password was set, and the person is signed in by it. */
export const PasswordSet = z.object({ passwordInfo: PasswordInfo.optional(), token: z.string() })

const quality = ['PASSWORD_TOO_SHORT', 'PASSWORD_TOO_LONG', 'PASSWORD_TOO_SIMPLE'] as const
const tokenErrors = { 403: forbidden, 404: passwordToken, 410: passwordToken } as const
const passwords = { section: 'passwords', method: 'POST' } as const

/** Sets the first password of a root user. */
export const passwordCreate = endpoint({
  ...passwords,
  id: 'passwordCreate',
  summary: 'Create a password',
  path: '/passwords/{user_id}/create',
  auth: 'key',
  via: 'gateway',
  permission: 'public',
  params: z.object({ user_id: Id }),
  body: z.object({ password: SensitivePassword }),
  responses: { 200: PasswordSet },
  errors: {
    ...tokenErrors,
    409: [
      'UNRESOLVED_IDENTITY',
      'PASSWORD_PROFILE_NOT_CONFIGURED_FOR_CREDENTIAL_TYPE',
      ...quality,
      'PASSWORD_KEY_ALREADY_IN_USE',
      'PASSWORD_ALREADY_CREATED',
    ],
  },
})

/** Replaces the password; also what the token of an expired password is good for. */
export const passwordUpdate = endpoint({
  ...passwords,
  id: 'passwordUpdate',
  summary: 'Change my password',
  path: '/passwords/update',
  auth: 'token',
  via: 'gateway',
  permission: 'session.own',
  body: z.object({ oldPassword: SensitivePassword, newPassword: SensitivePassword }),
  responses: { 200: PasswordSet },
  errors: { ...tokenErrors, 409: ['PASSWORD_ALREADY_USED', ...quality, 'PASSWORD_INCORRECT'] },
})

/** Says whether a password would be accepted. */
export const passwordValidate = endpoint({
  ...passwords,
  id: 'passwordValidate',
  summary: 'Check a password',
  path: '/passwords/validate',
  auth: 'key',
  permission: 'public',
  body: z.object({ password: SensitivePassword }),
  responses: { 204: null },
  errors: {
    ...tokenErrors,
    409: ['UNRESOLVED_IDENTITY', 'PASSWORD_PROFILE_NOT_CONFIGURED_FOR_CREDENTIAL_TYPE', ...quality],
  },
})

/** Sends the code that `lostPasswordResume` takes. */
export const lostPasswordInitiate = endpoint({
  ...passwords,
  id: 'lostPasswordInitiate',
  summary: 'Report a lost password',
  path: '/passwords/lost_password/start',
  auth: 'key',
  permission: 'public',
  body: z.object({ email: z.email() }),
  responses: { 204: null },
  errors: { 403: forbidden, 409: ['MULTIPLE_ACCOUNTS_FOUND', 'ACCOUNT_NOT_FOUND'] },
})

export const lostPasswordResume = endpoint({
  ...passwords,
  id: 'lostPasswordResume',
  summary: 'Set a new password with a code',
  path: '/passwords/lost_password/resume',
  auth: 'key',
  via: 'gateway',
  permission: 'public',
  body: z.object({ nonce: VerificationCode, email: z.email(), newPassword: SensitivePassword }),
  responses: { 200: z.object({ token: z.string() }) },
  errors: {
    ...tokenErrors,
    409: ['INVALID_NONCE_OR_EMAIL', 'PASSWORD_ALREADY_USED', ...quality, 'PASSWORD_INCORRECT', 'PASSWORD_NOT_SET'],
  },
})
