import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import type { Endpoint } from '../../contract/endpoint'
import { fillPath } from '../../contract/wire'
import { valuesOf } from '../../test/contract/arbitrary'
import { consoleEndpoints } from '../../test/contract/console-endpoints'
import { onEachEngine } from '../../test/postgres/engines'
import { publicOperations } from '../entry/public-proxy'
import { standStill } from '../testing/stand-still'
import { openTestGateway, type TestGateway } from '../testing/test-gateway'
import { createLimits } from './limits'
import { type Kind, rules } from './rules'

standStill()

const wayIn = (await consoleEndpoints()).filter(({ auth }) => auth === 'key')
const doors = [
  ...publicOperations.map((ep) => [ep.id, ep, '/api/public/multi'] as const),
  ...wayIn.map((ep) => [ep.id, ep, '/api/console'] as const),
]
const sample = (schema: z.ZodType) => fc.sample(valuesOf(schema, { complete: true }), { numRuns: 1, seed: 3 })[0]

onEachEngine('whoever is not signed in', (open) => {
  let bank: TestGateway
  beforeAll(async () => {
    bank = await openTestGateway(await open())
    // As if everything from there had been asked of another gateway of the database already.
    const elsewhere = createLimits(bank.store, bank.clock, bank.options.sessionKey)
    for (const [kind, { address }] of Object.entries(rules)) {
      for (let n = 0; n < address.burst; n++) {
        expect((await elsewhere.take(kind as Kind, { address: 'unknown' })).ok).toBe(true)
      }
    }
  }, 120_000)
  afterAll(() => bank.close())

  test.each(doors)('is stopped at %s before anything goes upstream', async (_, ep: Endpoint, room) => {
    const before = bank.calls.length
    const answer = await bank
      .browser()
      .call(ep.method, `${room}${fillPath(ep, { user_id: '7' })}`, ep.body ? { body: sample(ep.body) } : {})
    expect(answer.status, await answer.clone().text()).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(bank.calls).toHaveLength(before)
  })
})
