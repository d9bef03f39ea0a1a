import * as z from 'zod'
import { UserIdentity } from '../access'
import { Id, IdentityId, IdentityType, SensitivePassword, VerificationCode } from '../common'
import { ConsumerCreateRequest, consumerCreate } from '../consumers'
import { CorporateCreateRequest, corporateCreate, corporateRootUserEmailVerify } from '../corporates'
import { endpoint } from '../endpoint'
import { lostPasswordResume, passwordCreate, passwordUpdate } from '../passwords'
import { Mobile } from '../people'
import { SessionView } from '../session'
import { userInviteConsume } from '../user-invites'

/**
 * An entry: somebody who is on the way in and not signed in yet. The gateway holds what the way needs (a token that opens
 * little, whose first password may be set) under a cookie of its own, for as long as the upstream's token would live.
 */
export const EntryView = z.discriminatedUnion('kind', [
  /** The password was right, and opens several identities. */
  z.object({ kind: z.literal('choice'), email: z.string(), identities: z.array(UserIdentity) }),
  /** The password was right and is too old: it must be changed first. */
  z.object({ kind: z.literal('password-expired'), email: z.string() }),
  /** The person's phone was asked. `APPROVED`: `entryFinish` opens the session. Times in epoch ms. */
  z.object({
    kind: z.literal('phone'),
    email: z.string(),
    state: z.enum(['WAITING', 'APPROVED', 'DECLINED', 'EXPIRED']),
    expiresAt: z.int(),
    now: z.int(),
  }),
  /** Registered, and the first password is to be set from this browser. */
  z.object({ kind: z.literal('registration'), email: z.string(), type: IdentityType }),
])
export type EntryView = z.infer<typeof EntryView>
export type EntryKind = EntryView['kind']

/** The way in has ended in a session, or leads over another step. */
export const EntryOutcome = z.union([z.object({ session: SessionView }), z.object({ entry: EntryView })])
export type EntryOutcome = z.infer<typeof EntryOutcome>

const entry = { section: 'entry', auth: 'key', permission: 'public' } as const
const outcome = { responses: { 200: EntryOutcome } } as const
/** The entry is over, used up or of another kind: begin again. */
const gone = 'ENTRY_OVER'

/** Where the way in of this browser stands; no `entry` where nobody is on it. */
export const entryGet = endpoint({
  ...entry,
  id: 'entryGet',
  summary: 'How far this browser’s sign-in is',
  method: 'GET',
  path: '/entry',
  responses: { 200: z.object({ entry: EntryView.optional() }) },
})

/** Gives the way in up; what it held is signed out upstream. */
export const entryLeave = endpoint({
  ...entry,
  id: 'entryLeave',
  summary: 'Give a sign-in up',
  method: 'DELETE',
  path: '/entry',
  responses: { 204: null },
})

/** Opens one of the identities of a `choice`. Mirrors `requestAccessToken`. */
export const entryChoose = endpoint({
  ...entry,
  id: 'entryChoose',
  summary: 'Choose the identity to sign in to',
  method: 'POST',
  path: '/entry/identity',
  body: z.object({ identity: IdentityId }),
  ...outcome,
  errors: { 409: [gone, 'IDENTITY_NOT_OFFERED'] },
})

/**
 * Asks the person's phone (`loginViaBiometrics`). An address that is nobody's and one without a phone are the same refusal,
 * so that nobody learns whose address it is.
 */
export const entryPhone = endpoint({
  ...entry,
  id: 'entryPhone',
  summary: 'Sign in with a phone',
  method: 'POST',
  path: '/entry/phone',
  body: z.object({ email: z.email().max(255) }),
  ...outcome,
  errors: { 409: ['CHANNEL_NOT_REGISTERED', 'CHANNEL_NOT_SUPPORTED'] },
  bare: [423],
})

/** Opens the session of a `phone` that was APPROVED. */
export const entryFinish = endpoint({
  ...entry,
  id: 'entryFinish',
  summary: 'Finish a sign-in that the phone approved',
  method: 'POST',
  path: '/entry/finish',
  ...outcome,
  errors: { 409: [gone, 'NOT_APPROVED'] },
})

/** Sets the first password of a `registration` (`passwordCreate`) and signs in. */
export const entryPassword = endpoint({
  ...entry,
  id: 'entryPassword',
  summary: 'Set the first password',
  method: 'POST',
  path: '/entry/password',
  body: z.object({ password: SensitivePassword }),
  ...outcome,
  errors: {
    404: passwordCreate.errors[404],
    409: [gone, ...passwordCreate.errors[409]],
    410: passwordCreate.errors[410],
  },
})

