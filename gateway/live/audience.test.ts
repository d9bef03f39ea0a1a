import { expect, test } from 'vitest'
import { readyRoles } from '../../contract/console/ready-roles'
import { webhooks } from '../../contract/events'
import type { LiveEvent } from '../../contract/live'
import { operations } from '../../contract/registry'
import { hears, neededFor } from './audience'

const changed = (section: string, id?: string): LiveEvent => ({
  type: 'changed',
  section,
  operation: 'x',
  ...(id !== undefined && { id }),
})
const needed = (section: string) => neededFor(changed(section))

test('whoever may look at a section hears of its changes, and of those alone', () => {
  expect(needed('managed-accounts')).toEqual(['accounts.view'])
  expect(needed('managed-cards')).toEqual(['cards.view'])
  expect(needed('transfers')).toEqual(['transfers.view'])
  expect(needed('manage')).toEqual(['bulks.view'])
  // Submitted there, looked at in the other.
  expect(needed('operations')).toEqual(['bulks.view'])
  expect(needed('confirmation-challenges')).toEqual(['payments.confirm'])
  expect(needed('console-roles')).toEqual(['roles.view'])
  expect(needed('proposals')).toEqual(['proposals.view'])
})

test('no section of the API, and no webhook, is heard by everybody because it was forgotten', () => {
  const sections = new Set<string>([...operations, ...webhooks].map(({ section }) => section))
  expect(sections.size).toBeGreaterThan(15)
  for (const section of sections) expect(needed(section), section).not.toEqual([])
  for (const section of sections) expect(needed(section), section).not.toEqual(needed('no such section'))
})

test('whoever may read in a section hears of it', () => {
  for (const ep of operations) {
    if (ep.method !== 'GET' || !ep.permission.endsWith('.view')) continue
    expect(needed(ep.section), ep.id).toContain(ep.permission)
  }
})

test('a viewer hears of payments and not of who has which role', () => {
  const viewer = { permissions: new Set(readyRoles.viewer.permissions), accounts: 'all', cards: 'all' } as const
  expect(hears(viewer, changed('transfers'), needed('transfers'))).toBe(true)
  expect(hears(viewer, changed('console-roles'), needed('console-roles'))).toBe(false)
  expect(hears(viewer, changed('audit'), needed('audit'))).toBe(false)
  expect(hears(viewer, { type: 'access.changed' }, neededFor({ type: 'access.changed' }))).toBe(true)
})

test('nobody hears of an account or a card that is hidden from them', () => {
  const permissions = new Set(readyRoles.owner.permissions)
  const who = { permissions, accounts: new Set(['1']), cards: new Set<string>() }
  for (const [section, id, heard] of [
    ['managed-accounts', '1', true],
    ['managed-accounts', '2', false],
    ['managed-accounts', undefined, true],
    ['managed-cards', '1', false],
    ['transfers', '2', true],
  ] as const) {
    expect(hears(who, changed(section, id), needed(section)), `${section} ${id}`).toBe(heard)
  }
})
