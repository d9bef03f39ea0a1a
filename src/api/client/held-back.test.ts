import { expect, test } from 'vitest'
import { transferCreate } from '#contract/transfers'
import { createClient } from './client'
import { orHeldBack } from './held-back'

const id = '7d3c1f0e-3a55-4b53-9d3e-0c8a6f1f7a11'
const body = {
  profileId: '1',
  source: { id: '1', type: 'managed_accounts' as const },
  destination: { id: '2', type: 'managed_accounts' as const },
  destinationAmount: { currency: 'EUR', amount: 5 },
}
const pay = (status: number, answer: unknown) =>
  createClient({ base: '', fetch: async () => Response.json(answer, { status }) })(transferCreate, {
    body,
    idempotencyRef: 'r',
  })

test('a payment that waits for another person is not done, and never looks like one that is', async () => {
  const waits = { status: 202, code: 'AWAITS_APPROVAL', proposalId: id }
  await expect(pay(202, { proposalId: id })).rejects.toMatchObject(waits)
  expect(await orHeldBack(pay(202, { proposalId: id }))).toEqual({ proposalId: id })
})

test('any other refusal stays one', async () => {
  await expect(orHeldBack(pay(409, { errorCode: 'FUNDS_INSUFFICIENT' }))).rejects.toMatchObject({
    code: 'FUNDS_INSUFFICIENT',
  })
})
