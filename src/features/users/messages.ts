import type { bulksUserInviteSend } from '#contract/bulks'
import type { Conflict } from '#contract/endpoint'
import type { userInviteSend } from '#contract/user-invites'
import type { userCreate, userUpdate } from '#contract/users'
import { sentences } from '@/lib/sentences'

/*
 * A sentence for every documented refusal of every write here, and for the gateway's own: nobody changes, invites or shuts
 * out a person whose role reaches further than theirs.
 */

const further =
  'This person’s role reaches further than yours, or has changed meanwhile. Ask somebody whose role reaches as far.'

const details = {
  EMAIL_NOT_UNIQUE:
    'This address belongs to somebody already, here or as a customer elsewhere. Look for it among your people, or use another one.',
  MOBILE_OR_COUNTRY_CODE_INVALID:
    'This number does not exist, or its country is not supported. Check it, or use a number of another country.',
  EMAIL_DOMAIN_NOT_ALLOWED:
    'Addresses of this provider are not accepted. Use one of the company, or of a lasting provider.',
  ROLE_NOT_FOUND: 'A role of the provider that was named does not exist any more. Reload the page.',
  CANNOT_MODIFY_OWN_ROLES: 'Nobody changes their own roles. Ask somebody else who manages people.',
  ADMIN_ROLE_REMOVAL_NOT_ALLOWED: 'Only the person who registered the company takes the provider’s role of admin away.',
} as const

export const createSentences = sentences('users.create', {
  ...details,
  COUNTRY_OF_RESIDENCE_INVALID:
    'People who live in this country cannot be added. Check the country, or ask your provider.',
  INSUFFICIENT_PERMISSIONS:
    'Whoever is added sees what a Viewer sees, and your own role sees less. Ask somebody whose role reaches further.',
} as const satisfies Record<Conflict<typeof userCreate> | 'INSUFFICIENT_PERMISSIONS', string>)

/** Which field of the form each refusal is about. */
export const createOwners = {
  EMAIL_NOT_UNIQUE: 'email',
  EMAIL_DOMAIN_NOT_ALLOWED: 'email',
  MOBILE_OR_COUNTRY_CODE_INVALID: 'mobile',
  COUNTRY_OF_RESIDENCE_INVALID: 'countryOfResidence',
} as const satisfies Partial<Record<Conflict<typeof userCreate>, string>>

export const updateSentences = sentences('users.update', {
  ...details,
  MOBILE_NO_CHANGE_LIMIT_EXCEEDED:
    'The number of this person was changed as often as is allowed. Put the former one back; your provider can change it.',
  TOO_FREQUENT_EMAIL_CHANGES:
    'The address of this person was changed a short time ago. Put the former one back, and change it tomorrow.',
  MOBILE_CHANGE_NOT_ALLOWED:
    'The number cannot change while an authenticator app is linked to it, or while the person’s check is in review. The person unlinks the app under Security, or waits for the check.',
  UNSUPPORTED_CURRENCY: 'Your provider does not take this change in the currency of your company. Ask your provider.',
  INSUFFICIENT_PERMISSIONS: further,
} as const satisfies Record<Conflict<typeof userUpdate> | 'INSUFFICIENT_PERMISSIONS', string>)

export const updateOwners = {
  EMAIL_NOT_UNIQUE: 'email',
  EMAIL_DOMAIN_NOT_ALLOWED: 'email',
  TOO_FREQUENT_EMAIL_CHANGES: 'email',
  MOBILE_OR_COUNTRY_CODE_INVALID: 'mobile',
  MOBILE_NO_CHANGE_LIMIT_EXCEEDED: 'mobile',
  MOBILE_CHANGE_NOT_ALLOWED: 'mobile',
} as const satisfies Partial<Record<Conflict<typeof userUpdate>, string>>

export const inviteSentences = sentences('users.invite', {
  INVITE_ALREADY_CONSUMED:
    'This person has a password already, from an earlier invitation or from another company, and needs no invitation: they sign in with it.',
  INSUFFICIENT_PERMISSIONS: further,
} as const satisfies Record<Conflict<typeof userInviteSend> | 'INSUFFICIENT_PERMISSIONS', string>)

export const inviteManySentences = sentences('users.invite-many', {
  VALIDATION_FAILED: 'Somebody among them cannot be invited. Choose again, or invite them one by one.',
  USER_VALIDATION_FAILED: 'Your own sign-in may not submit bulks. Ask your provider.',
  ALREADY_SUBMITTED: 'These invitations were submitted already. Look for them among the bulks.',
  DUPLICATE_OPERATION_TYPE: 'Another bulk of invitations is under way. Wait until it has ended.',
  NO_CONFIG_FOUND: 'Bulks are not set up for your company. Invite people one by one, or ask your provider.',
  INVALID_STATE: 'This bulk cannot be submitted now. Try again in a moment.',
  TOO_MANY_REQUESTS: 'Too many bulks at once. Try again in a moment.',
  INSUFFICIENT_PERMISSIONS: 'The role of somebody among them reaches further than yours. Choose again without them.',
} as const satisfies Record<Conflict<typeof bulksUserInviteSend> | 'INSUFFICIENT_PERMISSIONS', string>)

/** Activating and deactivating have no documented refusal but this one. */
export const activitySentences = sentences('users.activity', { INSUFFICIENT_PERMISSIONS: further })
