import type { Hono } from 'hono'
import * as roles from '../../contract/console/roles'
import { serve } from '../console/serve'
import { coded } from '../http/answers'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { accessIn } from './access'
import { createRoleChanges } from './change-roles'
import { type Person, readPeople, readPerson } from './people'
import { type Known, readKnown, rolesIn } from './role-table'

/** Roles, who has which, and the zone of the day. */
export function roleRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const changes = createRoleChanges(parts)
  const { db } = parts.options.store

  serve(app, parts, roles.consoleRolesGet, async (_, { session }) => {
    const known = await readKnown(db, session.identity.id)
    return { roles: rolesIn(known), zone: known.zone }
  })

  serve(app, parts, roles.consoleRoleCreate, async ({ body }, { session, note }) => {
    const role = await changes.create(session, body)
    if (!(role instanceof Response)) note({ resource: role.id })
    return role
  })

  serve(app, parts, roles.consoleRoleUpdate, async ({ params, body }, { session }) =>
    changes.update(session, params.role_id, body),
  )

  serve(app, parts, roles.consoleRoleDelete, async ({ params }, { session }) => changes.remove(session, params.role_id))

  serve(app, parts, roles.consolePeopleGet, async (_, { session }) => {
    const people = await readPeople(parts, session)
    if (people instanceof Response) return people
    const known = await readKnown(db, session.identity.id)
    return { people: people.map((person) => withRole(known, person)) }
  })

  serve(app, parts, roles.consoleRoleAssign, async ({ params, body }, { session }) => {
    const person = await readPerson(parts, session, params.user_id)
    if (person instanceof Response) return person
    return person.type === 'ROOT' ? coded(409, 'ROOT_IS_OWNER') : changes.assign(session, person.id, body.role)
  })

  serve(app, parts, roles.consoleRoleUnassign, async ({ params }, { session }) => {
    const person = await readPerson(parts, session, params.user_id)
    if (person instanceof Response) return person
    return person.type === 'ROOT' ? coded(409, 'ROOT_IS_OWNER') : changes.unassign(session, person.id)
  })

  serve(app, parts, roles.consoleZoneUpdate, async ({ body }, { session }) => changes.setZone(session, body.zone))
}

function withRole(known: Known, { type, id, ...person }: Person) {
  const credentials = { type, id }
  return {
    ...person,
    credentials,
    role: accessIn(known, credentials).role,
    assigned: type === 'USER' && known.roleOf.has(id),
  }
}
