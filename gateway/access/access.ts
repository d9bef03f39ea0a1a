import type { PaymentLimit } from '../../contract/console/limits'
import { OWNER, readyRoles } from '../../contract/console/ready-roles'
import type { Permission } from '../../contract/permissions'
import type { AccessView } from '../../contract/session'
import type { Session } from '../session/session-table'

/** What one person may do in one identity, as their role says it at this moment. */
export type Access = {
  role: { id: string; name: string }
  permissions: ReadonlySet<Permission>
  accounts: 'all' | ReadonlySet<string>
  cards: 'all' | ReadonlySet<string>
  limits: readonly PaymentLimit[]
  /** The zone in which a day of the limits begins and ends. */
  zone: string
}

export type AccessTable = ReturnType<typeof createAccess>

/** Knows what everybody may do. */
export function createAccess() {
  return {
    async of(_session: Session): Promise<Access> {
      return {
        role: { id: OWNER, name: readyRoles[OWNER].name },
        permissions: new Set(readyRoles[OWNER].permissions),
        accounts: 'all',
        cards: 'all',
        limits: [],
        zone: 'UTC',
      }
    },
  }
}

/** What the page is told of it. */
export const accessView = ({ role, permissions, accounts, cards, limits, zone }: Access): AccessView => ({
  role,
  permissions: [...permissions],
  ...(accounts !== 'all' && { accounts: [...accounts] }),
  ...(cards !== 'all' && { cards: [...cards] }),
  limits: [...limits],
  zone,
})