/** Replaces the password of a `password-expired` (`passwordUpdate`) and signs in. */
export const entryPasswordChange = endpoint({
  ...entry,
  id: 'entryPasswordChange',
  summary: 'Change an expired password',
  method: 'POST',
  path: '/entry/password-change',
  body: passwordUpdate.body,
  ...outcome,
  errors: {
    404: passwordUpdate.errors[404],
    409: [gone, ...passwordUpdate.errors[409]],
    410: passwordUpdate.errors[410],
  },
})

/** Whether the person has a password already, as root user of another company: then they sign in instead of setting one. */
const Registered = z.object({ passwordAlreadySet: z.boolean() })

/** Registers a company (`corporateCreate`); profile and IP address are the gateway's to say. Begins a `registration`. */
export const registerCorporate = endpoint({
  ...entry,
  id: 'registerCorporate',
  summary: 'Register a company',
  method: 'POST',
  path: '/registrations/corporate',
  idempotent: true,
  body: CorporateCreateRequest.omit({ profileId: true, ipAddress: true }),
  responses: { 200: Registered },
  errors: { 409: ['NOT_OPEN', ...corporateCreate.errors[409]] },
})

/** Registers a person (`consumerCreate`); profile and IP address are the gateway's to say. Begins a `registration`. */
export const registerConsumer = endpoint({
  ...entry,
  id: 'registerConsumer',
  summary: 'Register a consumer',
  method: 'POST',
  path: '/registrations/consumer',
  idempotent: true,
  body: ConsumerCreateRequest.omit({ profileId: true, ipAddress: true }),
  responses: { 200: Registered },
  errors: { 409: ['NOT_OPEN', ...consumerCreate.errors[409]] },
})

/**
 * Goes on with a registration in another browser, on the word of the code that was sent to the address (which proves the
 * address upstream as well). `password`: it can be set from here now; `sign-in`: there is one already.
 */
export const registrationResume = endpoint({
  ...entry,
  id: 'registrationResume',
  summary: 'Go on with a registration',
  method: 'POST',
  path: '/registrations/resume',
  body: z.object({ type: IdentityType, email: z.email().max(255), verificationCode: VerificationCode }),
  responses: { 200: z.object({ next: z.enum(['password', 'sign-in']) }) },
  errors: { 409: corporateRootUserEmailVerify.errors[409] },
})

/** Accepts an invitation (`userInviteConsume`) and signs in. */
export const invitationAccept = endpoint({
  ...entry,
  id: 'invitationAccept',
  summary: 'Accept an invitation',
  method: 'POST',
  path: '/invitations/{user_id}/accept',
  idempotent: true,
  params: z.object({ user_id: Id }),
  body: z.object({ inviteCode: VerificationCode, password: SensitivePassword, mobile: Mobile.optional() }),
  ...outcome,
  errors: {
    404: userInviteConsume.errors[404],
    409: userInviteConsume.errors[409],
    410: userInviteConsume.errors[410],
  },
})

/** Sends the code for a lost password (`lostPasswordInitiate`); answers the same whether the address is anybody's or not. */
export const lostPasswordStart = endpoint({
  ...entry,
  id: 'lostPasswordStart',
  summary: 'Report a lost password',
  method: 'POST',
  path: '/lost-password/start',
  body: z.object({ email: z.email().max(255) }),
  responses: { 204: null },
})

/** Sets a new password with that code (`lostPasswordResume`) and signs in. */
export const passwordRecover = endpoint({
  ...entry,
  id: 'passwordRecover',
  summary: 'Set a new password with a code',
  method: 'POST',
  path: '/lost-password/resume',
  body: lostPasswordResume.body,
  ...outcome,
  errors: {
    404: lostPasswordResume.errors[404],
    409: lostPasswordResume.errors[409],
    410: lostPasswordResume.errors[410],
  },
})

const own = { section: 'entry', auth: 'token', permission: 'session.own' } as const

/**
 * The same person goes on as another of their identities, without signing out. SIGN_IN_AGAIN: the upstream wants the
 * password once more for that.
 */
export const sessionSwitch = endpoint({
  ...own,
  id: 'sessionSwitch',
  summary: 'Go on as another identity',
  method: 'POST',
  path: '/session/identity',
  body: z.object({ identity: IdentityId }),
  responses: { 200: SessionView },
  errors: { 409: ['IDENTITY_NOT_OFFERED', 'SIGN_IN_AGAIN'] },
})

/** Replaces the person's password (`passwordUpdate`); the session goes on. */
export const sessionPasswordChange = endpoint({
  ...own,
  id: 'sessionPasswordChange',
  summary: 'Change my password',
  method: 'POST',
  path: '/session/password',
  body: passwordUpdate.body,
  responses: { 204: null },
  errors: { 404: passwordUpdate.errors[404], 409: passwordUpdate.errors[409], 410: passwordUpdate.errors[410] },
})
