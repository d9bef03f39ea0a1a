import { join } from 'node:path'
import type { Logger } from 'pino'
import * as z from 'zod'
import { createSandbox } from '../sandbox/index'
import type { Store } from '../storage/open'
import type { Environment } from './env'
import { keyFor } from './keys'
import type { Side } from './upstream/side'

const keys = { apiKey: 'sandbox-api-key', uiKey: 'sandbox-ui-key' }
const FIRST_WORLD = 'small-company'

const SignIns = z.object({
  signIns: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })).default([]),
})

/** A Multi API of our own in this process, on the same database, with a first world where there is none. */
export async function embed(env: Environment, store: Store, log: Logger): Promise<Side> {
  // Another origin than the page's, on the same port: the secure fields' frames must be walled off by the browser.
  const secureOrigin = `http://localhost:${env.port}`
  const running = await createSandbox({
    store,
    secret: keyFor(env.sandboxSecret, join(env.dataDir, 'sandbox.key')),
    ...keys,
    secureOrigin,
    pageOrigins: [env.publicOrigin],
    log: log.child({ part: 'sandbox' }),
  })
  const control = async (path: string, body?: unknown): Promise<unknown> => {
    const init = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const answer = await running.control.fetch(new Request(`http://sandbox${path}`, init || {}))
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to ${path}.`)
    return answer.json()
  }
  const chosen = await store.db
    .selectFrom('sandbox_setting')
    .select('name')
    .where('name', '=', 'world')
    .executeTakeFirst()
  const state = chosen ? await control('/state') : await control('/world', { name: FIRST_WORLD })

  return {
    options: {
      clock: running.sandbox.clock,
      upstream: async (request) => running.multi.fetch(request),
      apiKey: keys.apiKey,
      page: {
        environment: 'embedded',
        uiKey: keys.uiKey,
        secureScript: `${secureOrigin}/app/secure/static/client.1.js`,
        profiles: { managedAccounts: '2001', transfers: '3001' },
        currencies: ['EUR', 'GBP', 'USD'],
        demoSignIns: SignIns.parse(state).signIns,
      },
      embedded: running,
    },
    start: running.start,
    stop: running.stop,
  }
}
