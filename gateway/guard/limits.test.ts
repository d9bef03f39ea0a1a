import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { openPaymentDesk, type PaymentDesk } from '../approvals/testing/payment-desk'
import { ALAN, GRACE, MINUTE } from '../testing/test-gateway'

const HOUR = 60 * MINUTE

onEachEngine('the limits of a role', (open) => {
  let desk: PaymentDesk
  beforeAll(async () => {
    desk = await openPaymentDesk(await open())
  })
  afterAll(() => desk.close())
  afterEach(() => desk.intercept())
  const limit: PaymentDesk['limit'] = (...role) => desk.limit(...role)
  const nextDay = async () => {
    desk.advance(24 * HOUR)
    await desk.comeBack()
  }
  const outcome = async (answer: Response) => [
    answer.status,
    answer.status === 403 ? (await answer.json()).limit : undefined,
  ]
  const over = (kind: string, allowed: number, spent: number) => [403, { currency: 'EUR', kind, allowed, spent }]
  const ok = [200, undefined]

  test('hold each payment, and nothing over them leaves', async () => {
    await limit(ALAN, { limits: [{ currency: 'EUR', perPayment: 100_00 }] })
    const before = desk.transfers()
    expect(await outcome(await desk.pay(desk.alan, 100_01))).toEqual(over('perPayment', 100_00, 0))
    expect(desk.transfers()).toBe(before)
    expect(await outcome(await desk.pay(desk.alan, 100_00))).toEqual(ok)
    // Another person has their own; another currency is not limited.
    expect(await outcome(await desk.pay(desk.ada, 100_01))).toEqual(ok)
    const pounds = { source: desk.account('UK operating'), destination: desk.account('UK reserve') }
    const gbp = { ...pounds, destinationAmount: { currency: 'GBP', amount: 500_00 } }
    expect(await outcome(await desk.pay(desk.alan, 0, crypto.randomUUID(), gbp))).toEqual(ok)
  })

  test('hold the sum of a day, which begins anew in its zone', async () => {
    await desk.ada.call('PATCH', '/api/console/zone', { body: { zone: 'Pacific/Auckland' } })
    await nextDay()
    await limit(ALAN, { limits: [{ currency: 'EUR', perDay: 100_00 }] })
    expect(await outcome(await desk.pay(desk.alan, 60_00))).toEqual(ok)
    expect(await outcome(await desk.pay(desk.alan, 40_01))).toEqual(over('perDay', 100_00, 60_00))
    expect(await outcome(await desk.pay(desk.alan, 40_00))).toEqual(ok)
    const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'Pacific/Auckland', hour: 'numeric', hourCycle: 'h23' })
    const hoursLeft = 24 - Number(format.format(desk.clock.now()))
    if (hoursLeft > 1) {
      desk.advance((hoursLeft - 1) * HOUR - 1)
      await desk.comeBack()
      expect((await desk.pay(desk.alan, 1)).status).toBe(403)
    }
    desk.advance(HOUR)
    await desk.comeBack()
    expect(await outcome(await desk.pay(desk.alan, 100_00))).toEqual(ok)
  })

  test('two at once cannot pass where one may', async () => {
    await nextDay()
    await limit(ALAN, { limits: [{ currency: 'EUR', perDay: 100_00 }] })
    const answers = await Promise.all([60_00, 60_01, 60_02, 60_03].map((amount) => desk.pay(desk.alan, amount)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403])
  })

  test('what the bank refuses takes nothing; what may have been paid does, and is counted once', async () => {
    await nextDay()
    await limit(ALAN, { limits: [{ currency: 'EUR', perDay: 100_00 }] })
    const same = { destination: desk.account('Operating') }
    expect((await desk.pay(desk.alan, 100_00, crypto.randomUUID(), same)).status).toBe(409)
    desk.intercept((_, path) => (path === '/transfers' ? new Response(null, { status: 503 }) : undefined))
    expect((await desk.pay(desk.alan, 70_00, 'ref-unsure')).status).toBe(503)
    desk.intercept()
    expect(await outcome(await desk.pay(desk.alan, 40_00))).toEqual(over('perDay', 100_00, 70_00))
    expect(await outcome(await desk.pay(desk.alan, 70_00, 'ref-unsure'))).toEqual(ok)
    expect(await outcome(await desk.pay(desk.alan, 70_00, 'ref-unsure'))).toEqual(ok)
    expect(await outcome(await desk.pay(desk.alan, 30_00))).toEqual(ok)
  })

  test('hold bulks by row and by total: at submission, and when they are to run', async () => {
    await nextDay()
    await limit(ALAN, { limits: [{ currency: 'EUR', perPayment: 50_00, perDay: 100_00 }] })
    expect(await outcome(await desk.submit(desk.alan, [50_01, 1]))).toEqual(over('perPayment', 50_00, 0))
    expect(await outcome(await desk.submit(desk.alan, [50_00, 50_00, 1]))).toEqual(over('perDay', 100_00, 0))
    const two = [await desk.submit(desk.alan, [30_00, 30_00]), await desk.submit(desk.alan, [30_00, 30_00])]
    const ids = await Promise.all(two.map(async (answer) => (await answer.json()).bulkId))
    const runs = await Promise.all(ids.map((id) => desk.alan.post(`/api/multi/bulks/${id}/execute`, {})))
    expect(runs.map(({ status }) => status).sort()).toEqual([204, 403])
    await desk.store.db.deleteFrom('gateway_bulk_content').execute()
    const left = ids[runs.findIndex(({ status }) => status === 403)]
    expect((await desk.alan.post(`/api/multi/bulks/${left}/execute`, {})).status).toBe(403)
    expect(desk.count(`POST /bulks/${left}/execute`)).toBe(0)
  })

  test('hold what waits for another person too, until it will not be paid', async () => {
    await nextDay()
    await limit(ALAN, { limits: [{ currency: 'EUR', perDay: 100_00 }] })
    await desk.rules({ amountAtLeast: [{ currency: 'EUR', amount: 80_00 }] })
    const id = await desk.proposed(await desk.pay(desk.alan, 80_00))
    expect(await outcome(await desk.pay(desk.alan, 30_00))).toEqual(over('perDay', 100_00, 80_00))
    await desk.ada.post(`/api/console/proposals/${id}/reject`, { comment: 'No' })
    expect(await outcome(await desk.pay(desk.alan, 30_00))).toEqual(ok)
  })

  test('hold the approver by payment: it is neither counted nor decided by who may not pay as much', async () => {
    await desk.rules({ amountAtLeast: [{ currency: 'EUR', amount: 10_00 }] })
    await limit(GRACE, { limits: [{ currency: 'EUR', perPayment: 20_00 }] })
    const id = await desk.proposed(await desk.pay(desk.ada, 20_01))
    const fits = await desk.proposed(await desk.pay(desk.ada, 20_00))
    expect(await (await desk.grace.get('/api/console/proposals/count')).json()).toMatchObject({ decide: 1 })
    expect(await desk.read(desk.grace, id)).toMatchObject({ mayNotDecide: 'LIMIT_EXCEEDED' })
    expect(await outcome(await desk.approve(desk.grace, id))).toEqual(over('perPayment', 20_00, 0))
    expect((await desk.approve(desk.grace, fits)).status).toBe(200)
  })

  test('who may not see an account sees no proposal from it, and none to it', async () => {
    await desk.rules({ amountAtLeast: [{ currency: 'EUR', amount: 10_00 }] })
    await limit(GRACE, { accounts: [desk.account('Payroll').id, desk.account('Supplier float').id] })
    const hidden = await desk.proposed(await desk.pay(desk.ada, 11_00))
    const propose = async (more: Record<string, unknown>) =>
      desk.proposed(await desk.pay(desk.ada, 11_00, crypto.randomUUID(), { source: desk.account('Payroll'), ...more }))
    const [seen, hiddenToo] = [await propose({}), await propose({ destination: desk.account('Operating') })]
    const bulk = async (to: string) => {
      const ends = { source: desk.account('Payroll'), destination: desk.account(to) }
      const { bulkId } = await (await desk.submit(desk.ada, [11_00], ends)).json()
      return desk.proposed(await desk.ada.post(`/api/multi/bulks/${bulkId}/execute`, {}))
    }
    const [seenBulk, hiddenBulk] = [await bulk('Supplier float'), await bulk('Operating')]
    const { proposals } = await (await desk.grace.get('/api/console/proposals')).json()
    const ids = proposals.map(({ id }: { id: string }) => id)
    expect([seen, seenBulk].map((id) => ids.includes(id))).toEqual([true, true])
    for (const id of [hidden, hiddenToo, hiddenBulk]) {
      expect(ids).not.toContain(id)
      const { digest } = await desk.read(desk.ada, id)
      expect((await desk.grace.get(`/api/console/proposals/${id}`)).status).toBe(404)
      expect((await desk.grace.post(`/api/console/proposals/${id}/approve`, { digest })).status).toBe(404)
    }
  })
})
