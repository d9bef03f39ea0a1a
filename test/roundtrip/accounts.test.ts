import { afterAll, beforeAll, expect, test } from 'vitest'
import { authFactorsGet } from '#contract/authentication-factors'
import { corporateGet, corporateKybGet } from '#contract/corporates'
import * as accounts from '#contract/managed-accounts'
import { userGetById, usersGet } from '#contract/users'
import { openRoundTrip, type RoundTrip } from './open'

let trip: RoundTrip
beforeAll(async () => {
  trip = await openRoundTrip()
})
afterAll(() => trip.close())

const reference = () => crypto.randomUUID()
const named = (friendlyName: string) => ({ profileId: '2001', friendlyName, currency: 'EUR' })

test('reads answer what the contract says', async () => {
  const { call } = trip
  expect((await call(corporateGet, {})).company.name).toBe('Northwind Trading Ltd')
  expect((await call(corporateKybGet, {})).kybStatus).toBe('APPROVED')
  const { users } = await call(usersGet, { query: { limit: 10 } })
  expect(users?.map((user) => user.name).sort()).toEqual(['Alan', 'Grace'])
  expect((await call(userGetById, { params: { user_id: users?.[0]?.id ?? '' } })).id).toBe(users?.[0]?.id)
  expect((await call(authFactorsGet, {})).factors).toEqual([{ type: 'OTP', channel: 'SMS', status: 'ACTIVE' }])
  const page = await call(accounts.managedAccountsGet, { query: { state: ['ACTIVE', 'BLOCKED'], currency: 'GBP' } })
  expect(page.count).toBe(2)
})

test('several refused creations open one step-up, and each is sent once more with its own reference', async () => {
  const { call, seen } = trip
  seen.sent.length = 0
  const references = [reference(), reference()]
  const made = await Promise.all(
    references.map((idempotencyRef, i) =>
      call(accounts.managedAccountCreate, { body: named(`Round trip ${i}`), idempotencyRef }),
    ),
  )
  expect(new Set(made.map((account) => account.id)).size).toBe(2)
  expect(seen.stepUps).toBe(1)
  const sent = seen.sent.filter(({ path }) => path === '/managed_accounts').map((request) => request.reference)
  expect(sent.sort()).toEqual([...references, ...references].sort())
})

test('rename, block twice, unblock, request an IBAN, read the statement, remove', async () => {
  const { call } = trip
  const { id } = await call(accounts.managedAccountCreate, { body: named('Short life'), idempotencyRef: reference() })
  const params = { id }
  const renamed = await call(accounts.managedAccountUpdate, { params, body: { friendlyName: 'Shorter' } })
  expect(renamed.friendlyName).toBe('Shorter')
  await call(accounts.managedAccountBlock, { params, idempotencyRef: reference() })
  await expect(call(accounts.managedAccountBlock, { params, idempotencyRef: reference() })).rejects.toMatchObject({
    status: 409,
    code: 'INSTRUMENT_ALREADY_BLOCKED',
    requestRef: expect.any(String),
  })
  await call(accounts.managedAccountUnblock, { params, idempotencyRef: reference() })
  await call(accounts.managedAccountsIBANUpgrade, { params, idempotencyRef: reference() })
  await trip.advance(60_000)
  const iban = await call(accounts.managedAccountIBANGet, { params })
  expect(iban.state).toBe('ALLOCATED')
  expect(iban.bankAccountDetails).not.toHaveLength(0)
  const statement = await call(accounts.managedAccountStatement, { params, query: { limit: 10 } })
  expect(statement.count).toBe(0)
  await call(accounts.managedAccountRemove, { params })
  expect((await call(accounts.managedAccountGet, { params })).state.state).toBe('DESTROYED')
})

test('bad input names its field; what is not there is 404', async () => {
  const { call } = trip
  const body = { profileId: '2001', friendlyName: '', currency: 'euro' }
  await expect(call(accounts.managedAccountCreate, { body, idempotencyRef: reference() })).rejects.toMatchObject({
    status: 400,
    fields: { 'request.friendlyName': 'SIZE', 'request.currency': expect.any(String) },
  })
  await expect(call(accounts.managedAccountGet, { params: { id: '1' } })).rejects.toMatchObject({ status: 404 })
})

test('five idle minutes end the token; the refused call goes through after the sign-in', async () => {
  const { call, seen } = trip
  await trip.advance(5 * 60_000 + 1_000)
  const page = await call(accounts.managedAccountsGet, { query: { limit: 1 } })
  expect(page.responseCount).toBe(1)
  expect(seen.signIns).toBe(1)
})
