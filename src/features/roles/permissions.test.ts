import { describe, expect, it } from 'vitest'
import { type ReadyRoleId, readyRoles } from '#contract/console/ready-roles'
import type { ConsolePerson, ConsoleRole } from '#contract/console/roles'
import type { AccessView } from '#contract/session'
import { readAccess } from '@/api/access'
import { givable, whyNotAssign, whyNotDelete, whyNotEdit, whyNotZone } from './permissions'

const ready = (id: ReadyRoleId): ConsoleRole => ({
  id,
  name: readyRoles[id].name,
  permissions: [...readyRoles[id].permissions],
  accounts: 'all',
  cards: 'all',
  limits: [],
  ready: true,
  assigned: 0,
})
const own = (more: Partial<ConsoleRole> = {}): ConsoleRole => ({
  ...ready('viewer'),
  id: 'c0ffee',
  name: 'Desk',
  ready: false,
  ...more,
})
const me = (id: ReadyRoleId, more: Partial<AccessView> = {}) =>
  readAccess({
    role: { id, name: readyRoles[id].name },
    permissions: [...readyRoles[id].permissions],
    limits: [],
    zone: 'UTC',
    ...more,
  })
const person = (id: string, role: ReadyRoleId, type: 'ROOT' | 'USER' = 'USER'): ConsolePerson => ({
  credentials: { id, type },
  name: 'Ida Rhodes',
  email: 'ida@example.com',
  active: true,
  role: { id: role, name: readyRoles[role].name },
  assigned: true,
})
const roles = (['owner', 'admin', 'payments-maker', 'viewer'] as const).map(ready)

describe('changing a role', () => {
  it('is for whoever reaches as far', () => {
    expect(whyNotEdit(me('admin'), own())).toBeUndefined()
    expect(whyNotEdit(me('admin'), own({ permissions: ['identity.manage'] }))).toMatch(/reaches further/)
    expect(whyNotEdit(me('admin', { accounts: ['1'] }), own())).toMatch(/reaches further/)
  })
  it('is not for ready roles, one’s own, or without the permission', () => {
    expect(whyNotEdit(me('owner'), ready('viewer'))).toMatch(/same for every company/)
    expect(whyNotEdit(me('admin', { role: { id: 'c0ffee', name: 'Desk' } }), own())).toMatch(/your own role/)
    expect(whyNotEdit(me('viewer'), own())).toMatch(/Your role, Viewer, may not make roles/)
  })
})

it('a role that somebody has is not deleted', () => {
  expect(whyNotDelete(me('owner'), own())).toBeUndefined()
  expect(whyNotDelete(me('owner'), own({ assigned: 2 }))).toBe('2 people have this role. Give them another one first.')
})

describe('giving a role', () => {
  const reason = (given: ConsolePerson, mine = me('admin')) =>
    whyNotAssign(mine, { id: '7', type: 'USER' }, given, roles)
  it('is not for the root user, oneself, or whose role reaches further', () => {
    expect(reason(person('1', 'owner', 'ROOT'))).toMatch(/root user/)
    expect(reason(person('7', 'viewer'))).toMatch(/Nobody changes their own role/)
    expect(reason(person('8', 'admin'), me('payments-maker', { permissions: ['roles.manage'] }))).toMatch(/further/)
    expect(reason(person('8', 'viewer'), me('viewer'))).toMatch(/Your role, Viewer/)
    expect(reason(person('8', 'viewer'))).toBeUndefined()
  })
  it('offers every role but the Owner’s, and marks those that reach further', () => {
    const choices = givable(me('payments-maker'), roles)
    expect(choices.map(({ role, may }) => [role.id, may])).toEqual([
      ['admin', false],
      ['payments-maker', true],
      ['viewer', true],
    ])
  })
})

it('who has a limit per day does not move the day', () => {
  expect(whyNotZone(me('admin'))).toBeUndefined()
  expect(whyNotZone(me('admin', { limits: [{ currency: 'EUR', perPayment: 1 }] }))).toBeUndefined()
  expect(whyNotZone(me('admin', { limits: [{ currency: 'EUR', perDay: 1 }] }))).toMatch(/limit per day/)
  expect(whyNotZone(me('viewer'))).toMatch(/Your role, Viewer/)
})
