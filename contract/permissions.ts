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
  // The console's own rooms, which the API knows nothing of.
  'roles.view',
  'roles.manage',
  'proposals.view',
  'proposals.decide',
  'approvals.manage',
  'audit.view',
  'events.view',
  'events.replay',
  'authorisations.view',
  'authorisations.decide',
  'authorisations.manage',
] as const
export type Permission = (typeof permissions)[number]

/** What nobody goes without, whatever a role says: to confirm who they are, and to leave. */
export const everybodys: readonly Permission[] = ['session.own']

/** The same permissions with everybody's among them, each once and in one order. */
export const withEverybodys = (given: readonly Permission[]): Permission[] =>
  permissions.filter((name) => everybodys.includes(name) || given.includes(name))
