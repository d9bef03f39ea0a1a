/**
 * What a person may do, in the words of the rooms of the console. The API itself trusts every user of an identity with
 * everything; each operation names the permission that the gateway asks for.
 */
export const permissions = [
  'session.own',
  'accounts.view',
  'accounts.manage',
  'transfers.view',
  'transfers.create',
  'bulks.view',
  'bulks.submit',
  'bulks.run',
  'identity.view',
  'users.view',
] as const
export type Permission = (typeof permissions)[number]
