import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { openPaymentDesk, type PaymentDesk } from './testing/payment-desk'

const eur = (amount: number) => ({ currency: 'EUR', amount })

onEachEngine('a bulk', (open) => {
  let desk: PaymentDesk
  beforeAll(async () => {
    desk = await openPaymentDesk(await open())
  })
  afterAll(() => desk.close())
  afterEach(() => desk.intercept())

  const submitted = async (who: Browser, amounts: readonly number[], more = {}): Promise<string> => {
    const answer = await desk.submit(who, amounts, more)
    expect(answer.status).toBe(201)
    return (await answer.json()).bulkId
  }
  const run = (who: Browser, bulkId: string, word = 'execute') =>
    who.post(`/api/multi/bulks/${bulkId}/${word}`, word === 'execute' ? {} : undefined)
  const executions = (bulkId: string) => desk.count(`POST /bulks/${bulkId}/execute`)
  const status = async (bulkId: string) => (await (await desk.ada.get(`/api/multi/bulks/${bulkId}`)).json()).status

  test('may be submitted by anybody; what its rows come to holds it back when it is to run', async () => {
    await desk.rules({ name: 'Large bulks', totalAtLeast: [eur(300_00)], source: 'BULK' })
    const id = await submitted(desk.alan, [100_00, 100_00, 100_00])
    const proposalId = await desk.proposed(await run(desk.alan, id))
    expect(executions(id)).toBe(0)
    expect(await status(id)).toBe('SUBMITTED')
    expect(await desk.read(desk.grace, proposalId)).toMatchObject({
      source: 'BULK',
      bulkId: id,
      rows: 3,
      totals: [eur(300_00)],
      largest: [eur(100_00)],
      from: [desk.account('Operating')],
    })
    // Whoever presses again, and be it the approver, is shown the same proposal.
    expect(await desk.proposed(await run(desk.grace, id))).toBe(proposalId)
    expect(await (await desk.approve(desk.grace, proposalId)).json()).toMatchObject({ state: 'EXECUTED' })
    expect(executions(id)).toBe(1)
    await expect.poll(() => status(id)).not.toBe('SUBMITTED')
  })

  test('below the rule it runs at once; a single payment of that amount is not its business', async () => {
    await desk.rules({ totalAtLeast: [eur(300_00)], source: 'BULK' })
    const id = await submitted(desk.alan, [100_00, 199_99])
    expect((await run(desk.alan, id)).status).toBe(204)
    expect((await desk.pay(desk.alan, 300_00)).status).toBe(200)
  })

  test('one large row is enough where the rule is about a payment', async () => {
    await desk.rules({ amountAtLeast: [eur(200_00)] })
    const id = await submitted(desk.alan, [1_00, 200_00])
    await desk.proposed(await run(desk.alan, id))
  })

  test('what was approved may be paused and resumed; what was not approved cannot be started by resuming', async () => {
    await desk.rules({ amountAtLeast: [eur(1)] })
    const id = await submitted(desk.alan, [2_00])
    await desk.proposed(await run(desk.alan, id, 'resume'))
    const other = await submitted(desk.alan, [2_00])
    await desk.approve(desk.grace, await desk.proposed(await run(desk.alan, other)))
    const resumed = await run(desk.alan, other, 'resume')
    expect(resumed.status).not.toBe(202)
    // Rules hold for what is begun after them.
    await desk.rules()
    const before = await submitted(desk.alan, [2_00])
    expect((await run(desk.alan, before)).status).toBe(204)
    await desk.rules({ amountAtLeast: [eur(1)] })
    expect((await run(desk.alan, before, 'resume')).status).not.toBe(202)
  })

  test('a rejected one may be asked for again', async () => {
    await desk.rules({ amountAtLeast: [eur(1)] })
    const id = await submitted(desk.alan, [3_00])
    const first = await desk.proposed(await run(desk.alan, id))
    await desk.grace.post(`/api/console/proposals/${first}/reject`, { comment: 'Not yet' })
    const second = await desk.proposed(await run(desk.alan, id))
    expect(second).not.toBe(first)
    expect(executions(id)).toBe(0)
  })

  test('one that is no longer what was submitted is void', async () => {
    await desk.rules({ amountAtLeast: [eur(1)] })
    const changes = [{ submittedItemsCount: 2 }, { operation: '/sends' }]
    for (const change of changes) {
      const id = await submitted(desk.alan, [4_00])
      const proposalId = await desk.proposed(await run(desk.alan, id))
      desk.intercept(async (request, path) => {
        if (request.method !== 'GET' || path !== `/bulks/${id}`) return undefined
        const answer = await desk.running.multi.fetch(request)
        return Response.json({ ...(await answer.json()), ...change })
      })
      expect(await (await desk.approve(desk.grace, proposalId)).json()).toEqual({ errorCode: 'CONTENT_CHANGED' })
      desk.intercept()
      expect(await desk.read(desk.ada, proposalId)).toMatchObject({ state: 'VOID' })
      expect(executions(id)).toBe(0)
    }
    const id = await submitted(desk.alan, [5_00])
    const proposalId = await desk.proposed(await run(desk.alan, id))
    await desk.store.db
      .updateTable('gateway_bulk_content')
      .set((eb) => ({ facts: eb.fn('replace', ['facts', eb.val('500'), eb.val('999')]) }))
      .where('bulk_id', '=', id)
      .execute()
    expect(await (await desk.approve(desk.grace, proposalId)).json()).toEqual({ errorCode: 'CONTENT_CHANGED' })
    expect(executions(id)).toBe(0)
  })

  test('one that was submitted elsewhere waits wherever a rule might reach it', async () => {
    const elsewhere = async (amounts: readonly number[]) => {
      const id = await submitted(desk.alan, amounts)
      await desk.store.db.deleteFrom('gateway_bulk_content').where('bulk_id', '=', id).execute()
      return id
    }
    await desk.rules({ kinds: ['WIRE'] })
    expect((await run(desk.alan, await elsewhere([1_00]))).status).toBe(204)
    await desk.rules({ amountAtLeast: [eur(1_000_000_00)] })
    const id = await elsewhere([1_00])
    const proposalId = await desk.proposed(await run(desk.alan, id))
    expect(await desk.read(desk.grace, proposalId)).toMatchObject({ contentUnknown: true, rows: 1, totals: [] })
    expect(await (await desk.approve(desk.grace, proposalId)).json()).toMatchObject({ state: 'EXECUTED' })
    expect(executions(id)).toBe(1)
    // What cannot be looked at is not let through.
    const dark = await elsewhere([1_00])
    desk.intercept((_, path) => (path === `/bulks/${dark}` ? new Response(null, { status: 500 }) : undefined))
    expect((await run(desk.alan, dark)).status).toBe(502)
    expect(executions(dark)).toBe(0)
  })

  test('of what the bank answers in its stead, the browser gets no more than of any answer', async () => {
    await desk.rules({ amountAtLeast: [eur(1)] })
    const id = await submitted(desk.alan, [5_00])
    const proposalId = await desk.proposed(await run(desk.alan, id))
    const elsewhere = await submitted(desk.alan, [5_00])
    await desk.store.db.deleteFrom('gateway_bulk_content').where('bulk_id', '=', elsewhere).execute()
    const headers = { 'set-cookie': 'theirs=1', server: 'theirs', 'request-ref': '7' }
    desk.intercept(({ method }, path) =>
      method === 'GET' && path.startsWith('/bulks/') ? Response.json({}, { status: 403, headers }) : undefined,
    )
    for (const answer of [await desk.approve(desk.grace, proposalId), await run(desk.alan, elsewhere)]) {
      expect(answer.status).toBe(403)
      expect(['set-cookie', 'server'].map((name) => answer.headers.get(name))).toEqual([null, null])
      expect(answer.headers.get('request-ref')).not.toBeNull()
    }
  })

  test('an answer that was lost: the second press finds that it runs', async () => {
    await desk.rules({ amountAtLeast: [eur(1)] })
    const id = await submitted(desk.alan, [6_00])
    const proposalId = await desk.proposed(await run(desk.alan, id))
    desk.intercept(async (request, path) => {
      if (path !== `/bulks/${id}/execute`) return undefined
      await desk.running.multi.fetch(request)
      throw new TypeError('the line broke')
    })
    expect((await desk.approve(desk.grace, proposalId)).status).toBe(502)
    desk.intercept()
    await expect.poll(() => status(id)).not.toBe('SUBMITTED')
    expect(await (await desk.approve(desk.ada, proposalId)).json()).toMatchObject({ state: 'EXECUTED' })
    expect(executions(id)).toBe(1)
  })

  test('a payee is new until it was paid, by a payment or by a bulk', async () => {
    await desk.rules({ firstTimeBeneficiary: true })
    const to = (name: string) => ({ source: desk.account('Payroll'), destination: desk.account(name) })
    const id = await desk.proposed(await desk.pay(desk.alan, 7_00, crypto.randomUUID(), to('Operating')))
    // Not yet paid: the next one waits as well.
    await desk.proposed(await desk.pay(desk.alan, 7_01, crypto.randomUUID(), to('Operating')))
    await desk.approve(desk.grace, id)
    expect((await desk.pay(desk.alan, 7_02, crypto.randomUUID(), to('Operating'))).status).toBe(200)

    const fresh = { source: desk.account('Operating'), destination: desk.account('Payroll') }
    const bulk = await submitted(desk.alan, [8_00, 8_01], fresh)
    await desk.approve(desk.grace, await desk.proposed(await run(desk.alan, bulk)))
    const again = await submitted(desk.alan, [8_00], fresh)
    expect((await run(desk.alan, again)).status).toBe(204)
  })
})
