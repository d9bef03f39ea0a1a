import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { type FrontDoor, field, openFrontDoor } from '../testing/front-door'

const DAY = 24 * 3_600_000

onEachEngine('transactions and the older statements by request', (open) => {
  let door: FrontDoor
  let token: string
  let account: string
  let email: string
  beforeAll(async () => {
    door = await openFrontDoor(await open())
    door.sandbox.settings.stepUp = 'off'
    email = (await door.company()).email
    token = await door.enter(email)
    const order = { profileId: '2001', friendlyName: 'Till', currency: 'EUR' }
    account = field(await door.call('POST', '/managed_accounts', { token, body: order }), 'id')
    const deposit = {
      accountId: account,
      currency: 'EUR',
      amount: 500,
      senderName: 'Payer',
      senderIban: '',
      reference: 'R',
    }
    await door.inTx((ctx) => bookDeposit(ctx, deposit))
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })
  const get = (path: string, headers: Record<string, string> = {}) => door.call('GET', path, { token, headers })

  it('lists them for the identity and for an account, and reads one', async () => {
    const all = await get(
      '/transactions?type=incoming_wire_transfers&type=fees&status=COMPLETED&sortBy=lastUpdatedTimestamp',
    )
    expect(all).toMatchObject({ status: 200, body: { count: 1, transactions: [{ instrument: { id: account } }] } })
    const on = await get(`/managed_accounts/${account}/transactions`)
    expect(on).toMatchObject({ status: 200, body: { count: 1, transactions: [{ amount: { amount: 500 } }] } })
    const [id] = (on.body as { transactions: { id: string }[] }).transactions.map((one) => one.id)
    expect(await get(`/managed_accounts/${account}/transactions/${id}`)).toMatchObject({ status: 200, body: { id } })
    for (const path of [
      '/managed_accounts/404/transactions',
      '/managed_cards/404/transactions',
      `/managed_cards/404/transactions/${id}`,
    ])
      expect((await get(path)).status, path).toBe(404)
  })

  it('does not take what is no kind, status or order', async () => {
    for (const query of [
      'type=gifts',
      'status=DONE',
      'sortBy=amount',
      'direction=UP',
      'limit=101',
      'creationTimestampFrom=soon',
    ])
      expect((await get(`/transactions?${query}`)).status, query).toBe(400)
  })

  it('answers the older statement under its newer address, in JSON and as CSV', async () => {
    const path = `/deprecated/managed_accounts/${account}/statement`
    const json = await get(`${path}?statementLimit=5&orderByTimestamp=ASC`, { 'x-api-version': 'LATEST' })
    expect(json).toMatchObject({ status: 200, body: { count: 1, entry: [{ transactionAmount: { amount: 500 } }] } })
    const csv = await door.multi.request(path, {
      headers: { 'api-key': 'test-api-key', authorization: `Bearer ${token}`, accept: 'text/csv' },
    })
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((await csv.text()).split('\r\n')).toHaveLength(3)
    expect((await get('/deprecated/managed_accounts/404/statement')).status).toBe(404)
    expect((await get('/deprecated/managed_cards/404/statement')).status).toBe(404)
  })

  it.each(['/managed_accounts', '/deprecated/managed_accounts'])(
    '%s wants a period that goes forward',
    async (root) => {
      const path = `${root}/${account}/statement`
      const now = door.clock.now()
      const backwards = { fieldName: 'request.toTimestamp', error: 'RANGE', params: [] }
      for (const to of [now, now - 1])
        expect(await get(`${path}?fromTimestamp=${now}&toTimestamp=${to}`)).toMatchObject({
          status: 400,
          body: { syntaxErrors: { invalidFields: [backwards] } },
        })
      for (const query of [`fromTimestamp=${now - 1}&toTimestamp=${now}`, `toTimestamp=${now}`])
        expect((await get(`${path}?${query}`)).status).toBe(200)
    },
  )

  it('asks for step-up before it reaches far back, as the newer address does', async () => {
    door.sandbox.settings.stepUp = 'documented'
    door.clock.advance(91 * DAY)
    token = await door.enter(email)
    const path = `/deprecated/managed_accounts/${account}/statement`
    expect(await get(path)).toMatchObject({ status: 403, body: { errorCode: 'STEP_UP_REQUIRED' } })
    expect((await get(`${path}?fromTimestamp=${door.clock.now() - DAY}`)).status).toBe(200)
  })
})
