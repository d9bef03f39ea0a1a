import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditLinesGet } from '../../contract/console/audit'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { ALAN, GRACE, openTestGateway, type TestGateway } from '../testing/test-gateway'
import { unlock } from './testing/tamper'

const ref = () => ({ 'idempotency-ref': crypto.randomUUID() })

onEachEngine('the audit record of an identity', (open) => {
  let bank: TestGateway
  let root: Browser
  let accounts: { id: string; currency: string }[]
  beforeAll(async () => {
    bank = await openTestGateway(await open())
    root = await bank.signIn()
    const list = await (await root.get('/api/multi/managed_accounts?currency=EUR&state=ACTIVE')).json()
    accounts = list.accounts
  })
  afterAll(() => bank.close())

  const read = async (query = '', browser = root) => {
    const answer = await browser.get(`/api/console/audit/lines${query}`)
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    return auditLinesGet.responses[200].parse(await answer.json())
  }
  const transfer = (amount: number, description = 'Rent of March') =>
    root.post(
      '/api/multi/transfers',
      {
        profileId: '3001',
        source: { type: 'managed_accounts', id: accounts[0]?.id },
        destination: { type: 'managed_accounts', id: accounts[1]?.id },
        destinationAmount: { currency: 'EUR', amount },
        description,
      },
      ref(),
    )

  test('a transfer is there: who, what, how much, what came of it, and the reference of the request', async () => {
    const answer = await transfer(1234)
    expect(answer.status).toBe(200)
    const [line] = (await read('?operation=transferCreate')).lines
    expect(line).toMatchObject({
      person: { name: expect.any(String), type: 'ROOT' },
      role: 'Owner',
      operation: 'transferCreate',
      title: 'Transfer money',
      section: 'transfers',
      amounts: [{ currency: 'EUR', amount: 1234 }],
      change: { description: 'Rent of March', destination: { id: accounts[1]?.id } },
      outcome: 'DONE',
      status: 200,
      requestRef: answer.headers.get('request-ref'),
      address: 'unknown',
    })
  })

  test('a refused one is there with the word of the refusal', async () => {
    const answer = await transfer(99_999_999_999)
    expect(answer.status).toBe(409)
    const [line] = (await read('?outcome=REFUSED&section=transfers')).lines
    expect(line).toMatchObject({ status: 409, code: 'FUNDS_INSUFFICIENT' })
  })

  test('one whose upstream breaks is there as failed', async () => {
    bank.intercept((request) => {
      if (request.method === 'POST') throw new Error('gone')
      return undefined
    })
    await transfer(5)
    bank.intercept()
    const [line] = (await read('?operation=transferCreate')).lines
    expect(line).toMatchObject({ outcome: 'FAILED' })
    expect(line?.status).toBeGreaterThanOrEqual(500)
  })

  test('coming, going and being turned away are there; the typed address is not', async () => {
    const grace = await bank.signIn(undefined, GRACE)
    await grace.call('DELETE', '/api/session')
    for (const email of [GRACE, 'nobody@else.example']) {
      const value = await bank.passwordToken('wrong-password')
      await bank.browser().post('/api/session', { email, password: { value } })
    }
    const { lines } = await read('?text=sign-&limit=3')
    expect(lines).toMatchObject([
      { operation: 'sign-in', outcome: 'REFUSED', code: 'CREDENTIALS_REFUSED', change: { meantFor: 'Grace Hopper' } },
      { operation: 'sign-out', outcome: 'DONE', person: { name: 'Grace Hopper' } },
      { operation: 'sign-in', outcome: 'DONE', person: { name: 'Grace Hopper' } },
    ])
    expect(lines[0]?.person).toBeUndefined()
    const every = await bank.store.db.selectFrom('gateway_audit_line').selectAll().execute()
    expect(every.filter(({ chain, code }) => chain === 'system' && code === 'CREDENTIALS_REFUSED')).toHaveLength(1)
    expect(JSON.stringify(every)).not.toContain('@')
  })

  test('filters find by person, thing, time and text; what is typed means itself', async () => {
    await root.post(`/api/multi/managed_accounts/${accounts[0]?.id}/block`, undefined, ref())
    await root.post(`/api/multi/managed_accounts/${accounts[0]?.id}/unblock`, undefined, ref())
    const about = await read(`?resource=${accounts[0]?.id}`)
    expect(about.lines.map(({ operation }) => operation)).toEqual(['managedAccountUnblock', 'managedAccountBlock'])
    const people = await (await root.get('/api/console/audit/people')).json()
    const grace = people.people.find(({ name }: { name: string }) => name === 'Grace Hopper')
    const hers = await read(`?person=${grace.id}`)
    expect(new Set(hers.lines.map(({ person }) => person?.name))).toEqual(new Set(['Grace Hopper']))
    expect((await read('?text=rent%20OF%20march')).lines.length).toBeGreaterThan(0)
    const order = { name: 'Straße nach Épinal', permissions: [], accounts: 'all', cards: 'all', limits: [] }
    expect((await root.post('/api/console/roles', order)).status).toBe(201)
    for (const typed of ['Épinal', 'STRA', 'ße nach É']) {
      expect((await read(`?text=${encodeURIComponent(typed)}`)).lines, typed).toHaveLength(1)
    }
    expect((await read('?text=%25')).lines).toEqual([])
    expect((await read('?text=rent_of')).lines).toEqual([])
    const now = bank.clock.now()
    expect((await read(`?from=${now + 1}`)).lines).toEqual([])
    expect((await read(`?to=${now}`)).lines.length).toBeGreaterThan(0)
    expect((await root.get('/api/console/audit/lines?outcome=MAYBE')).status).toBe(400)
    expect((await root.get('/api/console/audit/lines?limit=1000')).status).toBe(400)
    for (const name of ['text', 'resource']) {
      expect((await root.get(`/api/console/audit/lines?${name}=a%00b`)).status, name).toBe(400)
    }
  })

  test('pages go both ways and miss nothing', async () => {
    const all = (await read('?limit=100')).lines
    const seen: number[] = []
    let page = await read('?limit=3')
    expect(page.newer).toBe(false)
    for (;;) {
      seen.push(...page.lines.map(({ seq }) => seq))
      if (!page.older) break
      page = await read(`?limit=3&before=${page.lines.at(-1)?.seq}`)
      expect(page.newer).toBe(true)
    }
    expect(seen).toEqual(all.map(({ seq }) => seq))
    const back = await read(`?limit=3&after=${seen.at(-1)}`)
    expect(back.lines.map(({ seq }) => seq)).toEqual(seen.slice(-4, -1))
    expect(back).toMatchObject({ older: true, newer: true })
  })

  test('one line is found by its id, by nobody of another identity', async () => {
    const [line] = (await read('?limit=1')).lines
    const one = await root.get(`/api/console/audit/lines/${line?.id}`)
    expect(await one.json()).toEqual(line)
    expect((await root.get(`/api/console/audit/lines/${crypto.randomUUID()}`)).status).toBe(404)
    const system = await bank.store.db
      .selectFrom('gateway_audit_line')
      .select('id')
      .where('chain', '=', 'system')
      .execute()
    expect((await root.get(`/api/console/audit/lines/${system[0]?.id}`)).status).toBe(404)
  })

  test('whoever lacks the permission sees nothing of it, and the try is recorded', async () => {
    const alan = await bank.signIn(undefined, ALAN)
    for (const path of ['lines', 'people', 'verification', 'export?format=csv']) {
      expect((await alan.get(`/api/console/audit/${path}`)).status, path).toBe(403)
    }
    const { lines } = await read('?outcome=REFUSED&text=INSUFFICIENT')
    expect(lines[0]).toMatchObject({ person: { name: 'Alan Turing' }, status: 403 })
  })

  test('an export holds the filtered lines, safe in a spreadsheet, and is itself in the record', async () => {
    await root.call('PATCH', `/api/multi/managed_accounts/${accounts[0]?.id}`, {
      body: { friendlyName: '=HYPERLINK("http://x")', tag: 'a' },
      headers: ref(),
    })
    const csv = await root.get('/api/console/audit/export?format=csv&section=managed-accounts')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/)
    const text = await csv.text()
    expect(text).toMatch(/,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z,/)
    for (const row of text.split('\r\n')) expect(row).not.toMatch(/(^|,)"?[=+@-]/)
    const json = await (await root.get('/api/console/audit/export?format=json&section=managed-accounts')).json()
    expect(json).toEqual((await read('?section=managed-accounts&limit=100')).lines)
    expect(await (await root.get('/api/console/audit/export?format=json&text=nothing-like-it')).json()).toEqual([])
    expect((await read('?limit=1')).lines[0]).toMatchObject({ operation: 'auditExport', person: { type: 'ROOT' } })
  })

  test('the record says that it holds, and where it does not', async () => {
    const check = async () => (await root.get('/api/console/audit/verification')).json()
    const [last] = (await read('?limit=1')).lines
    expect(await check()).toMatchObject({ holds: true, lines: last?.seq, hash: expect.stringMatching(/^.{43}$/) })
    await unlock(bank.store)
    const mine = bank.store.db.updateTable('gateway_audit_line').where('id', '=', last?.id ?? '')
    await mine.set({ person_name: 'Nobody' }).execute()
    expect(await check()).toMatchObject({ holds: false, lines: (last?.seq ?? 0) - 1, brokenAt: last?.seq })
    await mine.set({ person_name: last?.person?.name ?? '' }).execute()
    expect(await check()).toMatchObject({ holds: true })
  })
})
