import type { Context } from 'hono'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import type { Session } from '../session/session-table'
import { codeOf } from './recorded'

/** Who came, who went, and who was turned away: see `session-routes`. */
export function createSignIns({ audit, access }: Pick<GatewayParts, 'audit' | 'access'>) {
  const section = 'access'
  const mark = (c: Context<GatewayEnv>) => {
    c.set('recorded', true)
    return { requestRef: c.var.requestRef }
  }

  return {
    async signedIn(c: Context<GatewayEnv>, session: Session): Promise<void> {
      const outcome = { outcome: 'DONE', status: 200, ...mark(c) } as const
      const { role } = await access.of(session)
      await audit.people.know(session)
      const { address } = c.var
      await audit.note({ session, role: role.name, operation: 'sign-in', section, address }, outcome)
    },

    async signedOut(c: Context<GatewayEnv>, session: Session): Promise<void> {
      const outcome = { outcome: 'DONE', status: 204, ...mark(c) } as const
      const { role } = await access.of(session)
      const { address } = c.var
      await audit.note({ session, role: role.name, operation: 'sign-out', section, address }, outcome)
    },

    /**
     * The address that was typed is kept as a keyed hash. Where somebody signs in with it, the line belongs to the record of
     * their identity, and says whose sign-in it was meant to be; nobody has proved to be that person.
     */
    async refused(c: Context<GatewayEnv>, email: string, response: Response): Promise<void> {
      const code = await codeOf(response)
      const status = response.status
      const outcome = {
        outcome: status >= 500 ? 'FAILED' : 'REFUSED',
        status,
        ...(code && { code }),
        ...mark(c),
      } as const
      const deed = { operation: 'sign-in', section, address: c.var.address }
      const addressHash = audit.people.hashOf(email)
      const meant = await audit.people.withAddress(email)
      if (meant.length === 0) return audit.note({ ...deed, change: { addressHash } }, outcome)
      for (const { identity, person_id, name } of meant) {
        const whose = { identity, resource: person_id, change: { addressHash, meantFor: name } }
        await audit.note({ ...deed, ...whose }, outcome)
      }
    },
  }
}
