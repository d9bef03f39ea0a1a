import type { Permission } from '#contract/permissions'
import { catalogue } from './text'

/** What each permission lets a person do, so that it reads well after "may" and "may not". */
const words = {
  'session.own': 'sign in or confirm their own codes',
  'identity.view': 'see the profile and its verification',
  'identity.manage': 'change the profile or its verification',
  'users.view': 'see who else can sign in',
  'users.manage': 'invite, change or deactivate users',
  'accounts.view': 'see accounts, balances and statements',
  'accounts.manage': 'open, rename, block or remove accounts',
  'cards.view': 'see cards',
  'cards.manage': 'issue, change, block or remove cards',
  'cards.rules': 'set what cards may be used for',
  'transactions.view': 'see transactions of accounts and cards in one list',
  'transfers.view': 'see transfers between own accounts',
  'transfers.create': 'make or cancel transfers between own accounts',
  'sends.view': 'see payments to others here',
  'sends.create': 'pay others here',
  'wires.view': 'see wire transfers',
  'wires.create': 'make or cancel wire transfers',
  'payments.confirm': 'confirm payments with a code',
  'beneficiaries.view': 'see beneficiaries',
  'beneficiaries.manage': 'add or remove beneficiaries',
  'linked-accounts.view': 'see linked accounts',
  'linked-accounts.manage': 'add or remove linked accounts',
  'bulks.view': 'see bulk payments',
  'bulks.submit': 'prepare bulk payments',
  'bulks.run': 'start, pause or cancel bulk payments',
  'fees.view': 'see fees',
  'fees.charge': 'charge fees',
  'roles.view': 'see roles and who has which',
  'roles.manage': 'make roles or give them to people',
  'proposals.view': 'see payments that wait for approval',
  'proposals.decide': 'approve or reject payments of others',
  'approvals.manage': 'set which payments need approval',
  'audit.view': 'read the record of who did what',
  'events.view': 'see the log of notifications',
  'events.replay': 'send notifications once more',
  'authorisations.view': 'see card and deposit authorisations',
  'authorisations.decide': 'answer authorisations that ask a person',
  'authorisations.manage': 'set the rules for authorisations',
} as const satisfies Record<Permission, string>

const t = catalogue('permissions', words)

/** The permission in plain words, as they follow "may" or "may not". */
export const permissionWords = (permission: Permission): string => t(permission)

/** The same as a line of its own: begins with a capital. */
export const permissionTitle = (permission: Permission): string => {
  const text = t(permission)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
