import { describe, expect, it } from 'vitest'
import type { PaymentLimit } from '#contract/console/limits'
import { type ConsoleRole, RoleOrder } from '#contract/console/roles'
import { limitCurrencies, type RoleForm, roleForm, toRoleForm, toRoleOrder } from './role-form'

const empty = toRoleForm({}, ['EUR', 'JPY'])
const form = (more: Partial<RoleForm>): RoleForm => ({ ...empty, name: 'Desk', ...more })
const problems = (given: RoleForm, mine: readonly PaymentLimit[] = []) =>
  (roleForm(mine).safeParse(given).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)

const role: ConsoleRole = {
  id: 'c0ffee',
  name: 'Desk',
  description: 'For suppliers',
  permissions: ['session.own', 'accounts.view', 'transfers.create'],
  accounts: ['11', '12'],
  cards: 'all',
  limits: [{ currency: 'GBP', perPayment: 50_000, perDay: 100_050 }],
  ready: false,
  assigned: 0,
}

it('a role comes back as it was read', () => {
  const read = toRoleForm(role, ['EUR'])
  expect(read.limits).toEqual({
    EUR: { perPayment: '', perDay: '' },
    GBP: { perPayment: '500.00', perDay: '1000.50' },
  })
  const { id: _id, ready: _ready, assigned: _assigned, ...order } = role
  expect(toRoleOrder(read)).toEqual(order)
  expect(problems(read)).toEqual([])
})

it('an empty form is an order that the contract takes, and everybody may sign in and out', () => {
  const order = toRoleOrder(form({}))
  expect(RoleOrder.parse(order)).toEqual(order)
  expect(order).toMatchObject({ permissions: ['session.own'], accounts: 'all', cards: 'all', limits: [] })
})

it('amounts are read exactly, in the decimals of their currency', () => {
  const limits = { EUR: { perPayment: '0.29', perDay: '' }, JPY: { perPayment: '', perDay: '1000' } }
  expect(toRoleOrder(form({ limits })).limits).toEqual([
    { currency: 'EUR', perPayment: 29 },
    { currency: 'JPY', perDay: 1000 },
  ])
})

describe('what is wrong is said at its field', () => {
  it.each([
    [{ name: ' ' }, 'name: Enter a name.'],
    [{ limits: { EUR: { perPayment: '1e3', perDay: '' } } }, /^limits\.EUR\.perPayment: .*exponent/],
    [{ limits: { JPY: { perPayment: '', perDay: '1.5' } } }, 'limits.JPY.perDay: JPY has no decimals.'],
    [{ limits: { EUR: { perPayment: '2', perDay: '1' } } }, /^limits\.EUR\.perPayment: This is more .* one day/],
    [{ permissions: ['accounts.view'], accounts: { which: 'chosen', ids: [] } }, /^accounts\.ids: Choose at least one/],
  ] as [Partial<RoleForm>, string | RegExp][])('%j', (more, expected) => {
    expect(problems(form(more))).toEqual([expected instanceof RegExp ? expect.stringMatching(expected) : expected])
  })
})

describe('nobody gives wider limits than their own', () => {
  const mine = [{ currency: 'EUR', perDay: 100_00 }]
  const pays = { permissions: ['transfers.create' as const] }
  it('neither more, nor none', () => {
    const said = 'limits.EUR.perDay: Your own limit is EUR\u00a0100.00; you can give no more.'
    expect(problems(form(pays), mine)).toEqual([said])
    expect(problems(form({ ...pays, limits: { EUR: { perPayment: '', perDay: '100.01' } } }), mine)).toEqual([said])
    expect(problems(form({ ...pays, limits: { EUR: { perPayment: '', perDay: '100' } } }), mine)).toEqual([])
  })
  it('except to a role that pays nothing', () => {
    expect(problems(form({ permissions: ['accounts.view'] }), mine)).toEqual([])
  })
})

it('currencies of limits that exist have fields too', () => {
  expect(limitCurrencies(role, ['EUR'])).toEqual(['EUR', 'GBP'])
})
