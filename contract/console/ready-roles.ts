import { type Permission, permissions } from '../permissions'

/** Roles that every identity has from the start. Their names and permissions are fixed; what else one needs is a custom role. */
export const readyRoleIds = ['owner', 'admin', 'payments-maker', 'payments-approver', 'card-manager', 'viewer'] as const
export type ReadyRoleId = (typeof readyRoleIds)[number]

/** Who may do everything cannot be kept from anything: the root user has it and cannot lose it. */
export const OWNER: ReadyRoleId = 'owner'
/** What an authorised user has to whom nobody has given a role. */
export const UNASSIGNED: ReadyRoleId = 'viewer'

/** Seeing the company's money and people, but not its secrets, its audit trail or who may do what. */
const looking: readonly Permission[] = [
  'session.own',
  'identity.view',
  'users.view',
  'accounts.view',
  'cards.view',
  'transactions.view',
  'transfers.view',
  'sends.view',
  'wires.view',
  'beneficiaries.view',
  'linked-accounts.view',
  'bulks.view',
  'fees.view',
  'proposals.view',
]
const paying: readonly Permission[] = [
  'transfers.create',
  'sends.create',
  'wires.create',
  'payments.confirm',
  'bulks.submit',
  'bulks.run',
]

/** Ready roles and what each may do. Who approves payments does not make them. Owner and Admin differ in one thing: nobody takes the Owner's role away. */
export const readyRoles: Readonly<Record<ReadyRoleId, { name: string; permissions: readonly Permission[] }>> = {
  owner: { name: 'Owner', permissions },
  admin: { name: 'Admin', permissions: permissions.filter((name) => name !== 'identity.manage') },
  'payments-maker': { name: 'Payments maker', permissions: [...looking, ...paying, 'beneficiaries.manage'] },
  'payments-approver': {
    name: 'Payments approver',
    permissions: [...looking, 'payments.confirm', 'bulks.run', 'proposals.decide'],
  },
  'card-manager': {
    name: 'Card manager',
    permissions: [
      ...looking,
      'cards.manage',
      'cards.rules',
      'authorisations.view',
      'authorisations.decide',
      'authorisations.manage',
    ],
  },
  viewer: { name: 'Viewer', permissions: looking },
}
