import { expectTypeOf, test } from 'vitest'
import { loginWithPassword } from '#contract/access'
import { type bulkIdCancel, bulksTransferCreate } from '#contract/bulks'
import type { Args, Conflict, Endpoint, ErrorCode, Req, Res } from '#contract/endpoint'
import { managedAccountStatement, managedAccountsGet } from '#contract/managed-accounts'
import { type TransferOrder, transferCreate, transferGet } from '#contract/transfers'

/** Stands for every caller. What must not compile is marked; were it accepted, the type check would fail at the mark. */
const args = <const E extends Endpoint>(ep: E, given: Args<E>) => [ep.id, given] as const

const order: TransferOrder = {
  profileId: '3001',
  source: { id: '1', type: 'managed_accounts' },
  destination: { id: '2', type: 'managed_accounts' },
  destinationAmount: { currency: 'EUR', amount: 100 },
}

test('what is complete compiles', () => {
  args(transferCreate, { body: order, idempotencyRef: 'r' })
  args(bulksTransferCreate, { body: [{ requestBody: order }], idempotencyRef: 'r' })
  args(transferGet, { params: { id: '1' } })
  args(managedAccountsGet, {})
  args(managedAccountsGet, { query: { state: ['ACTIVE'], limit: 10 } })
  args(managedAccountStatement, { params: { id: '1' }, headers: { 'x-api-version': 'LATEST' } })
})

test('what is missing or wrong does not', () => {
  // @ts-expect-error an idempotent operation needs a reference
  args(transferCreate, { body: order })
  // @ts-expect-error the body is missing
  args(transferCreate, { idempotencyRef: 'r' })
  // @ts-expect-error the parameters are missing
  args(transferGet, {})
  // @ts-expect-error the parameter has another name
  args(transferGet, { params: { bulk_id: '1' } })
  const text = { ...order, destinationAmount: { currency: 'EUR', amount: '100' } }
  // @ts-expect-error an amount is a number
  args(transferCreate, { body: text, idempotencyRef: 'r' })
  // @ts-expect-error there is no such kind of instrument
  args(transferCreate, { body: { ...order, source: { id: '1', type: 'piggy_banks' } }, idempotencyRef: 'r' })
  // @ts-expect-error a row without what it is to run
  args(bulksTransferCreate, { body: [{}], idempotencyRef: 'r' })
  // @ts-expect-error there is no such state
  args(managedAccountsGet, { query: { state: 'SLEEPING' } })
  // @ts-expect-error a password is an object that holds a token
  args(loginWithPassword, { body: { email: 'a@example.com', password: 'plain' } })
  // @ts-expect-error there is no such version
  args(managedAccountStatement, { params: { id: '1' }, headers: { 'x-api-version': '2' } })
})

test('answers and refusals are known by type', () => {
  expectTypeOf<Res<typeof bulkIdCancel>>().toEqualTypeOf<undefined>()
  expectTypeOf<Res<typeof transferGet>['state']>().toExtend<string>()
  expectTypeOf<'FUNDS_INSUFFICIENT'>().toExtend<Conflict<typeof transferCreate>>()
  expectTypeOf<'STEP_UP_REQUIRED'>().not.toExtend<Conflict<typeof transferGet>>()
  expectTypeOf<'STEP_UP_REQUIRED'>().toExtend<ErrorCode<typeof transferGet>>()
  expectTypeOf<Req<typeof bulksTransferCreate>['body'][number]['requestBody']>().toEqualTypeOf<TransferOrder>()
  expectTypeOf<Conflict<typeof loginWithPassword>>().toEqualTypeOf<never>()
})
