import { ownBrand } from '../../contract/brand'
import { createSandbox, defaultKeys, type WorldName } from '../../sandbox/index'
import { openStore, type Store } from '../../storage/open'
import { giveDemoRoles } from '../access/demo-roles'
import { createGateway, type Gateway } from '../app'
import { createLocalBus } from '../live/bus'
import { createLog } from '../log'
import type { GatewayOptions } from '../options'
import { type Browser, ORIGIN, openBrowser } from './browser'
import { quickWorld } from './quick-world'

export const PASSWORD = 'Sandbox-2026!'
export const ROOT = 'root@northwind.example'
export const GRACE = 'grace@northwind.example'
export const ALAN = 'alan@northwind.example'
export const CODE = '123456'
export const MINUTE = 60_000

/** Answers a call in the upstream's place, or lets it through with `undefined`. */
export type Intercept = (request: Request, path: string) => Promise<Response | undefined> | Response | undefined

export type TestGateway = Awaited<ReturnType<typeof openTestGateway>>

/** A gateway in front of a real sandbox, by default with the small company, on one database, without a socket. */
export async function openTestGateway(
  given?: Store,
  more: Partial<GatewayOptions> = {},
  world: WorldName = 'small-company',
) {
  const store = given ?? (await openStore(':memory:'))
  const running = await createSandbox({
    store,
    secret: Buffer.alloc(32, 1),
    ...defaultKeys,
    secureOrigin: 'http://localhost:4000',
  })
  await quickWorld(running, store, world)
  await giveDemoRoles(store, running, running.sandbox.clock.now())

  const lines: string[] = []
  const calls: string[] = []
  const tokens = new Set<string>()
  const waiting = new Set<() => void>()
  let intercept: Intercept = () => undefined

  const options: GatewayOptions = {
    store,
    // On SQLite several gateways are one process, here and nowhere else.
    ...(store.engine === 'sqlite' && { bus: createLocalBus() }),
    clock: running.sandbox.clock,
    log: createLog('trace', { write: (line) => void lines.push(line) }),
    async upstream(request) {
      const path = new URL(request.url).pathname
      calls.push(`${request.method} ${path}`)
      const bearer = request.headers.get('authorization')?.replace('Bearer ', '')
      if (bearer !== undefined) tokens.add(bearer)
      for (const look of [...waiting]) look()
      return (await intercept(request, path)) ?? running.multi.fetch(request)
    },
    registrations: { corporates: '1001', consumers: '1002' },
    secureUi: async (request) => running.secureUi.fetch(request),
    apiKey: defaultKeys.apiKey,
    webhooksKey: defaultKeys.webhooksKey,
    sessionKey: Buffer.alloc(32, 2),
    auditKey: Buffer.alloc(32, 3),
    publicOrigin: ORIGIN,
    page: {
      environment: 'embedded',
      uiKey: defaultKeys.uiKey,
      secureScript: 'http://localhost:4000/app/secure/static/client.1.js',
      profiles: { managedAccounts: '2001', transfers: '3001' },
      registrations: ['CORPORATE', 'CONSUMER'],
      currencies: ['EUR', 'GBP', 'USD'],
      feeTypes: ['MONTHLY_SUBSCRIPTION'],
      brand: ownBrand,
      demoSignIns: [],
    },
    embedded: running,
    ...more,
  }
  let gateway = createGateway(options)
  await gateway.start()
  const others = new Set<Gateway>()

  const count = (call: string) => calls.filter((c) => c === call).length
  const browser = (origin = ORIGIN): Browser => openBrowser((request) => gateway.app.fetch(request), origin)

  /** What the secure field hands out for a password. */
  async function passwordToken(value = PASSWORD): Promise<string> {
    const request = new Request('http://sandbox/secure-tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value }),
    })
    const { token }: { token: string } = await (await running.control.fetch(request)).json()
    return token
  }

  return {
    options,
    running,
    store,
    clock: running.sandbox.clock,
    calls,
    count,
    browser,
    passwordToken,
    /** Bearer tokens that were seen upstream. */
    tokens,
    logged: () => lines.join(''),
    app: () => gateway.app,
    metrics: () => gateway.metrics,
    advance: (ms: number) => running.sandbox.clock.advance(ms),
    intercept: (next?: Intercept) => {
      intercept = next ?? (() => undefined)
    },
    /** Resolves when a call has gone upstream so many times in all. */
    called: (call: string, times: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (count(call) < times) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    /** Signs in over whatever cookie the browser has. */
    async signIn(into: Browser = browser(), email = ROOT): Promise<Browser> {
      const answer = await into.post('/api/session', { email, password: { value: await passwordToken() } })
      if (answer.status !== 200) throw new Error(`The sign-in answered ${answer.status} ${await answer.text()}`)
      return into
    },
    /**
     * One more gateway on the same database, as on another machine. `browser()` talks to it; a person goes on there with the
     * same cookie: `other.browser(browser)`.
     */
    async another(different: Partial<GatewayOptions> = {}) {
      const other = createGateway({ ...options, ...different })
      others.add(other)
      await other.start()
      return {
        app: other.app,
        stop: other.stop,
        browser(like?: Browser): Browser {
          const made = openBrowser((request) => other.app.fetch(request))
          made.setCookie(like?.cookie())
          return made
        },
      }
    },
    /** Ends the gateway and makes another one on the same database. */
    async restart(): Promise<void> {
      await gateway.stop()
      gateway = createGateway(options)
      await gateway.start()
    },
    async close(): Promise<void> {
      for (const one of [gateway, ...others]) await one.stop()
      await running.stop()
      if (!given) await store.close()
    },
  }
}

export const stepUp = async (browser: Browser): Promise<Response> => {
  const once = () => ({ 'idempotency-ref': crypto.randomUUID() })
  await browser.post('/api/multi/stepup/challenges/otp/SMS', undefined, once())
  return browser.post('/api/multi/stepup/challenges/otp/SMS/verify', { verificationCode: CODE }, once())
}
