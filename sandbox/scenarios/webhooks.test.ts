import { expect } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { visitEach } from '../testing/scenarios'
import { scenarios } from './registry'
import { webhookScenarios } from './webhooks'

onEachEngine('scenarios of webhooks', (open) =>
  visitEach(open, webhookScenarios, {
    'webhook-failed': async ({ control, ids, get }) => {
      const { body } = await control('GET', `/webhooks/${ids.webhook}`)
      expect(body).toMatchObject({
        status: 'FAILED',
        lastResult: '503',
        attempts: 6,
        payload: { account: { id: { id: ids.account } } },
      })
      const { tries } = body as { tries: unknown[] }
      expect(tries).toHaveLength(6)
      expect(await get(`/managed_accounts/${ids.account}`)).toMatchObject({ friendlyName: 'Unheard of' })
      expect((await control('POST', `/webhooks/${ids.webhook}/resend`, {})).status).toBe(200)
      // It is as every other message again.
      expect((await control('GET', `/webhooks/${ids.webhook}`)).body).not.toMatchObject({ status: 'FAILED' })
      const list = (await control('GET', '/scenarios')).body as { scenarios: { name: string }[] }
      expect(list.scenarios.map(({ name }) => name)).toEqual(scenarios.map(({ name }) => name))
      expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length)
      expect((await control('POST', '/scenarios/none-of-that-name', {})).status).toBe(404)
    },
  }),
)
