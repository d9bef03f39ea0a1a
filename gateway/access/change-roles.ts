import { randomUUID } from 'node:crypto'
import { covers, type Reach } from '../../contract/console/covers'
import { OWNER, readyRoles, UNASSIGNED } from '../../contract/console/ready-roles'
import type { ConsoleRole, RoleOrder } from '../../contract/console/roles'
import { withEverybodys } from '../../contract/permissions'
import { inTransaction, type Tx } from '../../storage/transaction'
import { coded, refusal } from '../http/answers'
import type { GatewayParts } from '../parts'
import type { Session } from '../session/session-table'
import { type Access, accessIn, reachOf } from './access'
import { type Known, type KnownRole, lockIdentity, nameKey, readKnown, roleIn, toColumns } from './role-table'

type Inside = { tx: Tx; known: Known; mine: Access; identityId: string; now: number }

const noSuchRole = () => refusal(404, 'NOT_FOUND', 'There is no such role.')

/**
 * What may be done to roles. Changes of one identity come one after the other, and each looks at what the one before has
 * left: whoever has lost the right meanwhile changes nothing any more.
 */
export function createRoleChanges({ options, access, hub }: Pick<GatewayParts, 'options' | 'access' | 'hub'>) {
  async function change<T>(session: Session, work: (inside: Inside) => Promise<T | Response>): Promise<T | Response> {
    const identityId = session.identity.id
    const result = await inTransaction(options.store, async (tx) => {
      await lockIdentity(tx, identityId)
      const known = await readKnown(tx, identityId)
      const mine = accessIn(known, session.credentials)
      if (!mine.permissions.has('roles.manage')) return coded(403, 'INSUFFICIENT_PERMISSIONS')
      return work({ tx, known, mine, identityId, now: options.clock.now() })
    })
    if (result instanceof Response) return result
    await access.changed(identityId)
    await hub.publish(identityId, { type: 'access.changed' })
    return result
  }

  return {
    create: (session: Session, said: RoleOrder) =>
      change(session, async ({ tx, known, mine, identityId, now }): Promise<ConsoleRole | Response> => {
        const order = whole(said)
        const problem = nameTaken(known, order.name) ?? reachesFurther(mine, order)
        if (problem) return problem
        const id = randomUUID()
        const row = { identity_id: identityId, id, ...toColumns(order), created_at: now, updated_at: now }
        await tx.insertInto('gateway_role').values(row).execute()
        return { ...order, id, ready: false, assigned: 0 }
      }),

    update: (session: Session, id: string, part: Partial<RoleOrder>) =>
      change(session, async ({ tx, known, mine, identityId, now }): Promise<ConsoleRole | Response> => {
        const before = roleIn(known, id)
        if (!before) return noSuchRole()
        if (before.ready) return coded(409, 'READY_ROLE')
        if (id === mine.role.id) return coded(409, 'OWN_ROLE')
        const { ready: _ready, id: _id, ...said } = { ...before, ...part }
        const order = whole(said)
        const problem = nameTaken(known, order.name, id) ?? reachesFurther(mine, before, order)
        if (problem) return problem
        await tx
          .updateTable('gateway_role')
          .set({ ...toColumns(order), updated_at: now })
          .where('identity_id', '=', identityId)
          .where('id', '=', id)
          .execute()
        return { ...order, id, ready: false, assigned: holdersOf(known, id) }
      }),

    remove: (session: Session, id: string) =>
      change(session, async ({ tx, known, mine, identityId }) => {
        const role = roleIn(known, id)
        if (!role) return noSuchRole()
        if (role.ready) return coded(409, 'READY_ROLE')
        if (holdersOf(known, id) > 0) return coded(409, 'ROLE_IN_USE')
        const problem = reachesFurther(mine, role)
        if (problem) return problem
        await tx.deleteFrom('gateway_role').where('identity_id', '=', identityId).where('id', '=', id).execute()
      }),

    /** Gives a user of the identity a role; nothing checks here that there is such a user. */
    assign: (session: Session, userId: string, roleId: string) =>
      change(session, async ({ tx, known, mine, identityId, now }) => {
        const role = roleIn(known, roleId)
        if (!role) return noSuchRole()
        const problem = ownRole(session, userId) ?? reachesFurther(mine, formerRole(known, userId), role)
        if (problem) return problem
        if (roleId === OWNER) return coded(409, 'ROOT_IS_OWNER')
        const given = { role_id: roleId, given_at: now }
        await tx
          .insertInto('gateway_role_of')
          .values({ identity_id: identityId, user_id: userId, ...given })
          .onConflict((oc) => oc.columns(['identity_id', 'user_id']).doUpdateSet(given))
          .execute()
      }),

    unassign: (session: Session, userId: string) =>
      change(session, async ({ tx, known, mine, identityId }) => {
        // To see everything is more than some roles allow: it is given like any other role.
        const viewer = roleIn(known, UNASSIGNED) ?? noRole
        const problem = ownRole(session, userId) ?? reachesFurther(mine, formerRole(known, userId), viewer)
        if (problem) return problem
        await tx
          .deleteFrom('gateway_role_of')
          .where('identity_id', '=', identityId)
          .where('user_id', '=', userId)
          .execute()
      }),

    setZone: (session: Session, zone: string) =>
      change(session, async ({ tx, mine, identityId }) => {
        if (mine.limits.some(({ perDay }) => perDay !== undefined)) return coded(409, 'LACKS_PERMISSION')
        await tx.updateTable('gateway_identity').set({ zone }).where('identity_id', '=', identityId).execute()
        return { zone }
      }),
  }
}

/** A role without what nobody goes without would lock its people in. */
const whole = (order: RoleOrder): RoleOrder => ({ ...order, permissions: withEverybodys(order.permissions) })

const noRole: Reach = { permissions: [], accounts: [], cards: [], limits: [] }

const holdersOf = ({ roleOf }: Known, id: string) => [...roleOf.values()].filter((role) => role === id).length

const formerRole = (known: Known, userId: string): Reach =>
  roleIn(known, known.roleOf.get(userId) ?? UNASSIGNED) ?? noRole

const ownRole = (session: Session, userId: string) =>
  session.credentials.id === userId ? coded(409, 'OWN_ROLE') : undefined

function nameTaken({ custom }: Known, name: string, but?: string): Response | undefined {
  const key = nameKey(name)
  const others: readonly Pick<KnownRole, 'name'>[] = [...custom.values()].filter(({ id }) => id !== but)
  const names = [...others, ...Object.values(readyRoles)].map((role) => nameKey(role.name))
  return names.includes(key) ? coded(409, 'ROLE_NAME_TAKEN') : undefined
}

/** Nobody gives what they lack, and nobody takes it away. */
const reachesFurther = (mine: Access, ...roles: readonly Reach[]): Response | undefined =>
  roles.every((role) => covers(reachOf(mine), role)) ? undefined : coded(409, 'LACKS_PERMISSION')
