import { afterAll, beforeAll, expect, test } from 'vitest'
import { bulkId, bulkIdExecute, bulkIdOperations, bulks, bulksTransferCreate } from '#contract/bulks'
import { managedAccountGet, managedAccountsGet } from '#contract/managed-accounts'
import { transferCancel, transferCreate, transferGet, transfersGet } from '#contract/transfers'
import { openRoundTrip, type RoundTrip } from './open'

let trip: RoundTrip
let from: { id: string; type: 'managed_accounts' }
let to: { id: string; type: 'managed_accounts' }
beforeAll(async () => {
  trip = await openRoundTrip()
  const { accounts } = await trip.call(managedAccountsGet, { query: { limit: 100 } })
  const named = (name: string) => ({
    id: accounts.find((account) => account.friendlyName === name)?.id ?? '',
    type: 'managed_accounts' as const,
  })
  from = named('Payroll')
  to = named('Operating')
})
afterAll(() => trip.close())

const reference = () => crypto.randomUUID()
const order = (amount: number) => ({
  profileId: '3001',
  source: from,
  destination: to,
  destinationAmount: { currency: 'EUR', amount },
})
const balance = async () => (await trip.call(managedAccountGet, { params: { id: from.id } })).balances.actualBalance

test('the same reference pays once, a new one again', async () => {
  const before = await balance()
  const idempotencyRef = reference()
  const first = await trip.call(transferCreate, { body: order(1250), idempotencyRef })
  const again = await trip.call(transferCreate, { body: order(1250), idempotencyRef })
  expect(again).toEqual(first)
  expect(first.state).toBe('COMPLETED')
  expect(await balance()).toBe(before - 1250)
  await trip.call(transferCreate, { body: order(1250), idempotencyRef: reference() })
  expect(await balance()).toBe(before - 2500)
  expect((await trip.call(transferGet, { params: { id: first.id } })).destinationAmount.amount).toBe(1250)
})

test('a refusal carries its documented code and moves nothing', async () => {
  const before = await balance()
  const refused = trip.call(transferCreate, { body: order(10 ** 12), idempotencyRef: reference() })
  await expect(refused).rejects.toMatchObject({ status: 409, code: 'FUNDS_INSUFFICIENT' })
  expect(await balance()).toBe(before)
})

test('a scheduled transfer waits for its time, and can be called off before it', async () => {
  const at = String(Date.now() + 60_000)
  const make = () =>
    trip.call(transferCreate, { body: { ...order(100), scheduledTimestamp: at }, idempotencyRef: reference() })
  const [kept, dropped] = [await make(), await make()]
  const answer = await trip.call(transferCancel, { body: { cancellations: [{ id: dropped.id }, { id: '1' }] } })
  expect(answer.cancellations.map((one) => one.state)).toEqual(['SUCCESS', 'ERROR'])
  await trip.advance(61_000)
  const query = { state: ['COMPLETED', 'CANCELLED'], limit: 100 } as const
  const { transfer } = await trip.call(transfersGet, { query: { ...query, state: [...query.state] } })
  const stateOf = (id: string) => transfer.find((one) => one.id === id)?.state
  expect([stateOf(kept.id), stateOf(dropped.id)]).toEqual(['COMPLETED', 'CANCELLED'])
})

test('a bulk is stored once, runs every row, and keeps what each would have answered', async () => {
  const body = [order(1), order(2), order(10 ** 12)].map((requestBody) => ({ pathParams: {}, requestBody }))
  const idempotencyRef = reference()
  const submitted = await trip.call(bulksTransferCreate, { body, idempotencyRef })
  expect(await trip.call(bulksTransferCreate, { body, idempotencyRef })).toEqual(submitted)
  const params = { bulk_id: submitted.bulkId }
  await trip.call(bulkIdExecute, { params, body: { mode: 'ON_FAILURE_CONTINUE' } })
  await expect(trip.call(bulkIdExecute, { params, body: {} })).rejects.toMatchObject({ code: 'INVALID_STATE' })
  await expect.poll(async () => (await trip.call(bulkId, { params })).status).toBe('PARTIALLY_COMPLETED')
  const { operations } = await trip.call(bulkIdOperations, { params, query: { status: 'FAILED' } })
  expect(operations.map((row) => [row.sequence, JSON.parse(row.responsePayload ?? '')])).toEqual([
    [3, { errorCode: 'FUNDS_INSUFFICIENT' }],
  ])
  expect((await trip.call(bulks, { query: { status: 'PARTIALLY_COMPLETED' } })).count).toBe(1)
})
