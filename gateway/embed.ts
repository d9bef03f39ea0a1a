import { join } from 'node:path'
import type { Logger } from 'pino'
import { buildWorld, createSandbox, defaultKeys, holdsNothing, programme, signInsOf } from '../sandbox/index'
import type { Store } from '../storage/open'
import type { Environment } from './env'
import { keyFor } from './keys'
import type { Side } from './upstream/side'

const FIRST_WORLD = 'small-company'

/** A Multi API of our own in this process, on the same database, with a first world where there is none. */
export async function embed(env: Environment, store: Store, log: Logger): Promise<Side> {
  // Another origin than the page's, on the same port: the secure fields' frames must be walled off by the browser.
  const secureOrigin = `http://localhost:${env.port}`
  const running = await createSandbox({
    store,
    secret: keyFor(env.sandboxSecret, join(env.dataDir, 'sandbox.key')),
    ...defaultKeys,
    secureOrigin,
    pageOrigins: [env.publicOrigin],
    log: log.child({ part: 'sandbox' }),
  })
  if (await holdsNothing(store)) await buildWorld(running.sandbox, FIRST_WORLD)

  const { managedAccounts, transfers } = programme.profiles
  return {
    options: {
      clock: running.sandbox.clock,
      upstream: async (request) => running.multi.fetch(request),
      secureUi: async (request) => running.secureUi.fetch(request),
      apiKey: defaultKeys.apiKey,
      page: {
        environment: 'embedded',
        uiKey: defaultKeys.uiKey,
        secureScript: `${secureOrigin}/app/secure/static/client.1.js`,
        profiles: { managedAccounts, transfers },
        currencies: [...programme.currencies],
        demoSignIns: [...signInsOf(running.sandbox.settings.world)],
      },
      embedded: running,
    },
    start: running.start,
    stop: running.stop,
  }
}
