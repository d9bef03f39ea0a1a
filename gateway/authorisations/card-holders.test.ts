import { afterAll, expect, test } from 'vitest'
import { openTestGateway } from '../testing/test-gateway'

const bank = await openTestGateway()
afterAll(() => bank.close())

test('a card that was made is answered also where its holder cannot be noted', async () => {
  const browser = await bank.signIn()
  const made = { id: '77', nameOnCard: 'Grace Hopper', userId: '1' }
  bank.intercept((request, path) =>
    request.method === 'POST' && path === '/managed_cards' ? Response.json(made) : undefined,
  )
  await bank.store.db.schema.alterTable('gateway_card_holder').renameTo('gateway_elsewhere').execute()
  const answer = await browser.post('/api/multi/managed_cards', {}, { 'idempotency-ref': crypto.randomUUID() })
  expect([answer.status, await answer.json()]).toEqual([200, made])
  expect(bank.logged()).toContain('noting the holders of cards failed')
})
