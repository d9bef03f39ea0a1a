import type { ConsoleSection, Endpoint, Section } from '../../contract/endpoint'
import type { LiveEvent } from '../../contract/live'
import type { Permission } from '../../contract/permissions'
import { operations } from '../../contract/registry'
import type { Access } from '../access/access'

/** What a stream's person may do, as far as it decides what they hear. */
export type Hearing = Pick<Access, 'permissions' | 'accounts' | 'cards'>

const ofConsole: Record<ConsoleSection, Permission> = {
  'console-roles': 'roles.view',
  proposals: 'proposals.view',
  audit: 'audit.view',
  events: 'events.view',
  authorisations: 'authorisations.view',
  entry: 'users.view',
}
/** What is submitted there is seen in the other one. */
const seenIn: Partial<Record<string, Section>> = { operations: 'manage' }

/** Not heard by everybody because nobody has said whom it concerns. */
const unknownSection: readonly Permission[] = ['events.view']

const bySection = new Map<string, readonly Permission[]>(Object.entries(ofConsole).map(([name, one]) => [name, [one]]))
for (const { section } of operations) bySection.set(section, viewsOf(section))

/** The permissions of a section's reads: to look at it, where there is such a one, else whatever its operations ask for. */
function viewsOf(section: string): readonly Permission[] {
  const those = operations.filter((ep) => ep.section === (seenIn[section] ?? section))
  const named = (among: readonly Endpoint[]) => [
    ...new Set(among.flatMap(({ permission }) => (permission === 'public' ? [] : [permission]))),
  ]
  const reads = named(those.filter(({ method }) => method === 'GET'))
  const views = reads.filter((permission) => permission.endsWith('.view'))
  return [views, reads, named(those)].find((list) => list.length > 0) ?? []
}

/** The permissions of which one lets a person hear an event; none where anybody of the identity may. */
export function neededFor(event: LiveEvent): readonly Permission[] {
  switch (event.type) {
    case 'changed':
    case 'webhook':
      return bySection.get(event.section) ?? unknownSection
    case 'bulk.progress':
      return ['bulks.view']
    case 'authorisation.asked':
    case 'authorisation.decided':
      return ['authorisations.view']
    case 'hello':
    case 'session.expiring':
    case 'session.renewed':
    case 'session.ended':
    case 'access.changed':
    case 'reset':
      return []
  }
}

/** Whether a person hears of an event: with a permission for it, and not of an account or card that is hidden from them. */
export function hears(who: Hearing, event: LiveEvent, needs: readonly string[]): boolean {
  if (needs.length > 0 && !needs.some((permission) => who.permissions.has(permission as Permission))) return false
  if ((event.type !== 'changed' && event.type !== 'webhook') || event.id === undefined) return true
  if (event.section === 'managed-accounts') return who.accounts === 'all' || who.accounts.has(event.id)
  if (event.section === 'managed-cards') return who.cards === 'all' || who.cards.has(event.id)
  return true
}
