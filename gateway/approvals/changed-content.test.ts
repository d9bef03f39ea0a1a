import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { ALAN, MINUTE, stepUp } from '../testing/test-gateway'
import { LEASE_MS } from './approve'
import { openPaymentDesk, type PaymentDesk } from './testing/payment-desk'

const HOUR = 60 * MINUTE

onEachEngine('between proposal and payment', (open) => {
  let desk: PaymentDesk
  beforeAll(async () => {
    desk = await openPaymentDesk(await open())
    await desk.rules({ name: 'All', amountAtLeast: [{ currency: 'EUR', amount: 100_00 }] })
  })
  afterAll(() => desk.close())
  afterEach(() => desk.intercept())

  const row = (id: string) =>
    desk.store.db.selectFrom('gateway_proposal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const alter = (id: string, change: Record<string, string>) =>
    desk.store.db.updateTable('gateway_proposal').set(change).where('id', '=', id).execute()
  const stateOf = async (id: string) => (await desk.read(desk.ada, id)).state

  test('an order that was altered in the database is void, and nothing is sent', async () => {
    const changes: ((found: Awaited<ReturnType<typeof row>>) => Record<string, string>)[] = [
      ({ body }) => ({ body: (body ?? '').replace('15000', '25000') }),
      ({ facts }) => ({ facts: facts.replaceAll('15000', '1000') }),
      () => ({ maker_id: '1', maker_email: 'nobody@example.com' }),
      () => ({ idempotency_ref: 'another' }),
      () => ({ operation: 'sendCreate' }),
      () => ({ body: 'no order' }),
    ]
    for (const change of changes) {
      const id = await desk.proposed(await desk.pay(desk.alan, 150_00))
      await alter(id, change(await row(id)))
      const before = desk.transfers()
      const refused = await desk.approve(desk.grace, id)
      expect([refused.status, await refused.json()]).toEqual([409, { errorCode: 'CONTENT_CHANGED' }])
      expect(desk.transfers()).toBe(before)
      expect(await stateOf(id)).toBe('VOID')
      expect(await (await desk.approve(desk.ada, id)).json()).toEqual({ errorCode: 'NOT_PENDING' })
    }
  })

  test('who approves something other than they saw approves nothing', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 150_00))
    const refused = await desk.grace.post(`/api/console/proposals/${id}/approve`, { digest: 'f'.repeat(64) })
    expect(await refused.json()).toEqual({ errorCode: 'CONTENT_CHANGED' })
    expect(await stateOf(id)).toBe('PENDING')
  })

  test('two people approve at once: one payment, one decision', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 151_00))
    const before = desk.transfers()
    const answers = await Promise.all([desk.approve(desk.grace, id), desk.approve(desk.ada, id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(desk.transfers()).toBe(before + 1)
    const { history } = await desk.read(desk.ada, id)
    expect(history.filter(({ what }) => what === 'APPROVED')).toHaveLength(1)
  })

  test('a code that is asked for comes before anything changes', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 152_00))
    const asked = () => Response.json({ errorCode: 'STEP_UP_REQUIRED' }, { status: 403 })
    desk.intercept((_, path) => (path === '/transfers' ? asked() : undefined))
    const refused = await desk.approve(desk.grace, id, 'Fine')
    expect([refused.status, await refused.json()]).toEqual([403, { errorCode: 'STEP_UP_REQUIRED' }])
    const proposal = await desk.read(desk.ada, id)
    expect(proposal).toMatchObject({ state: 'PENDING', history: [{ what: 'PROPOSED' }] })
    expect(proposal.decidedBy).toBeUndefined()
    desk.intercept()
    expect(await (await desk.approve(desk.grace, id, 'Fine')).json()).toMatchObject({ state: 'EXECUTED' })
  })

  test('an answer that was lost leaves it on its way; sent again by anybody else, it is paid once', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 153_00, 'ref-lost', { description: 'lost answer' }))
    desk.intercept(async (request, path) => {
      if (path !== '/transfers') return undefined
      await desk.running.multi.fetch(request)
      throw new TypeError('the line broke')
    })
    const lost = await desk.approve(desk.grace, id)
    expect([lost.status, await lost.json()]).toMatchObject([502, { code: 'UPSTREAM_FAILED' }])
    expect(await stateOf(id)).toBe('EXECUTING')
    desk.intercept()
    expect(await (await desk.approve(desk.alan, id)).json()).toMatchObject({ errorCode: 'INSUFFICIENT_PERMISSIONS' })
    expect(await (await desk.approve(desk.ada, id)).json()).toMatchObject({ state: 'EXECUTED' })
    const { transfer } = await (await desk.ada.get('/api/multi/transfers?limit=50')).json()
    const made = transfer.filter(({ description }: { description?: string }) => description === 'lost answer')
    expect(made).toHaveLength(1)
    const { history } = await desk.read(desk.ada, id)
    expect(history.map(({ what }) => what)).toEqual(['PROPOSED', 'APPROVED', 'RETRIED', 'EXECUTED'])
  })

  test('a gateway that died in the middle: another one goes on when its time is over, and it is paid once', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 154_00, 'ref-died', { description: 'died' }))
    desk.intercept(async (request, path) => {
      if (path !== '/transfers') return undefined
      await desk.running.multi.fetch(request)
      return new Promise<Response>(() => {})
    })
    const before = desk.transfers()
    void desk.approve(desk.grace, id)
    await desk.called('POST /transfers', before + 1)
    desk.intercept()
    await desk.restart()
    const early = await desk.approve(desk.ada, id)
    expect(await early.json()).toEqual({ errorCode: 'IN_PROGRESS' })
    desk.advance(LEASE_MS)
    expect(await (await desk.approve(desk.ada, id)).json()).toMatchObject({ state: 'EXECUTED' })
    const { transfer } = await (await desk.ada.get('/api/multi/transfers?limit=50')).json()
    expect(transfer.filter(({ description }: { description?: string }) => description === 'died')).toHaveLength(1)
  })

  test('after the day for which the bank knows a reference, nobody sends it again', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 155_00))
    desk.intercept((_, path) => (path === '/transfers' ? new Response(null, { status: 503 }) : undefined))
    expect((await desk.approve(desk.grace, id)).status).toBe(502)
    desk.intercept()
    desk.advance(21 * HOUR)
    await desk.comeBack()
    const before = desk.transfers()
    expect(await (await desk.approve(desk.ada, id)).json()).toEqual({ errorCode: 'OUTCOME_UNKNOWN' })
    expect(desk.transfers()).toBe(before)
    expect(await desk.read(desk.ada, id)).toMatchObject({ state: 'FAILED', code: 'OUTCOME_UNKNOWN' })
  })

  test('it expires at its hour, by the clock, and everybody hears of it', async () => {
    const set = await desk.ada.call('PATCH', '/api/console/approval-settings', { body: { expiryHours: 1 } })
    expect(set.status).toBe(200)
    const id = await desk.proposed(await desk.pay(desk.alan, 156_00))
    const { createdAt, expiresAt } = await desk.read(desk.ada, id)
    expect(expiresAt - createdAt).toBe(HOUR)
    desk.advance(HOUR)
    const alan = await desk.signIn(desk.browser(), ALAN)
    expect(await desk.read(alan, id)).toMatchObject({
      state: 'EXPIRED',
      history: [{ what: 'PROPOSED' }, { what: 'EXPIRED' }],
    })
    await desk.comeBack()
    const before = desk.transfers()
    expect(await (await desk.approve(desk.grace, id)).json()).toEqual({ errorCode: 'NOT_PENDING' })
    expect(desk.transfers()).toBe(before)
  })

  test('nobody need look for it to expire', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 157_00))
    await stepUp(desk.grace)
    const { expires_at } = await row(id)
    desk.advance(expires_at - desk.clock.now())
    await expect.poll(async () => (await row(id)).state).toBe('EXPIRED')
  })
})
