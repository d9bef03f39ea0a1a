import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { openPaymentDesk, type PaymentDesk } from './testing/payment-desk'

const LIMIT = [{ currency: 'EUR', amount: 1_000_00 }]

onEachEngine('a payment over the rule', (open) => {
  let desk: PaymentDesk
  beforeAll(async () => {
    desk = await openPaymentDesk(await open())
    await desk.rules({ name: 'From 1,000', amountAtLeast: LIMIT })
  })
  afterAll(() => desk.close())
  afterEach(() => desk.intercept())

  test('below it a payment leaves at once', async () => {
    const answer = await desk.pay(desk.alan, 999_99)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ state: 'COMPLETED' })
  })

  test('at it, it waits: nothing is sent, and everybody of the company hears of it', async () => {
    const before = desk.transfers()
    const tab = await desk.grace.listen()
    const answer = await desk.pay(desk.alan, 1_000_00, 'ref-wait', { description: 'Goods' })
    const id = await desk.proposed(answer)
    expect(desk.transfers()).toBe(before)
    expect(await tab.until('changed')).toMatchObject({ section: 'proposals', id })
    await tab.close()
    expect(await desk.read(desk.grace, id)).toMatchObject({
      state: 'PENDING',
      kind: 'TRANSFER',
      source: 'SINGLE',
      rows: 1,
      totals: [{ currency: 'EUR', amount: 1_000_00 }],
      from: [desk.account('Operating')],
      to: { type: 'managed_accounts', id: desk.account('Supplier float').id },
      description: 'Goods',
      maker: { name: 'Alan Turing' },
      rule: { name: 'From 1,000' },
      mine: false,
      history: [{ what: 'PROPOSED', by: { name: 'Alan Turing' } }],
    })
  })

  test('the same order again is the same proposal; another order under its reference is another', async () => {
    const ref = crypto.randomUUID()
    const [first, again] = await Promise.all([desk.pay(desk.alan, 2_000_00, ref), desk.pay(desk.alan, 2_000_00, ref)])
    const id = await desk.proposed(first)
    expect(await desk.proposed(again)).toBe(id)
    expect(await desk.proposed(await desk.pay(desk.alan, 2_000_01, ref))).not.toBe(id)
  })

  test('another person approves: it is sent once, under its own reference, in their name', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 1_500_00, 'ref-approve'))
    const sent: Request[] = []
    desk.intercept((request, path) => {
      if (path === '/transfers') sent.push(request.clone())
      return undefined
    })
    const answer = await desk.approve(desk.grace, id, 'Seen the invoice')
    expect(answer.status).toBe(200)
    const proposal = await answer.json()
    expect(proposal).toMatchObject({
      state: 'EXECUTED',
      madeState: 'COMPLETED',
      decidedBy: { name: 'Grace Hopper' },
      comment: 'Seen the invoice',
    })
    expect(sent.map((request) => request.headers.get('idempotency-ref'))).toEqual(['ref-approve'])
    const made = await desk.alan.get(`/api/multi/transfers/${proposal.madeId}`)
    expect(await made.json()).toMatchObject({ destinationAmount: { currency: 'EUR', amount: 1_500_00 } })
    const { history } = await desk.read(desk.alan, id)
    expect(history.map(({ what }) => what)).toEqual(['PROPOSED', 'APPROVED', 'EXECUTED'])
    // The maker who asks once more is told what has become of it, and nothing is sent.
    const before = desk.transfers()
    expect(await desk.proposed(await desk.pay(desk.alan, 1_500_00, 'ref-approve'))).toBe(id)
    expect(desk.transfers()).toBe(before)
  })

  test('nobody approves their own, from whichever session', async () => {
    const id = await desk.proposed(await desk.pay(desk.grace, 3_000_00))
    const before = desk.transfers()
    const elsewhere = await desk.signIn(desk.browser(), 'grace@northwind.example')
    for (const browser of [desk.grace, elsewhere]) {
      const refused = await desk.approve(browser, id)
      expect([refused.status, await refused.json()]).toEqual([409, { errorCode: 'OWN_PROPOSAL' }])
      const rejected = await browser.post(`/api/console/proposals/${id}/reject`, { comment: 'no' })
      expect(await rejected.json()).toEqual({ errorCode: 'OWN_PROPOSAL' })
    }
    expect(desk.transfers()).toBe(before)
    expect((await desk.approve(desk.ada, id)).status).toBe(200)
  })

  test('a rejection needs a comment and ends it; the maker may take back what nobody decided', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 1_200_00))
    const reject = (body: unknown) => desk.grace.post(`/api/console/proposals/${id}/reject`, body)
    expect((await reject({})).status).toBe(400)
    expect((await reject({ comment: '  ' })).status).toBe(400)
    expect(await (await reject({ comment: 'Not ours' })).json()).toMatchObject({
      state: 'REJECTED',
      comment: 'Not ours',
    })
    const late = await desk.approve(desk.ada, id)
    expect(await late.json()).toEqual({ errorCode: 'NOT_PENDING' })

    const other = await desk.proposed(await desk.pay(desk.alan, 1_200_00))
    const withdraw = (who = desk.alan) => who.post(`/api/console/proposals/${other}/withdraw`)
    expect(await (await withdraw(desk.grace)).json()).toEqual({ errorCode: 'NOT_YOURS' })
    expect(await (await withdraw()).json()).toMatchObject({ state: 'WITHDRAWN' })
    expect(await (await withdraw()).json()).toEqual({ errorCode: 'NOT_PENDING' })
  })

  test('the count is of what I may decide', async () => {
    const count = async (who = desk.grace) => (await who.get('/api/console/proposals/count')).json()
    const before = await count()
    const alans = await count(desk.alan)
    await desk.proposed(await desk.pay(desk.alan, 1_300_00))
    await desk.proposed(await desk.pay(desk.grace, 1_300_00))
    expect(await count()).toEqual({ decide: before.decide + 1, mine: before.mine + 1 })
    // A maker decides on nothing.
    expect(await count(desk.alan)).toEqual({ decide: 0, mine: alans.mine + 1 })
    const { proposals } = await (await desk.grace.get('/api/console/proposals?view=decide')).json()
    expect(proposals).toHaveLength(before.decide + 1)
  })

  test('who may not decide, or is of another company, is refused, and nothing is sent', async () => {
    const id = await desk.proposed(await desk.pay(desk.grace, 1_400_00))
    const { digest } = await desk.read(desk.alan, id)
    const before = desk.transfers()
    const refused = await desk.alan.post(`/api/console/proposals/${id}/approve`, { digest })
    expect([refused.status, await refused.json()]).toEqual([403, { errorCode: 'INSUFFICIENT_PERMISSIONS' }])
    await desk.store.db.updateTable('gateway_proposal').set({ identity_id: '1' }).where('id', '=', id).execute()
    for (const path of [`/${id}/approve`, `/${id}/reject`])
      expect((await desk.ada.post(`/api/console/proposals${path}`, { digest, comment: 'x' })).status).toBe(404)
    expect((await desk.ada.get(`/api/console/proposals/${id}`)).status).toBe(404)
    expect(desk.transfers()).toBe(before)
  })

  test('a payment that the bank refuses has failed, with the code', async () => {
    const id = await desk.proposed(await desk.pay(desk.alan, 999_999_00, crypto.randomUUID()))
    expect(await (await desk.approve(desk.grace, id)).json()).toMatchObject({
      state: 'FAILED',
      code: 'FUNDS_INSUFFICIENT',
    })
  })

  test('what cannot be read beyond doubt is not let through', async () => {
    const before = desk.transfers()
    const both = { id: desk.account('Supplier float').id, type: 'managed_accounts', beneficiaryId: '7' }
    const answers = [
      await desk.pay(desk.alan, 5_00, 'x', { destination: both }),
      await desk.pay(desk.alan, 5_00, 'y', { destinationAmount: { currency: 'EUR', amount: '5000000' } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([400, 400])
    expect(desk.transfers()).toBe(before)
  })
})

describe('without rules', () => {
  onEachEngine('a payment', (open) => {
    test('leaves at once', async () => {
      const desk = await openPaymentDesk(await open())
      expect((await desk.pay(desk.alan, 5_000_00)).status).toBe(200)
      await desk.close()
    })
  })
})
