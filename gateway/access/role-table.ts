import type { Kysely, Selectable } from 'kysely'
import * as z from 'zod'
import { type ReadyRoleId, readyRoleIds, readyRoles } from '../../contract/console/ready-roles'
import { type ConsoleRole, type RoleOrder, RoleOrder as Schema } from '../../contract/console/roles'
import { type Permission, permissions, withEverybodys } from '../../contract/permissions'
import type { Tables } from '../../storage/schema'
import type { GatewayRoleTable } from '../../storage/schema/access'
import type { Tx } from '../../storage/transaction'

/** Where nobody has set another. */
const FIRST_ZONE = 'UTC'

export type KnownRole = Omit<ConsoleRole, 'assigned'>

/** All that is written about the roles of one identity. */
export type Known = {
  zone: string
  custom: ReadonlyMap<string, KnownRole>
  /** Role id by user id. */
  roleOf: ReadonlyMap<string, string>
}

const isReady = (id: string): id is ReadyRoleId => (readyRoleIds as readonly string[]).includes(id)

const ready: readonly KnownRole[] = readyRoleIds.map((id) => ({
  id,
  name: readyRoles[id].name,
  permissions: [...readyRoles[id].permissions],
  accounts: 'all',
  cards: 'all',
  limits: [],
  ready: true,
}))

/** One of the identity's roles, ready or custom. */
export const roleIn = ({ custom }: Known, id: string): KnownRole | undefined =>
  isReady(id) ? ready.find((role) => role.id === id) : custom.get(id)

/** All of them, ready ones first, with how many people each was given to. */
export function rolesIn({ custom, roleOf }: Known): ConsoleRole[] {
  const given = [...roleOf.values()]
  const own = [...custom.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return [...ready, ...own].map((role) => ({ ...role, assigned: given.filter((id) => id === role.id).length }))
}

/** Names that differ in case only are one name to a reader. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase()

/** Reads what is written about an identity, in a transaction or outside one. */
export async function readKnown(db: Kysely<Tables>, identityId: string): Promise<Known> {
  const set = await db
    .selectFrom('gateway_identity')
    .select('zone')
    .where('identity_id', '=', identityId)
    .executeTakeFirst()
  const given = await db
    .selectFrom('gateway_role_of')
    .select(['user_id', 'role_id'])
    .where('identity_id', '=', identityId)
    .execute()
  // After the assignments: a role that was made and given in between must be found.
  const rows = await db.selectFrom('gateway_role').selectAll().where('identity_id', '=', identityId).execute()
  return {
    zone: set?.zone ?? FIRST_ZONE,
    custom: new Map(rows.map((row) => [row.id, fromRow(row)])),
    roleOf: new Map(given.map(({ user_id, role_id }) => [user_id, role_id])),
  }
}

/** Makes changes of one identity's roles wait for each other until the transaction ends. */
export async function lockIdentity(tx: Tx, identityId: string): Promise<void> {
  await tx
    .insertInto('gateway_identity')
    .values({ identity_id: identityId, zone: FIRST_ZONE, revision: 1 })
    .onConflict((oc) =>
      oc.column('identity_id').doUpdateSet((eb) => ({ revision: eb('gateway_identity.revision', '+', 1) })),
    )
    .execute()
}

/** The columns that say what a role is. */
export const toColumns = ({ name, description, ...more }: RoleOrder) => ({
  name,
  name_key: nameKey(name),
  // Whoever clears the field means none.
  description: description || null,
  permissions: JSON.stringify(more.permissions),
  accounts: JSON.stringify(more.accounts),
  cards: JSON.stringify(more.cards),
  limits: JSON.stringify(more.limits),
})

const isPermission = (name: string): name is Permission => (permissions as readonly string[]).includes(name)
// A permission that there is no more is none.
const Permissions = z.array(z.string()).transform((names) => withEverybodys(names.filter(isPermission)))

function fromRow(row: Selectable<GatewayRoleTable>): KnownRole {
  return {
    id: row.id,
    ready: false,
    ...Schema.parse({
      name: row.name,
      ...(row.description !== null && { description: row.description }),
      permissions: Permissions.parse(JSON.parse(row.permissions)),
      accounts: JSON.parse(row.accounts),
      cards: JSON.parse(row.cards),
      limits: JSON.parse(row.limits),
    }),
  }
}
