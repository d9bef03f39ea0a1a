import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { openPaymentDesk, type PaymentDesk } from './testing/payment-desk'

const RULES = '/api/console/approval-rules'

onEachEngine('approval rules', (open) => {
  let desk: PaymentDesk
  beforeAll(async () => {
    desk = await openPaymentDesk(await open())
  })
  afterAll(() => desk.close())

  test('are written, changed and removed by who may; others see them', async () => {
    const rule = { name: 'Large', amountAtLeast: [{ currency: 'EUR', amount: 5 }], firstTimeBeneficiary: true }
    expect((await desk.alan.post(RULES, rule)).status).toBe(403)
    const made = await desk.grace.post(RULES, rule)
    expect(made.status).toBe(201)
    const { id, changedAt } = await made.json()
    const listed = await (await desk.alan.get(RULES)).json()
    expect(listed).toMatchObject({ settings: { expiryHours: 72 }, otherApprover: true })
    expect(listed.rules).toMatchObject([{ ...rule, id, changedBy: 'Grace Hopper' }])

    const twin = await desk.grace.post(RULES, rule)
    expect([twin.status, await twin.json()]).toEqual([409, { errorCode: 'NAME_TAKEN' }])
    const change = (body: unknown) => desk.ada.call('PATCH', `${RULES}/${id}`, { body })
    const changed = await change({ name: 'Larger', source: 'BULK', seen: changedAt })
    expect(await changed.json()).toMatchObject({ name: 'Larger', source: 'BULK', changedBy: 'Ada Byron' })
    // What is left out is gone, and who saw the former rule is told.
    expect((await (await desk.ada.get(RULES)).json()).rules[0]).not.toHaveProperty('amountAtLeast')
    expect(await (await change({ name: 'Again', seen: changedAt })).json()).toEqual({ errorCode: 'RULE_CHANGED' })

    expect((await desk.alan.call('DELETE', `${RULES}/${id}`)).status).toBe(403)
    expect((await desk.ada.call('DELETE', `${RULES}/${id}`)).status).toBe(204)
    expect((await desk.ada.call('DELETE', `${RULES}/${id}`)).status).toBe(404)
  })

  test('of another company are not there', async () => {
    const { id, changedAt } = await (await desk.ada.post(RULES, { name: 'Theirs' })).json()
    await desk.store.db.updateTable('gateway_approval_rule').set({ identity_id: '1' }).where('id', '=', id).execute()
    expect((await (await desk.ada.get(RULES)).json()).rules).toEqual([])
    expect((await desk.ada.call('PATCH', `${RULES}/${id}`, { body: { name: 'Mine', seen: changedAt } })).status).toBe(
      404,
    )
    expect((await desk.ada.call('DELETE', `${RULES}/${id}`)).status).toBe(404)
    expect((await desk.pay(desk.alan, 5_000_00)).status).toBe(200)
  })

  test('say when nobody else could decide', async () => {
    const { people } = await (await desk.ada.get('/api/console/people')).json()
    const grace = people.find(({ email }: { email: string }) => email.startsWith('grace'))
    await desk.ada.post(`/api/console/people/${grace.credentials.id}/role`, { role: 'viewer' })
    expect(await (await desk.ada.get(RULES)).json()).toMatchObject({ otherApprover: false })
    // The root user decides always.
    expect(await (await desk.alan.get(RULES)).json()).toMatchObject({ otherApprover: true })
  })

  test('malformed are refused by field', async () => {
    const bad = async (body: unknown) => {
      const answer = await desk.ada.post(RULES, body)
      const { syntaxErrors } = await answer.json()
      return [answer.status, syntaxErrors.invalidFields.map(({ fieldName }: { fieldName: string }) => fieldName)]
    }
    expect(await bad({})).toEqual([400, ['request.name']])
    expect(await bad({ name: 'x', kinds: [] })).toEqual([400, ['request.kinds']])
    expect(await bad({ name: 'x', amountAtLeast: [{ currency: 'EURO', amount: 1 }] })).toEqual([
      400,
      ['request.amountAtLeast.0.currency'],
    ])
  })
})
