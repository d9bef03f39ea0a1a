import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { createBulkRunner } from '../effects/bulk-runner'
import { createScheduler } from '../effects/scheduler'
import { simulatorApp } from '../simulator/app'
import { type FrontDoor, field, keys, openFrontDoor } from '../testing/front-door'

onEachEngine('accounts, transfers and bulks by request', (open) => {
  let door: FrontDoor
  let token: string
  let stranger: string
  let workers: { start: () => void; stop: () => Promise<void>; settled: () => Promise<void> }[]

  beforeAll(async () => {
    door = await openFrontDoor(await open())
    const { sandbox } = door
    sandbox.settings.stepUp = 'off'
    const scheduler = createScheduler(sandbox)
    const bulks = createBulkRunner(sandbox)
    Object.assign(sandbox.wake, { schedule: scheduler.wake, bulks: bulks.wake })
    workers = [scheduler, bulks]
    for (const worker of workers) worker.start()
    token = await door.enter((await door.company()).email)
    stranger = await door.enter((await door.company()).email)
  })
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(door.problems).toEqual([])
    await door.close()
  })

  const settled = () => Promise.all(workers.map((worker) => worker.settled()))
  const get = (path: string, as = token) => door.call('GET', path, { token: as })
  const post = (path: string, body?: unknown, as = token) => door.call('POST', path, { token: as, body })
  const openAccount = async (currency = 'EUR') =>
    field(await post('/managed_accounts', { profileId: '2001', friendlyName: 'Test', currency }), 'id')
  const deposit = (account: string, amount: number, currency = 'EUR', key = keys.apiKey, reference = 'INV-1') =>
    simulatorApp(door.sandbox).request(`/accounts/${account}/deposit`, {
      method: 'POST',
      headers: { 'programme-key': key, 'content-type': 'application/json' },
      body: JSON.stringify({ depositAmount: { currency, amount }, senderName: 'Customer', reference }),
    })
  const upgraded = async () => {
    const id = await openAccount()
    await post(`/managed_accounts/${id}/iban`)
    await settled()
    door.clock.advance(4000)
    await settled()
    return id
  }
  const order = (from: string, to: string, amount: number, more = {}) => ({
    profileId: '3001',
    source: { type: 'managed_accounts', id: from },
    destination: { type: 'managed_accounts', id: to },
    destinationAmount: { currency: 'EUR', amount },
    ...more,
  })

  it('takes deposits where a bank could send one, and says why not', async () => {
    const code = async (answer: Response) => [answer.status, await answer.json()]
    const id = await openAccount()
    expect(await code(await deposit(id, 5))).toEqual([200, { code: 'DENIED_ACCOUNT_NOT_UPGRADED_TO_IBAN' }])
    expect((await post(`/managed_accounts/${id}/iban`)).body).toEqual({
      state: 'PENDING_ALLOCATION',
      bankAccountDetails: [],
    })
    await settled()
    door.clock.advance(4000)
    await settled()
    expect((await get(`/managed_accounts/${id}/iban`)).body).toMatchObject({ state: 'ALLOCATED' })
    expect(await code(await deposit(id, 5000))).toEqual([200, { code: 'COMPLETED' }])
    expect(await code(await deposit(id, 0))).toEqual([200, { code: 'DENIED_AMOUNT_NOT_POSITIVE' }])
    expect(await code(await deposit(id, 5, 'GBP'))).toEqual([200, { code: 'DENIED_CURRENCY_NOT_ACCOUNT_CURRENCY' }])
    expect(await code(await deposit('404', 5))).toEqual([200, { code: 'DENIED_ACCOUNT_NOT_FOUND' }])
    expect((await deposit(id, 5, 'EUR', 'wrong')).status).toBe(401)
    expect((await deposit(id, 0.5)).status).toBe(400)
    expect((await deposit(id, 5, 'EUR', undefined, 'x'.repeat(20_000))).status).toBe(400)
    await post(`/managed_accounts/${id}/block`)
    expect(await code(await deposit(id, 5))).toEqual([200, { code: 'DENIED_ACCOUNT_INACTIVE' }])
    expect((await get(`/managed_accounts/${id}`)).body).toMatchObject({
      balances: { availableBalance: 5000, actualBalance: 5000 },
      state: { state: 'BLOCKED', blockedReason: 'USER' },
    })
  })

  it('answers each account call in its documented form', async () => {
    const id = await openAccount('GBP')
    expect((await post('/managed_accounts', { profileId: '2001', friendlyName: 'x', currency: 'JPY' })).body).toEqual({
      errorCode: 'CURRENCY_NOT_SUPPORTED_BY_PROFILE',
    })
    const changed = await door.call('PATCH', `/managed_accounts/${id}`, { token, body: { friendlyName: 'Renamed' } })
    expect([changed.status, changed.body]).toEqual([200, expect.objectContaining({ friendlyName: 'Renamed' })])
    const list = await get('/managed_accounts?currency=GBP&state=ACTIVE&state=BLOCKED&limit=1')
    expect(list.body).toMatchObject({ accounts: [{ id }], count: 1, responseCount: 1 })
    expect((await post(`/managed_accounts/${id}/block`)).status).toBe(204)
    expect((await post(`/managed_accounts/${id}/block`)).body).toEqual({ errorCode: 'INSTRUMENT_ALREADY_BLOCKED' })
    expect((await post(`/managed_accounts/${id}/unblock`)).status).toBe(204)
    expect((await post(`/managed_accounts/${id}/remove`)).status).toBe(204)
    expect((await post(`/managed_accounts/${id}/remove`)).body).toEqual({ errorCode: 'INSTRUMENT_ALREADY_REMOVED' })
    for (const path of ['', '/iban', '/statement']) {
      const foreign = await get(`/managed_accounts/${id}${path}`, stranger)
      expect([foreign.status, foreign.body]).toEqual([404, expect.objectContaining({ code: 'NOT_FOUND' })])
    }
  })

  it('writes a statement as JSON, in the newer form, and as CSV', async () => {
    const id = await upgraded()
    await deposit(id, 1234)
    const path = `/managed_accounts/${id}/statement`
    expect((await get(`${path}?limit=500&transactionType=DEPOSIT`)).body).toMatchObject({
      entry: [{ transactionId: { type: 'DEPOSIT' }, transactionAmount: { amount: 1234 } }],
      endBalance: { currency: 'EUR', amount: 1234 },
    })
    expect((await get(`${path}?limit=501`)).status).toBe(400)
    const newer = await door.call('GET', path, { token, headers: { 'x-api-version': 'LATEST' } })
    expect(newer.body).toMatchObject({
      entries: [{ balanceAfter: { amount: 1234 } }],
      closingBalance: { amount: 1234 },
    })
    const csv = await door.multi.request(path, {
      headers: { 'api-key': keys.apiKey, authorization: `Bearer ${token}`, accept: 'text/csv' },
    })
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(csv.headers.get('request-ref')).toMatch(/^\d+$/)
    expect((await csv.text()).split('\r\n')[1]).toMatch(/^DEPOSIT,\d+,COMPLETED,\d+,EUR,1234,/)
  })

  it('transfers, once for one reference, and cancels what waits', async () => {
    const [a, b] = [await upgraded(), await openAccount()]
    await deposit(a, 1000)
    const body = order(a, b, 300)
    const first = await door.call('POST', '/transfers', { token, body, ref: 'one' })
    const again = await door.call('POST', '/transfers', { token, body, ref: 'one' })
    expect([first.status, again.text]).toEqual([200, first.text])
    expect((await get(`/managed_accounts/${a}`)).body).toMatchObject({ balances: { actualBalance: 700 } })
    expect((await post('/transfers', order(a, b, 701))).body).toEqual({ errorCode: 'FUNDS_INSUFFICIENT' })
    const scheduledTimestamp = String(door.clock.now() + 60_000)
    const waiting = field(await post('/transfers', order(a, b, 1, { scheduledTimestamp })), 'id')
    const due = field(await post('/transfers', order(a, b, 2, { scheduledTimestamp })), 'id')
    const cancelled = await post('/transfers/bulk/cancel', { cancellations: [{ id: waiting }, { id: '404' }] })
    expect(cancelled.body).toEqual({
      cancellations: [
        { id: waiting, state: 'SUCCESS' },
        { id: '404', state: 'ERROR', errorCode: 'NOT_FOUND' },
      ],
    })
    await settled()
    door.clock.advance(61_000)
    await settled()
    expect((await get(`/transfers/${due}`)).body).toMatchObject({ state: 'COMPLETED', scheduledTimestamp })
    const listed = await get(`/transfers?id=${b}&type=managed_accounts&state=COMPLETED`)
    expect(listed.body).toMatchObject({ count: 2, transfer: [{ id: due }, { id: field(first, 'id') }] })
    expect((await get(`/transfers/${due}`, stranger)).status).toBe(404)
  })

  it('runs a bulk from submission to its last row', async () => {
    const [a, b] = [await upgraded(), await openAccount()]
    await deposit(a, 1000)
    const rows = [100, 200, 5000].map((amount) => ({ pathParams: {}, requestBody: order(a, b, amount) }))
    const submitted = await post('/bulks/transfers', rows)
    expect([submitted.status, submitted.body]).toEqual([
      201,
      { bulkId: expect.stringMatching(/^\d+$/), operationCount: 3, path: '/transfers' },
    ])
    const path = `/bulks/${field(submitted, 'bulkId')}`
    expect((await get(path, stranger)).status).toBe(404)
    expect((await post(`${path}/execute`, {}, stranger)).status).toBe(404)
    expect((await post(`${path}/pause`)).body).toEqual({ errorCode: 'INVALID_STATE' })
    expect((await post(`${path}/execute`, { mode: 'ON_FAILURE_CONTINUE' })).status).toBe(204)
    await settled()
    expect((await get(path)).body).toMatchObject({
      status: 'PARTIALLY_COMPLETED',
      operationStatusCounts: [
        { status: 'COMPLETED', count: 2 },
        { status: 'FAILED', count: 1 },
      ],
    })
    expect((await get(`${path}/operations?status=FAILED`)).body).toMatchObject({
      count: 1,
      operations: [{ sequence: 3, responsePayload: '{"errorCode":"FUNDS_INSUFFICIENT"}' }],
    })
    expect((await get('/bulks?status=PARTIALLY_COMPLETED')).body).toMatchObject({ count: 1 })
    expect((await post('/bulks/transfers', [])).status).toBe(400)
    expect((await post('/bulks/transfers', Array(10_001).fill(rows[0]))).status).toBe(400)
  })
})
