import { expect, test } from 'vitest'
import { covers } from '#contract/console/covers'
import { OWNER, readyRoleIds, readyRoles, UNASSIGNED } from '#contract/console/ready-roles'
import { permissions } from '#contract/permissions'
import { inbound, operations } from '#contract/registry'
import { consoleEndpoints } from './console-endpoints'

const known = new Set<string>(permissions)
const own = await consoleEndpoints()

test('every operation belongs to one permission that there is, or is public', () => {
  expect(operations).toHaveLength(157)
  expect(own.length).toBeGreaterThanOrEqual(8)
  for (const ep of [...operations, ...inbound, ...own]) {
    expect(ep.permission === 'public' || known.has(ep.permission), ep.id).toBe(true)
  }
  for (const ep of own) expect(ep.permission, ep.id).not.toBe('public')
})

test('every permission opens something', () => {
  const used = new Set<string>([...operations, ...own].map((ep) => ep.permission))
  expect(permissions.filter((name) => !used.has(name))).toEqual([])
})

test('what only looks needs a permission to look, but for a PIN; what writes needs more', () => {
  const looks = /\.view$|^session\.own$|^public$/
  const exceptions = operations.filter((ep) => (ep.method === 'GET') !== looks.test(ep.permission)).map((ep) => ep.id)
  // Secrets are no business of whoever looks only, and what is one's own is written too.
  const ofOnesOwn = operations
    .filter((ep) => ep.method !== 'GET' && (ep.permission === 'session.own' || ep.permission === 'public'))
    .map((ep) => ep.id)
  expect(exceptions.filter((id) => !ofOnesOwn.includes(id))).toEqual(['managedCardPhysicalPinGet'])
  const lookingWrites = own.filter((ep) => (ep.method === 'GET') !== looks.test(ep.permission)).map((ep) => ep.id)
  // One changes nothing (its rules come in the body), the other takes back what one has asked for oneself.
  expect(lookingWrites.sort()).toEqual(['proposalWithdraw', 'rehearseAuthorisationRules'])
})

test('many at once need no less than one', () => {
  const single = { users: 'users.manage', managed_cards: /^cards\./, transfers: 'bulks.submit', sends: 'bulks.submit' }
  for (const ep of operations.filter(
    ({ path, method, params }) => path.startsWith('/bulks/') && method !== 'GET' && !params,
  )) {
    const kind = ep.path.split('/')[2] as keyof typeof single
    expect(ep.permission, ep.id).toMatch(single[kind] ?? 'bulks.submit')
  }
})

test('Owner reaches as far as every role, and a new user no further than any ready role', () => {
  const reach = (id: (typeof readyRoleIds)[number]) =>
    ({ permissions: readyRoles[id].permissions, accounts: 'all', cards: 'all', limits: [] }) as const
  for (const id of readyRoleIds) {
    expect(covers(reach(OWNER), reach(id)), id).toBe(true)
    expect(covers(reach(id), reach(UNASSIGNED)), id).toBe(true)
    expect(new Set(readyRoles[id].permissions).size, id).toBe(readyRoles[id].permissions.length)
  }
})
