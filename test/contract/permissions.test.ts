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
})

test('of the console’s own only the way in is public, and that is for who is not signed in', () => {
  const open = own.filter((ep) => ep.permission === 'public')
  expect(open.map(({ section }) => section)).toEqual(open.map(() => 'entry'))
  expect(open).toEqual(own.filter(({ auth }) => auth === 'key'))
  expect(open.map(({ id }) => id).sort()).toEqual([
    'entryChoose',
    'entryFinish',
    'entryGet',
    'entryLeave',
    'entryPassword',
    'entryPasswordChange',
    'entryPhone',
    'invitationAccept',
    'lostPasswordStart',
    'passwordRecover',
    'registerConsumer',
    'registerCorporate',
    'registrationResume',
  ])
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
  const lookingWrites = own
    .filter((ep) => ep.permission !== 'public' && (ep.method === 'GET') !== looks.test(ep.permission))
    .map((ep) => ep.id)
  // One changes nothing (its rules come in the body), one takes back what one has asked for oneself, two are one's own
  // sign-in.
  expect(lookingWrites.sort()).toEqual([
    'proposalWithdraw',
    'rehearseAuthorisationRules',
    'sessionPasswordChange',
    'sessionSwitch',
  ])
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
