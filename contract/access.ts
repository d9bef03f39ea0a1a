import * as z from 'zod'
import { CredentialId, forbidden, IdentityId, page, paging, passwordToken, SensitivePassword } from './common'
import { endpoint } from './endpoint'

/** AUTH opens only the list of identities and the exchange for an ACCESS token; NO_TYPE behaves as ACCESS. */
export const TokenType = z.enum(['NO_TYPE', 'AUTH', 'ACCESS'])
export type TokenType = z.infer<typeof TokenType>

export const UserIdentity = z.object({ id: IdentityId, name: z.string() })
export type UserIdentity = z.infer<typeof UserIdentity>

/** The body of the 409 of a sign-in with an expired password: this token opens nothing but `passwordUpdate`. */
export const PasswordExpired = z.object({ token: z.string() })

const access = { section: 'access' } as const

/** Signs in with the token of a password. A wrong address and a wrong password are the same 403 without a body. */
export const loginWithPassword = endpoint({
  ...access,
  id: 'loginWithPassword',
  summary: 'Sign in with a password',
  method: 'POST',
  path: '/login_with_password',
  auth: 'key',
  via: 'gateway',
  permission: 'public',
  body: z.object({ email: z.email(), password: SensitivePassword }),
  responses: {
    200: z.object({
      token: z.string(),
      tokenType: TokenType.optional(),
      identity: IdentityId.optional(),
      credentials: CredentialId.optional(),
    }),
  },
  errors: { 404: passwordToken, 410: passwordToken },
  bare: [403, 423],
  conflict: PasswordExpired,
})

/** Asks the person's enrolled phone; the outcome arrives as the webhook `login/watch`. */
export const loginViaBiometrics = endpoint({
  ...access,
  id: 'loginViaBiometrics',
  summary: 'Sign in with a phone',
  method: 'POST',
  path: '/login_via_biometrics',
  auth: 'key',
  via: 'gateway',
  permission: 'public',
  body: z.object({ email: z.email(), identity: IdentityId.optional() }),
  responses: { 200: z.object({ challengeId: z.string() }) },
  errors: { 409: ['CHANNEL_NOT_REGISTERED', 'CHANNEL_NOT_SUPPORTED'] },
  bare: [403, 423],
})

/** The identities among which the signed-in person may choose. */
export const userIdentities = endpoint({
  ...access,
  id: 'userIdentities',
  summary: 'List my identities',
  method: 'GET',
  path: '/identities',
  auth: 'token',
  permission: 'session.own',
  query: z.object(paging),
  responses: { 200: page('identities', UserIdentity) },
  errors: { 403: forbidden, 409: ['IDENTITY_TYPE_NOT_SUPPORTED'] },
})

/** Ends the session of the token; 200 where an external identity provider holds the session and must be visited. */
export const logout = endpoint({
  ...access,
  id: 'logout',
  summary: 'Sign out',
  method: 'POST',
  path: '/logout',
  auth: 'token',
  via: 'gateway',
  permission: 'session.own',
  responses: { 200: z.object({ url: z.string().optional() }), 204: null },
})

/** Exchanges an AUTH token, or what a phone handed over, for the ACCESS token of one identity. */
export const requestAccessToken = endpoint({
  ...access,
  id: 'requestAccessToken',
  summary: 'Choose an identity',
  method: 'POST',
  path: '/access_token',
  auth: 'token',
  tokenOptional: true,
  via: 'gateway',
  permission: 'session.own',
  body: z.object({
    identity: IdentityId,
    /** Only for delegated API clients. */
    clientAssertion: z.string().optional(),
    /** The one-time token that a phone hands over after a biometric sign-in. */
    token: z.string().optional(),
  }),
  responses: {
    200: z.object({
      token: z.string(),
      identity: IdentityId.optional(),
      credentials: CredentialId.optional(),
      status: z.enum(['STANDARD', 'STEPPED_UP']).optional(),
    }),
  },
  bare: [403, 423],
})
