import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { SessionView } from '../contract/session'
import { openStore, type Store } from '../storage/open'
import { newDatabase, postgresUrl } from '../test/postgres/engines'
import { type Browser, openBrowser } from './testing/browser'
import { type Followed, follow } from './testing/follow'
import { answers, freePorts, type Launched, launch } from './testing/launch'
import { openRoundRobin } from './testing/round-robin'
import { GRACE, PASSWORD, ROOT } from './testing/test-gateway'

const GATEWAYS = 3
const PEOPLE = 20
const ROUNDS = 8
const ALAN = 'alan@northwind.example'
const EMAILS = [ROOT, GRACE, ALAN]

const folder = mkdtempSync(join(tmpdir(), 'multi-console-several-'))
const launched: Launched[] = []
const closers: (() => Promise<void> | void)[] = []
afterAll(async () => {
  for (const close of closers.reverse()) await close()
  await Promise.all(launched.map((one) => one.kill('SIGKILL')))
  rmSync(folder, { recursive: true, force: true })
})

type Person = {
  email: string
  browser: Browser
  view: SessionView
  stream: Followed
  signedOut: number
  /** What was asked for by its reference, and what came of it. */
  paid: Map<string, string>
}

/** A standalone Multi API, three gateways before it on one database, and a load balancer before these. */
async function openSite() {
  const [sandboxPort = 0, ...ports] = await freePorts(1 + GATEWAYS)
  const [gatewayUrl, sandboxUrl] = [await newDatabase(), await newDatabase()]
  const upstream = `http://127.0.0.1:${sandboxPort}`
  const proxy = await openRoundRobin(ports)
  closers.push(proxy.close)
  const sandbox = launch('sandbox/main.ts', {
    SANDBOX_PORT: String(sandboxPort),
    DATABASE_URL: sandboxUrl,
    DATA_DIR: join(folder, 'sandbox'),
    WORLD: 'small-company',
    LOG_LEVEL: 'warn',
  })
  launched.push(sandbox)
  await answers(sandbox, `${upstream}/health`)
  const env = {
    DATABASE_URL: gatewayUrl,
    DATA_DIR: join(folder, 'gateways'),
    SESSION_KEY: randomBytes(32).toString('base64'),
    AUDIT_KEY: randomBytes(32).toString('base64'),
    PUBLIC_ORIGIN: proxy.url,
    LOG_LEVEL: 'warn',
    // The page is not asked for, and may just be being built.
    DEV_VITE: '1',
    WEAVR_BASE_URL: `${upstream}/multi`,
    WEAVR_API_KEY: 'sandbox-api-key',
    WEAVR_UI_KEY: 'sandbox-ui-key',
    WEAVR_WEBHOOKS_KEY: 'sandbox-webhooks-key',
    WEAVR_SECURE_SCRIPT: `http://localhost:${sandboxPort}/app/secure/static/client.1.js`,
    WEAVR_PROFILE_MANAGED_ACCOUNTS: '2001',
    WEAVR_PROFILE_TRANSFERS: '3001',
  }
  const gateways = ports.map((port) => launch('gateway/main.ts', { ...env, PORT: String(port) }))
  launched.push(...gateways)
  await Promise.all(gateways.map((one, n) => answers(one, `http://127.0.0.1:${ports[n]}/ready`)))
  const stores = { gateway: await openStore(gatewayUrl), sandbox: await openStore(sandboxUrl) }
  closers.push(stores.gateway.close, stores.sandbox.close)
  return { proxy, upstream, ports, gateways, stores }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends again what had no answer, with the same reference, as the page does. */
async function insist(send: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send().catch(() => undefined)
    if (answer && answer.status < 500) return answer
    if (attempt === 300) throw new Error(`No answer after ${attempt} attempts; the last was ${answer?.status}.`)
    await pause(100)
  }
}

