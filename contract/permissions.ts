/**
 * What a person may do, in the words of the rooms of the console. The API itself trusts every user of an identity with
 * everything; each operation names the permission that the gateway asks for.
 */
export const permissions = [
  'session.own',
  'identity.view',
  'identity.manage',
  'users.view',
  'users.manage',
  'accounts.view',
  'accounts.manage',
  'cards.view',
  'cards.manage',
  'cards.rules',
  'transactions.view',
  'transfers.view',
  'transfers.create',
  'sends.view',
  'sends.create',
  'wires.view',
  'wires.create',
  'payments.confirm',
  'beneficiaries.view',
  'beneficiaries.manage',
  'linked-accounts.view',
  'linked-accounts.manage',
  'bulks.view',
  'bulks.submit',
  'bulks.run',
  'fees.view',
  'fees.charge',
] as const
export type Permission = (typeof permissions)[number]
