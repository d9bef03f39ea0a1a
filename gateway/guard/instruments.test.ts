import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { operations } from '../../contract/registry'
import { fillPath } from '../../contract/wire'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { ALAN, openTestGateway, stepUp, type TestGateway } from '../testing/test-gateway'
import * as table from './instruments-table'

type Row = Record<string, unknown> & { id: string }
const ref = () => ({ 'idempotency-ref': crypto.randomUUID() })
const account = (id: string) => ({ id, type: 'managed_accounts' })
const card = (id: string) => ({ id, type: 'managed_cards' })
const SHOWN_CARD = '9001'
const HIDDEN_CARD = '9002'

/** A document with something at a way in it. */
function documentWith(at: string, value: unknown): unknown {
  const [key = '', ...rest] = at.split('.')
  const inner = rest.length > 0 ? documentWith(rest.join('.'), value) : value
  return key === '*' ? [inner] : { [key]: inner }
}

onEachEngine('accounts and cards that a role does not show', (open) => {
  let bank: TestGateway
  let root: Browser
  let alan: Browser
  let accounts: Row[]
  let shown = ''
  let hidden = ''

  const list = async (who: Browser, path: string, key: string) => {
    const answer = await who.get(`/api/multi${path}`)
    const body = await answer.json()
    const rows: Row[] = body[key]
    return { status: answer.status, rows, ids: rows.map(({ id }) => id), count: body.count, here: body.responseCount }
  }
  const transfer = async (from: string, to: string): Promise<string> => {
    const order = { profileId: '3001', source: account(from), destination: account(to) }
    const body = { ...order, destinationAmount: { currency: 'EUR', amount: 100 } }
    const answer = await root.post('/api/multi/transfers', body, ref())
    expect(answer.status).toBe(200)
    return (await answer.json()).id
  }

  beforeAll(async () => {
    bank = await openTestGateway(await open())
    root = await bank.signIn()
    await stepUp(root)
    accounts = (await list(root, '/managed_accounts', 'accounts')).rows
    const payable = accounts.filter(({ currency, state, balances }) => {
      const { availableBalance } = balances as { availableBalance: number }
      return currency === 'EUR' && (state as { state: string }).state === 'ACTIVE' && availableBalance > 1000
    })
    ;[shown = '', hidden = ''] = payable.map(({ id }) => id)
    const { people } = await (await root.get('/api/console/people')).json()
    const { id } = people.find(({ email }: { email: string }) => email === ALAN).credentials
    const { permissions } = (await (await root.get('/api/session')).json()).access
    const role = { name: 'One account', permissions, accounts: [shown], cards: [SHOWN_CARD], limits: [] }
    const made = await (await root.post('/api/console/roles', role)).json()
    expect((await root.post(`/api/console/people/${id}/role`, { role: made.id })).status).toBe(204)
    alan = await bank.signIn(undefined, ALAN)
    await stepUp(alan)
  })
  afterAll(() => bank.close())
  afterEach(() => bank.intercept())

  test('are on no list, and the counts are without them', async () => {
    await transfer(hidden, shown)
    expect(accounts.length).toBeGreaterThan(2)
    expect(await list(alan, '/managed_accounts', 'accounts')).toMatchObject({ count: 1, here: 1, ids: [shown] })
    for (const [path, key] of [
      ['/transfers', 'transfer'],
      ['/transactions', 'transactions'],
    ] as const) {
      const [all, mine] = [await list(root, path, key), await list(alan, path, key)]
      expect([path, mine.status, mine.count, mine.here]).toEqual([path, 200, mine.rows.length, mine.rows.length])
      const text = JSON.stringify(mine.rows)
      for (const { id } of accounts) if (id !== shown) expect(text).not.toContain(`"${id}"`)
      expect(all.count).toBeGreaterThan(mine.count)
    }
  })

  test('leave full pages behind them, whichever page is asked for', async () => {
    const rowOf: Record<string, (index: number) => object> = {
      managedAccountsGet: (index) => ({ id: index % 2 ? hidden : shown }),
      managedCardsGet: (index) => ({ id: index % 2 ? HIDDEN_CARD : SHOWN_CARD }),
    }
    for (const [id, { key, places }] of Object.entries(table.lists)) {
      const ep = operations.find((one) => one.id === id)
      const row = (index: number): object => {
        const own = rowOf[id]?.(index)
        if (own) return { ...own, index }
        const at = places[0]?.at ?? ''
        const isCard = at === 'card'
        const instrument = isCard ? card(index % 2 ? HIDDEN_CARD : SHOWN_CARD) : account(index % 2 ? hidden : shown)
        // Both ends of a transfer must be there; one of them is enough to hide it.
        const rest = id === 'transfersGet' ? { destination: account(shown) } : {}
        return { ...rest, ...(documentWith(at, instrument) as object), index }
      }
      bank.intercept((request) => {
        const query = new URL(request.url).searchParams
        const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 100)]
        const rows = Array.from({ length: 250 }, (_, index) => row(index)).slice(offset, offset + limit)
        return Response.json({ [key]: rows, count: 250, responseCount: rows.length })
      })
      const page = await list(alan, `${ep?.path}?offset=120&limit=10`, key)
      expect([id, page.count, page.here]).toEqual([id, 125, 5])
      expect(page.rows.map(({ index }) => index)).toEqual([240, 242, 244, 246, 248])
      expect((await list(root, `${ep?.path}?offset=120&limit=10`, key)).count, id).toBe(250)
    }
  })

  test('refuse a list that is too long to be looked through, after one look', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => ({ id: String(index), source: account(shown) }))
    bank.intercept(() => Response.json({ transfer: rows, count: 20_001, responseCount: 10 }))
    const before = bank.calls.length
    const answer = await alan.get('/api/multi/transfers?limit=10')
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'LIST_TOO_LONG'])
    expect(bank.calls).toHaveLength(before + 2)
  })

  test('answer to their id as one does that there is not', async () => {
    for (const [id, kind] of [
      [hidden, 'managed_accounts'],
      [HIDDEN_CARD, 'managed_cards'],
    ] as const) {
      for (const ep of operations.filter((one) => table.instrumentOfPath(one) === kind)) {
        const params = { id, transactionId: '7' }
        const before = bank.calls.length
        const answer = await alan.call(ep.method, `/api/multi${fillPath(ep, params)}`, { headers: ref() })
        expect([ep.id, answer.status, (await answer.json()).code]).toEqual([ep.id, 404, 'NOT_FOUND'])
        expect(bank.calls).toHaveLength(before)
      }
    }
    const [mine, nobodys] = [
      await alan.get(`/api/multi/managed_accounts/${hidden}`),
      await root.get('/api/multi/managed_accounts/404'),
    ]
    expect(await mine.text()).toBe(await nobodys.text())
    expect((await alan.get(`/api/multi/managed_accounts/${shown}/transactions`)).status).toBe(200)
  })

  test('are not paid from, to, or charged, wherever the order names them', async () => {
    const reached: string[] = []
    bank.intercept((request, path) => {
      reached.push(`${request.method} ${path}`)
      return Response.json({ message: 'no' }, { status: 400 })
    })
    for (const [id, places] of Object.entries(table.bodies)) {
      const ep = operations.find((one) => one.id === id)
      if (!ep) throw new Error(id)
      for (const { at, type } of places) {
        for (const [sees, value] of [
          [false, type === 'managed_cards' ? HIDDEN_CARD : type ? hidden : account(hidden)],
          [false, type ? (type === 'managed_cards' ? 9002 : Number(hidden)) : card(HIDDEN_CARD)],
          [false, type ? 'x' : { id: shown }],
          [true, type === 'managed_cards' ? SHOWN_CARD : type ? shown : account(shown)],
        ] as const) {
          const [calls, body] = [reached.length, documentWith(at, value)]
          const answer = await alan.call(ep.method, `/api/multi${ep.path}`, { headers: ref(), body })
          const went = reached.slice(calls).includes(`${ep.method} ${ep.path}`)
          expect([id, at, JSON.stringify(value), answer.status === 404, went]).toEqual([
            id,
            at,
            JSON.stringify(value),
            !sees,
            sees,
          ])
        }
      }
    }
  })

  test('cannot be named in a body that only others could read', async () => {
    const before = bank.calls.length
    const headers = { ...ref(), 'content-type': 'application/json' }
    const cookie = alan.cookie() ?? ''
    const request = new Request('http://127.0.0.1:4000/api/multi/transfers', {
      method: 'POST',
      headers: { ...headers, cookie, origin: 'http://127.0.0.1:4000', 'x-requested-with': 'multi-console' },
      body: `{"source": {"id": "${hidden}", "type": "managed_accounts"},}`,
    })
    expect((await bank.app().fetch(request)).status).toBe(400)
    expect(bank.calls).toHaveLength(before)
  })

  test('hide the payments that concern them, and what may be done with those', async () => {
    const [away, own] = [await transfer(shown, hidden), await transfer(hidden, shown)]
    for (const id of [away, own]) expect((await alan.get(`/api/multi/transfers/${id}`)).status).toBe(404)
    for (const [kind, { read, places }] of Object.entries(table.payments)) {
      const isCard = kind === 'card_payments'
      const other = places.length > 1 ? { destination: account(shown) } : {}
      const payment = (id: string) => {
        const instrument =
          id === '1' ? (isCard ? card(SHOWN_CARD) : account(shown)) : isCard ? card(HIDDEN_CARD) : account(hidden)
        return { id, ...other, ...(documentWith(places[0].at, instrument) as object) }
      }
      const sent: string[] = []
      bank.intercept((request, path) => {
        const id = /\/(\d+)$/.exec(path)?.[1]
        if (request.method === 'GET' && id && path === fillPath(read, { id })) return Response.json(payment(id))
        sent.push(path)
        return Response.json({ message: 'no' }, { status: 400 })
      })
      for (const ep of operations.filter((one) => table.paymentOfPath(one) === kind)) {
        for (const [id, status] of [
          ['1', ep.id === read.id ? 200 : 400],
          ['2', 404],
        ] as const) {
          const path = fillPath(ep, { id, channel: ep.path.includes('push') ? 'AUTHY' : 'SMS' })
          const answer = await alan.call(ep.method, `/api/multi${path}`, {
            headers: ref(),
            ...(ep.method !== 'GET' && { body: {} }),
          })
          expect([ep.id, id, answer.status]).toEqual([ep.id, id, status])
          if (id === '2') expect(sent).not.toContain(path)
        }
      }
      for (const [id, { at, kind: of }] of Object.entries(table.bodiesOfPayments)) {
        const ep = operations.find((one) => one.id === id)
        if (!ep || (typeof of === 'string' && of !== kind)) continue
        const path = fillPath(ep, { channel: id.endsWith('Push') ? 'AUTHY' : 'SMS' })
        for (const [named, status] of [
          ['1', 400],
          ['2', 404],
        ] as const) {
          const body = { resourceType: kind, ...(documentWith(at, named) as object) }
          const answer = await alan.post(`/api/multi${path}`, body, ref())
          expect([id, kind, named, answer.status]).toEqual([id, kind, named, status])
        }
      }
    }
  })

  test('hide the bulks in which they are, and those of which nothing is known', async () => {
    const row = (from: string) => ({
      requestBody: {
        profileId: '3001',
        source: account(from),
        destination: account(shown),
        destinationAmount: { currency: 'EUR', amount: 1 },
      },
    })
    const other = accounts.find(({ id, currency }) => currency === 'EUR' && id !== shown && id !== hidden)?.id ?? hidden
    const submit = async (rows: object[]): Promise<string> =>
      (await (await root.post('/api/multi/bulks/transfers', rows, ref())).json()).bulkId
    const bulk = await submit([row(hidden), row(other)])
    bank.intercept((request, path) =>
      request.method === 'POST' && path === '/bulks/transfers'
        ? Response.json({ bulkId: '77' }, { status: 201 })
        : undefined,
    )
    expect((await alan.post('/api/multi/bulks/transfers', [row(hidden)], ref())).status).toBe(404)
    const mine = await alan.post('/api/multi/bulks/transfers', [{ ...row(shown) }], ref())
    expect(mine.status).toBe(201)
    bank.intercept((request, path) => {
      if (path === '/bulks') {
        const bulkProcesses = [bulk, '77', '78'].map((bulkId) => ({ bulkId }))
        return Response.json({ bulkProcesses, count: 3, responseCount: 3 })
      }
      return path.startsWith('/bulks/') ? Response.json({ method: request.method }) : undefined
    })
    const bulkOf = (id: string) => `GET /bulks/${id}`
    const tab = await alan.listen(`?watch=${bulk}&watch=78&watch=77`)
    await bank.called(bulkOf('77'), 1)
    await tab.close()
    expect([bank.count(bulkOf(bulk)), bank.count(bulkOf('78'))]).toEqual([0, 0])
    const seen = await (await alan.get('/api/multi/bulks')).json()
    expect(seen).toEqual({ bulkProcesses: [{ bulkId: '77' }], count: 1, responseCount: 1 })
    for (const ep of operations.filter(({ params }) => params && table.BULK in params.shape)) {
      for (const [id, status] of [
        [bulk, 404],
        ['78', 404],
        ['77', 200],
      ] as const) {
        const path = `/api/multi${fillPath(ep, { bulk_id: id })}`
        const answer = await alan.call(ep.method, path, { headers: ref(), ...(ep.method !== 'GET' && { body: {} }) })
        expect([ep.id, id, answer.status]).toEqual([ep.id, id, status])
      }
    }
  })
})