async function passwordToken(upstream: string): Promise<string> {
  const body = JSON.stringify({ value: PASSWORD })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${upstream}/__sandbox/secure-tokens`, { method: 'POST', headers, body })
  const { token }: { token: string } = await answer.json()
  return token
}

async function signIn(url: string, upstream: string, email: string): Promise<Person> {
  const browser = openBrowser((request) => fetch(request), url)
  const answer = await browser.post('/api/session', { email, password: { value: await passwordToken(upstream) } })
  expect(answer.status, await answer.clone().text()).toBe(200)
  const view: SessionView = await answer.json()
  const stream = follow(browser)
  closers.push(stream.stop)
  return { email, browser, view, stream, signedOut: 0, paid: new Map() }
}

/** The people of the company get roles, so that they may pay, and so that not all may see the same. */
async function giveRoles(root: Browser): Promise<void> {
  const { people }: { people: { email: string; credentials: { id: string } }[] } = await (
    await root.get('/api/console/people')
  ).json()
  const idOf = (email: string) => people.find((person) => person.email === email)?.credentials.id
  for (const [email, role] of [
    [GRACE, 'admin'],
    [ALAN, 'payments-maker'],
  ] as const) {
    const answer = await root.post(`/api/console/people/${idOf(email)}/role`, { role })
    expect(answer.status, await answer.text()).toBeLessThan(300)
  }
}

type Accounts = { accounts: { id: string; friendlyName: string }[] }
const order = ({ accounts }: Accounts, tag: string) => {
  const named = (name: string) => ({ id: accounts.find((a) => a.friendlyName === name)?.id, type: 'managed_accounts' })
  const amount = { currency: 'EUR', amount: 1 }
  return {
    profileId: '3001',
    tag,
    source: named('Operating'),
    destination: named('Payroll'),
    destinationAmount: amount,
  }
}

/** Looks around and pays; `midway` is called once a third of it is done. */
async function work(person: Person, accounts: Accounts, midway: () => void): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    if (round === Math.floor(ROUNDS / 3)) midway()
    const looked = await insist(() => person.browser.get('/api/multi/managed_accounts?limit=5'))
    if (looked.status === 401) person.signedOut += 1
    expect(looked.status).toBe(200)
    const reference = crypto.randomUUID()
    const paid = await insist(() =>
      person.browser.post('/api/multi/transfers', order(accounts, reference), { 'idempotency-ref': reference }),
    )
    if (paid.status === 401) person.signedOut += 1
    expect(paid.status, await paid.clone().text()).toBe(200)
    const { id }: { id: string } = await paid.json()
    person.paid.set(reference, id)
  }
}

/** What the log holds for a person since their stream began. */
async function expected({ gateway }: { gateway: Store }, { view, stream }: Person): Promise<number[]> {
  const from = stream.heard[0]?.id ?? 0
  const rows = await gateway.db
    .selectFrom('gateway_live_event')
    .select(['id', 'needs'])
    .where('identity_id', '=', view.identity.id.id)
    .where('id', '>', from)
    .orderBy('id')
    .execute()
  const mine = new Set<string>(view.access.permissions)
  return rows.filter(({ needs }) => needs === '' || needs.split(' ').some((one) => mine.has(one))).map(({ id }) => id)
}

test.runIf(postgresUrl)(
  'three gateways, twenty people at work, one gateway killed: nobody is signed out, no event lost, no payment doubled',
  { timeout: 240_000 },
  async () => {
    const site = await openSite()
    const root = await signIn(site.proxy.url, site.upstream, ROOT)
    await giveRoles(root.browser)
    const people = await Promise.all(
      Array.from({ length: PEOPLE }, (_, n) =>
        signIn(site.proxy.url, site.upstream, EMAILS[n % EMAILS.length] as string),
      ),
    )
    for (const { stream } of people)
      await expect.poll(() => stream.heard.length, { timeout: 30_000 }).toBeGreaterThan(0)
    const accounts: Accounts = await (await root.browser.get('/api/multi/managed_accounts?limit=100')).json()

    let midway = 0
    let killed: Promise<void> | undefined
    const [victim] = site.gateways as [Launched, ...Launched[]]
    const servedBefore = () => site.proxy.served(site.ports[0] as number)
    const atWork = people.map((person) =>
      work(person, accounts, () => {
        midway += 1
        // In the middle of everybody's work, with calls of all kinds under way.
        if (midway === PEOPLE / 2) killed = victim.kill('SIGKILL')
      }),
    )
    await Promise.all(atWork)
    await killed
    expect(victim.child.signalCode).toBe('SIGKILL')
    expect(servedBefore()).toBeGreaterThan(PEOPLE)

    // A change that not everybody may hear of, and then one for all.
    await giveRoles(root.browser)
    const last = crypto.randomUUID()
    const body = order(accounts, last)
    await insist(() => root.browser.post('/api/multi/transfers', body, { 'idempotency-ref': last }))

    const asked = people.flatMap(({ paid }) => [...paid.keys()])
    const made = people.flatMap(({ paid }) => [...paid.values()])
    expect(asked).toHaveLength(PEOPLE * ROUNDS)
    const transfers = await site.stores.sandbox.db
      .selectFrom('sandbox_transfer')
      .select('tag')
      .where('tag', 'in', asked)
      .execute()
    expect(transfers.map(({ tag }) => tag).sort()).toEqual([...asked].sort())

    const newest = await site.stores.gateway.db
      .selectFrom('gateway_live_event')
      .select((eb) => eb.fn.max('id').as('id'))
      .executeTakeFirstOrThrow()
    for (const person of people) {
      await person.stream.upTo(newest.id, 30_000)
      // What has no number is about the moment and the session alone.
      const heard = person.stream.heard.flatMap(({ id, event }) =>
        id === undefined || event.type === 'hello' ? [] : [id],
      )
      expect(heard, `${person.email} hears everything once, in order`).toEqual(await expected(site.stores, person))
      const told = new Set(person.stream.heard.map(({ event }) => (event.type === 'changed' ? event.id : undefined)))
      expect(made.filter((id) => !told.has(id))).toEqual([])
      expect(person.signedOut).toBe(0)
      const me = await person.browser.get('/api/session')
      expect([me.status, ((await me.json()) as SessionView).person.email]).toEqual([200, person.email])
    }
    // Some were cut off by the death and came back; nobody heard that their session was over.
    expect(people.some(({ stream }) => stream.opened() > 1)).toBe(true)
    // Who pays does not see who has which role: what they heard is less than what there was.
    const rooms = (email: string) =>
      people
        .filter((person) => person.email === email)
        .flatMap(({ stream }) => stream.heard.map(({ event }) => (event.type === 'changed' ? event.section : '')))
    expect(rooms(ROOT)).toContain('console-roles')
    expect(rooms(ALAN)).not.toContain('console-roles')
    const said = new Set(people.flatMap(({ stream }) => stream.heard.map(({ event }) => event.type)))
    expect([...said]).not.toContain('session.ended')
    expect([...said]).not.toContain('reset')
  },
)
