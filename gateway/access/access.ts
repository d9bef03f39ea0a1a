import type { CredentialId, IdentityId } from '../../contract/common'
import type { Reach } from '../../contract/console/covers'
import type { PaymentLimit } from '../../contract/console/limits'
import { OWNER, UNASSIGNED } from '../../contract/console/ready-roles'
import type { Permission } from '../../contract/permissions'
import type { AccessView } from '../../contract/session'
import type { Clock } from '../../sandbox/effects/clock'
import type { Store } from '../../storage/open'
import type { Bus } from '../live/bus'
import { type Known, readKnown, roleIn } from './role-table'

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

/** Whose access it is: of a session, or of anybody else known by identity and credentials. */
export type Who = { identity: IdentityId; credentials: CredentialId }

export type AccessTable = ReturnType<typeof createAccess>

const TOPIC = 'access'
const EVERYBODY = '*'
/** A gateway whose line to the others was broken may not have heard of a change; it finds out after this long. */
const MAX_AGE_MS = 10_000

/**
 * Knows what everybody may do. An identity's roles are read once and kept until somebody changes them, here or at another
 * gateway of the same database.
 */
export function createAccess(store: Store, bus: Bus, clock: Clock) {
  const kept = new Map<string, { known: Promise<Known>; at: number }>()

  bus.on(TOPIC, (identityId) => {
    if (identityId === EVERYBODY) kept.clear()
    else kept.delete(identityId)
  })

  function knownOf(identityId: string): Promise<Known> {
    const now = clock.now()
    const found = kept.get(identityId)
    if (found && Math.abs(now - found.at) < MAX_AGE_MS) return found.known
    const entry = { known: readKnown(store.db, identityId), at: now }
    kept.set(identityId, entry)
    // What failed is asked again, and not kept as an answer.
    entry.known.catch(() => kept.get(identityId) === entry && kept.delete(identityId))
    return entry.known
  }

  return {
    async of({ identity, credentials }: Who): Promise<Access> {
      return accessIn(await knownOf(identity.id), credentials)
    },
    /** After a change was committed: every gateway reads this identity's roles anew. */
    changed: (identityId: string): Promise<void> => bus.tell(TOPIC, identityId),
    /** After everything was put in place anew. */
    allChanged: (): Promise<void> => bus.tell(TOPIC, EVERYBODY),
  }
}

/** The root user is Owner whatever is written; a user has the role that was given, or looks only. */
export function accessIn(known: Known, credentials: CredentialId): Access {
  const id = credentials.type === 'ROOT' ? OWNER : (known.roleOf.get(credentials.id) ?? UNASSIGNED)
  const role = roleIn(known, id)
  // Roles in use are not deleted. Were one gone all the same, its person could not be let see more than it showed.
  if (!role) throw new Error(`The role ${id} of a user is not there.`)
  return {
    role: { id: role.id, name: role.name },
    permissions: new Set(role.permissions),
    accounts: role.accounts === 'all' ? 'all' : new Set(role.accounts),
    cards: role.cards === 'all' ? 'all' : new Set(role.cards),
    limits: role.limits,
    zone: known.zone,
  }
}

/** The same as the contract compares it. */
export const reachOf = ({ permissions, accounts, cards, limits }: Access): Reach => ({
  permissions: [...permissions],
  accounts: accounts === 'all' ? 'all' : [...accounts],
  cards: cards === 'all' ? 'all' : [...cards],
  limits,
})

/** What the page is told of it. */
export const accessView = ({ role, permissions, accounts, cards, limits, zone }: Access): AccessView => ({
  role,
  permissions: [...permissions],
  ...(accounts !== 'all' && { accounts: [...accounts] }),
  ...(cards !== 'all' && { cards: [...cards] }),
  limits: [...limits],
  zone,
})
