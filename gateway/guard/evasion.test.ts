import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { openPaymentDesk, type PaymentDesk } from '../approvals/testing/payment-desk'
import { ALAN, GRACE, MINUTE } from '../testing/test-gateway'

const perDay = (amount: number) => ({ limits: [{ currency: 'EUR', perDay: amount }] })

onEachEngine('a limit is not got around', (open) => {
  let desk: PaymentDesk
  beforeAll(async () => {
    desk = await openPaymentDesk(await open())
  })
  afterAll(() => desk.close())
  beforeEach(async () => {
    desk.advance(24 * 60 * MINUTE)
    await desk.comeBack()
    await desk.rules()
    await desk.limit(ALAN, perDay(100_00))
  })
  afterEach(() => desk.intercept())
  const status = async (answer: Promise<Response>) => (await answer).status

  test('by a reference that is empty, under which the bank pays every time', async () => {
    expect(await status(desk.pay(desk.alan, 60_00, ''))).toBe(200)
    expect(await status(desk.pay(desk.alan, 60_00, ''))).toBe(403)
  })

  test('by the same words in another order: the bank might see another payment in them', async () => {
    expect(await status(desk.pay(desk.alan, 60_00, 'ref-order'))).toBe(200)
    const turned = Object.fromEntries(Object.entries(desk.order(60_00)).reverse())
    const again = desk.alan.post('/api/multi/transfers', turned, { 'idempotency-ref': 'ref-order' })
    expect(await status(again)).toBe(403)
  })

  test("by another person's reference and words", async () => {
    await desk.limit(GRACE, perDay(50_00))
    expect(await status(desk.pay(desk.alan, 60_00, 'ref-shared'))).toBe(200)
    expect(await status(desk.pay(desk.grace, 60_00, 'ref-shared'))).toBe(403)
  })

  test('by an amount below nothing: alone, in a proposal, or as a row of a bulk', async () => {
    await desk.rules({ name: 'All' })
    expect(await status(desk.pay(desk.alan, -500_00))).toBe(400)
    expect(await status(desk.submit(desk.alan, [150_00, -100_00]))).toBe(400)
    expect(await status(desk.pay(desk.alan, 100_01))).toBe(403)
  })

  test.each([0, 1])('by two calls of one payment at once, of which call %i is refused', async (refused) => {
    let calls = 0
    let go = () => {}
    const first = new Promise<void>((resolve) => {
      go = resolve
    })
    desk.intercept(async (_, path) => {
      if (path !== '/transfers') return undefined
      const mine = calls++
      if (mine === 0) await first
      return mine === refused ? new Response(null, { status: 429 }) : undefined
    })
    const before = desk.transfers()
    const one = desk.pay(desk.alan, 100_00, `ref-twice-${refused}`)
    await desk.called('POST /transfers', before + 1)
    const two = desk.pay(desk.alan, 100_00, `ref-twice-${refused}`)
    if (refused === 1) expect(await status(two)).toBe(429)
    else await desk.called('POST /transfers', before + 2)
    go()
    expect([await status(one), await status(two)].sort()).toEqual([200, 429])
    expect(await status(desk.pay(desk.alan, 1))).toBe(403)
  })

  test('by a refusal after an attempt of which nobody knows what came of it', async () => {
    const answers = [503, 409]
    desk.intercept((_, path) =>
      path === '/transfers' ? new Response(null, { status: answers.shift() ?? 200 }) : undefined,
    )
    expect(await status(desk.pay(desk.alan, 100_00, 'ref-lost'))).toBe(503)
    expect(await status(desk.pay(desk.alan, 100_00, 'ref-lost'))).toBe(409)
    expect(await status(desk.pay(desk.alan, 1))).toBe(403)
  })

  test('nor by the refusal of an approved payment after such an attempt', async () => {
    await desk.rules({ name: 'From 50', amountAtLeast: [{ currency: 'EUR', amount: 50_00 }] })
    const id = await desk.proposed(await desk.pay(desk.alan, 100_00))
    const answers = [503, 409]
    desk.intercept((_, path) =>
      path === '/transfers' ? new Response(null, { status: answers.shift() ?? 200 }) : undefined,
    )
    expect(await status(desk.approve(desk.grace, id))).toBe(502)
    expect(await (await desk.approve(desk.ada, id)).json()).toMatchObject({ state: 'FAILED' })
    expect(await status(desk.pay(desk.alan, 1))).toBe(403)
  })

  test('by moving the hour at which a day begins, there and back', async () => {
    const zone = (name: string) => status(desk.ada.call('PATCH', '/api/console/zone', { body: { zone: name } }))
    // Nothing of the tests before is left in yesterday.
    desk.advance(48 * 60 * MINUTE)
    await desk.comeBack()
    // A day apart: no instant has the same date in both.
    expect(await zone('Pacific/Kiritimati')).toBe(200)
    expect(await status(desk.pay(desk.alan, 100_00))).toBe(200)
    expect(await zone('Pacific/Pago_Pago')).toBe(200)
    expect(await status(desk.pay(desk.alan, 1))).toBe(403)
    expect(await zone('UTC')).toBe(200)
  })

  test('but two presses of one button, and a refusal of what they became, take nothing', async () => {
    await desk.rules({ name: 'From 50', amountAtLeast: [{ currency: 'EUR', amount: 50_00 }] })
    const [id] = await Promise.all(
      [1, 2].map(async () => desk.proposed(await desk.pay(desk.alan, 100_00, 'ref-pressed'))),
    )
    expect(await status(desk.pay(desk.alan, 1))).toBe(403)
    await desk.ada.post(`/api/console/proposals/${id}/withdraw`)
    expect(await status(desk.ada.post(`/api/console/proposals/${id}/reject`, { comment: 'No' }))).toBe(200)
    expect(await status(desk.pay(desk.alan, 1))).toBe(200)
  })
})
