import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consoleOperations } from '../../contract/console/registry'
import type { Endpoint } from '../../contract/endpoint'
import { operations } from '../../contract/registry'
import { fillPath } from '../../contract/wire'
import type { Browser, Live } from '../testing/browser'
import { GRACE, MINUTE, openTestGateway, ROOT, stepUp, type TestGateway } from '../testing/test-gateway'
import { bodiesOf, canaries, found } from './testing/canaries'
import { everyGatewayTable } from './testing/read-everything'

const query = `password=${canaries.password}&token=${canaries.token}&pan=${canaries.pan}&cvv=${canaries.cvv}&code=${canaries.code}`
const headers = () => ({
  'idempotency-ref': crypto.randomUUID(),
  authorization: `Bearer ${canaries.token}`,
  'x-secret': canaries.secret,
  'user-agent': `Canary ${canaries.pan}`,
  referer: `http://127.0.0.1:4000/x?password=${canaries.password}`,
})

describe('what is secret', () => {
  let bank: TestGateway
  let root: Browser
  let live: Live
  const reached = new Map<string, number[]>()
  const files: string[] = []

  beforeAll(async () => {
    bank = await openTestGateway()
    root = await bank.signIn()
    await stepUp(root)
    live = await root.listen()
    for (const ep of operations) await tryOut(ep, `/api/multi${pathOf(ep)}`)
    for (const ep of consoleOperations) await tryOut(ep, `/api/console${pathOf(ep)}`)
    await trySignIns()
    for (const format of ['csv', 'json']) {
      files.push(await (await root.get(`/api/console/audit/export?format=${format}`)).text())
    }
  }, 180_000)
  afterAll(() => bank.close())

  const pathOf = (ep: Endpoint) => {
    const names = [...ep.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    return fillPath(
      ep,
      Object.fromEntries(names.map((name) => [name, name === 'channel' ? 'SMS' : '179003592000000013'])),
    )
  }

  async function tryOut(ep: Endpoint, path: string): Promise<void> {
    // Slowly, as a person: what is refused for its pace alone proves nothing.
    await bank.advance(MINUTE)
    if ((await root.post('/api/session/activity')).status !== 200) {
      root = await bank.signIn(root)
      await stepUp(root)
    }
    const statuses: number[] = []
    const call = async (extra: { body?: unknown }) => {
      const answer = await root.call(ep.method, `${path}?${query}`, { headers: headers(), ...extra })
      await answer.text()
      statuses.push(answer.status)
    }
    if (ep.method === 'GET') await call({})
    else for (const body of bodiesOf(ep)) await call({ body })
    reached.set(ep.id, statuses)
  }

  async function trySignIns(): Promise<void> {
    const someone = bank.browser()
    for (const body of [
      { email: ROOT, password: { value: canaries.password } },
      { email: GRACE, password: { value: canaries.token }, cvv: canaries.cvv },
      { email: canaries.password, password: { value: canaries.password } },
      { email: ROOT, password: canaries.password },
      { password: { value: canaries.secret }, token: canaries.token },
    ]) {
      await bank.advance(MINUTE)
      await someone.call('POST', `/api/session?${query}`, { body, headers: headers() })
    }
    await someone.call('POST', '/api/session', { body: { email: ROOT }, headers: { origin: 'http://evil.example' } })
    root = await bank.signIn(root)
    for (const path of ['/api/session/display', '/api/session/activity', '/api/nothing']) {
      await root.call('POST', `${path}?${query}`, { body: { secret: canaries.secret }, headers: headers() })
    }
  }

  /** What this run has in the way of real secrets. */
  const real = () => ({
    ...Object.fromEntries([...bank.tokens].map((token, index) => [`upstream token ${index}`, token])),
    cookie: root.cookie()?.split('=')[1] ?? 'none',
    apiKey: bank.options.apiKey,
  })

  test('was sent through every operation, of the API and of the console', () => {
    expect(operations.length).toBeGreaterThanOrEqual(157)
    expect(reached.size).toBe(operations.length + consoleOperations.length)
    const statuses = [...reached.values()].flat()
    expect(statuses.filter((status) => status === 429)).toEqual([])
    expect(statuses.filter((status) => status === 401)).toEqual([])
    // Not all of it was refused at the door: things were made, and others refused by the bank itself.
    for (const status of [200, 204, 400, 403, 404, 409]) expect(statuses, String(status)).toContain(status)
  })

  test('is in no table of the gateway', async () => {
    const tables = await everyGatewayTable(bank.store)
    expect(tables.size).toBeGreaterThan(10)
    expect(tables.get('gateway_audit_line')?.length).toBeGreaterThan(50_000)
    const leaks = [...tables].map(([name, text]) => [name, found(text, real())]).filter(([, what]) => what?.length)
    expect(leaks).toEqual([])
  })

  test('is in no line of the log', () => {
    expect(bank.logged().length).toBeGreaterThan(10_000)
    expect(found(bank.logged(), real())).toEqual([])
  })

  test('is in no file of the record', () => {
    for (const file of files) {
      expect(file.length).toBeGreaterThan(10_000)
      expect(found(file, real())).toEqual([])
    }
  })

  test('is in no live event', async () => {
    await root.call('DELETE', '/api/session')
    const heard = await live.rest()
    expect(heard.length).toBeGreaterThan(10)
    expect(found(JSON.stringify(heard), real())).toEqual([])
  })

  test('would be found: planted in each of these places, it is', async () => {
    const { db } = bank.store
    for (const [name, value] of Object.entries(canaries)) {
      const row = {
        id: `planted ${name}`,
        chain: 'x',
        gateway: 'x',
        began_at: 0,
        draft: JSON.stringify({ planted: value }),
      }
      await db.insertInto('gateway_audit_pending').values(row).execute()
      const table = (await everyGatewayTable(bank.store)).get('gateway_audit_pending') ?? ''
      expect(found(table), name).toContain(name)
      await db.deleteFrom('gateway_audit_pending').where('id', '=', row.id).execute()
      bank.options.log.info({ planted: value }, 'planted')
      expect(found(bank.logged()), name).toContain(name)
    }
  })
})
