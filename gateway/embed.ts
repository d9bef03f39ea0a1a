import { join } from 'node:path'
import type { Logger } from 'pino'
import {
  buildWorld,
  createSandbox,
  defaultKeys,
  findWorldName,
  holdsNothing,
  programme,
  signInsOf,
  worldNames,
} from '../sandbox/index'
import type { Store } from '../storage/open'
import { demoRoleText, giveDemoRoles } from './access/demo-roles'
import { HAND_OVER } from './entry/hand-over'
import type { Environment } from './env'
import { keyFor } from './keys'
import type { Side } from './upstream/side'
import { WEBHOOKS } from './webhooks/webhook-routes'

const FIRST_WORLD = 'small-company'
const secureScripts = { 1: 'client.1.js', 2: 'weavr-client-v2.js' }

/** A Multi API of our own in this process, on the same database, with a first world where there is none. */
export async function embed(env: Environment, store: Store, log: Logger): Promise<Side> {
  const world = findWorldName(env.world ?? FIRST_WORLD)
  if (!world) throw new Error(`WORLD must be one of ${worldNames.join(', ')}.`)
  // Another origin than the page's, on the same port: the secure fields' frames must be walled off by the browser.
  const secureOrigin = `http://localhost:${env.port}`
  const here = `http://${env.host === '::1' ? '[::1]' : '127.0.0.1'}:${env.port}`
  const running = await createSandbox({
    store,
    secret: keyFor(env.sandboxSecret, join(env.dataDir, 'sandbox.key')),
    ...defaultKeys,
    secureOrigin,
    pageOrigins: [env.publicOrigin],
    // Until the control plane names another address: what happens in the sandbox is seen on the page at once.
    webhookAddress: `${here}${WEBHOOKS}`,
    handOverAddress: `${here}${HAND_OVER}`,
    snapshotDir: join(env.dataDir, 'snapshots'),
    log: log.child({ part: 'sandbox' }),
  })
  if (await holdsNothing(store)) {
    await buildWorld(running.sandbox, world)
    await giveDemoRoles(store, running, running.sandbox.clock.now())
  }

  const { managedAccounts, transfers, corporate, consumer } = programme.profiles
  return {
    options: {
      clock: running.sandbox.clock,
      upstream: async (request) => running.multi.fetch(request),
      secureUi: async (request) => running.secureUi.fetch(request),
      apiKey: defaultKeys.apiKey,
      webhooksKey: defaultKeys.webhooksKey,
      registrations: { corporates: corporate, consumers: consumer },
      page: {
        environment: 'embedded',
        uiKey: defaultKeys.uiKey,
        secureScript: `${secureOrigin}/app/secure/static/${secureScripts[env.secureClient]}`,
        profiles: { managedAccounts, transfers },
        registrations: ['CORPORATE', 'CONSUMER'],
        currencies: [...programme.currencies],
        feeTypes: Object.keys(programme.fees),
        brand: env.brand,
        demoSignIns: signInsOf(running.sandbox.settings.world).map((one) => ({ ...one, role: demoRoleText(one) })),
      },
      embedded: running,
    },
    start: running.start,
    stop: running.stop,
  }
}
