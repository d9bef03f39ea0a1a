import type { RbacRole } from '../../../contract/roles'
import type { UserRole } from '../../../contract/users'
import { done, type Outcome } from '../context'

const roles = {
  CARD_ASSIGNEE: 'Uses the cards that are assigned to them',
  CARDS_MANAGEMENT_ROLE: 'Issues and manages cards',
  FUNDS_MANAGEMENT_ROLE: 'Moves money and manages accounts',
  ACCESS_MANAGEMENT_ROLE: 'Invites people and manages their access',
  ADMIN: 'Does everything',
} as const satisfies Record<UserRole, string>

/** The roles that users may be given, numbered from 1. Mirrors `rolesGet`. */
export async function listRoles(): Promise<Outcome<RbacRole[]>> {
  return done(Object.entries(roles).map(([name, description], at) => ({ id: String(at + 1), name, description })))
}
