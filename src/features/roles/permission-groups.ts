import { type Permission, permissions } from '#contract/permissions'

export const permissionGroups = ['company', 'accounts', 'payments', 'bulks', 'cards', 'control'] as const
export type PermissionGroup = (typeof permissionGroups)[number]

/** Where each permission stands among the others; a new one does not compile until it has a place. */
const groupOf: Record<Permission, PermissionGroup | 'everybody'> = {
  'session.own': 'everybody',
  'identity.view': 'company',
  'identity.manage': 'company',
  'users.view': 'company',
  'users.manage': 'company',
  'accounts.view': 'accounts',
  'accounts.manage': 'accounts',
  'transactions.view': 'accounts',
  'linked-accounts.view': 'accounts',
  'linked-accounts.manage': 'accounts',
  'fees.view': 'accounts',
  'fees.charge': 'accounts',
  'transfers.view': 'payments',
  'transfers.create': 'payments',
  'sends.view': 'payments',
  'sends.create': 'payments',
  'wires.view': 'payments',
  'wires.create': 'payments',
  'payments.confirm': 'payments',
  'beneficiaries.view': 'payments',
  'beneficiaries.manage': 'payments',
  'bulks.view': 'bulks',
  'bulks.submit': 'bulks',
  'bulks.run': 'bulks',
  'cards.view': 'cards',
  'cards.manage': 'cards',
  'cards.rules': 'cards',
  'authorisations.view': 'cards',
  'authorisations.decide': 'cards',
  'authorisations.manage': 'cards',
  'proposals.view': 'control',
  'proposals.decide': 'control',
  'approvals.manage': 'control',
  'roles.view': 'control',
  'roles.manage': 'control',
  'audit.view': 'control',
  'events.view': 'control',
  'events.replay': 'control',
}

/** What a person may lack, in the order of the page. */
export const grouped: readonly { group: PermissionGroup; permissions: readonly Permission[] }[] = permissionGroups.map(
  (group) => ({ group, permissions: permissions.filter((permission) => groupOf[permission] === group) }),
)

/** To see a thing comes before doing something with it. */
const seen: Partial<Record<Permission, Permission>> = {
  'payments.confirm': 'transfers.view',
  'approvals.manage': 'proposals.view',
}
const needs = (permission: Permission): Permission | undefined => {
  const view = permissions.find((other) => other === `${permission.split('.')[0]}.view`)
  return seen[permission] ?? (view === permission ? undefined : view)
}

/**
 * A choice with one permission put in or taken out, and with it what makes no sense otherwise: who may rename accounts
 * sees them. What the chooser may not give is not put in.
 */
export function toggled(
  chosen: readonly Permission[],
  permission: Permission,
  on: boolean,
  mayGive: (permission: Permission) => boolean,
): Permission[] {
  const next = new Set(chosen)
  if (on && !mayGive(permission)) return [...chosen]
  if (on) {
    next.add(permission)
    const first = needs(permission)
    if (first && mayGive(first)) next.add(first)
  } else {
    next.delete(permission)
    for (const other of chosen) if (needs(other) === permission) next.delete(other)
  }
  return permissions.filter((each) => next.has(each))
}
