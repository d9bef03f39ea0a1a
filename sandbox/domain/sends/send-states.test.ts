import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SendOrder } from '../../../contract/sends'
import { onEachEngine } from '../../../test/postgres/engines'
import { instrument, openSendBank, sendOrder as order, type SendBank } from '../../testing/sends'
import { removeAccount } from '../accounts/remove-account'
import { cancelSend, cancelSends } from './cancel-sends'
import { createSends } from './create-sends'
import { listSends } from './list-sends'

const refused = (refusal: string) => ({ ok: false, refusal })
const MINUTE = 60_000

onEachEngine('the states of sends', (open) => {
  let bank: SendBank
  beforeAll(async () => {
    bank = await openSendBank(await open())
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  it('confirms all of a list or none, and fails alone what cannot be paid', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await bank.payee()]
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.push((await bank.made(order(a, b, 4000))).id)
    const [first = '', second = '', third = ''] = ids
    expect(await bank.confirm(first, '404')).toEqual(refused('NOT_FOUND'))
    expect(await bank.confirm(...ids)).toEqual({ ok: true, value: undefined })
    const states = await Promise.all(ids.map(async (id) => (await bank.got(id)).state))
    expect(states).toEqual(['COMPLETED', 'COMPLETED', 'FAILED'])
    expect(await bank.balance(a)).toBe(2000)
    expect((await bank.told(third)).at(-1)).toMatchObject({
      eventType: 'FAILED',
      send: { conflict: 'INSUFFICIENT_FUNDS' },
    })
    expect(await bank.confirm(second)).toEqual(refused('STATE_INVALID'))
  })

  it('pays a scheduled one at its time once confirmed, and late confirmation pays at once', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await bank.payee()]
    const at = String(bank.clock.now() + 10 * MINUTE)
    const good = await bank.made(order(a, b, 4000, { scheduledTimestamp: at }))
    const poor = await bank.made(order(a, b, 90_000, { scheduledTimestamp: at }))
    const late = await bank.made(order(a, b, 5000, { scheduledTimestamp: at }))
    expect([good.state, poor.state]).toEqual(['PENDING_CHALLENGE', 'PENDING_CHALLENGE'])
    await bank.confirm(good.id, poor.id)
    expect(await bank.got(good.id)).toMatchObject({ state: 'SCHEDULED', scheduledTimestamp: at })
    const empty = await bank.account('EUR', 0)
    await bank.confirm((await bank.made(order(empty, b, 4000, { scheduledTimestamp: at }))).id)
    const removed = await bank.run((ctx) => removeAccount(ctx, empty))
    expect(removed).toEqual(refused('INSTRUMENT_HAS_PENDING_ACTIONS'))
    await bank.pass(9 * MINUTE)
    expect(await bank.balance(b)).toBe(0)
    await bank.pass(2 * MINUTE)
    expect((await bank.got(good.id)).state).toBe('COMPLETED')
    expect((await bank.got(poor.id)).state).toBe('FAILED')
    await bank.confirm(late.id)
    expect((await bank.got(late.id)).state).toBe('COMPLETED')
    expect(await bank.balance(b)).toBe(9000)
    expect((await bank.told(good.id)).map(({ eventType }) => eventType)).toEqual([
      'PENDING_CHALLENGE',
      'SCHEDULED',
      'COMPLETED',
    ])
  })

  it('cancels what is scheduled in lists, and what waits for a confirmation by itself', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await bank.payee()]
    const scheduledTimestamp = String(bank.clock.now() + 10 * MINUTE)
    const scheduled = await bank.made(order(a, b, 4000, { scheduledTimestamp }))
    const second = await bank.made(order(a, b, 4000, { scheduledTimestamp }))
    const waiting = await bank.made(order(a, b, 4000))
    await bank.confirm(scheduled.id, second.id)
    const list = [{ id: waiting.id }, { id: scheduled.id, cancellationReason: 'Wrong day' }, { id: '404' }]
    expect(await bank.run((ctx) => cancelSends(ctx, list))).toEqual({
      ok: true,
      value: {
        cancellations: [
          { id: waiting.id, state: 'ERROR', errorCode: 'TRANSACTION_NOT_SCHEDULED' },
          { id: scheduled.id, state: 'SUCCESS' },
          { id: '404', state: 'ERROR', errorCode: 'NOT_FOUND' },
        ],
      },
    })
    expect(await bank.got(scheduled.id)).toMatchObject({ state: 'CANCELLED', cancellationReason: 'Wrong day' })
    expect((await bank.told(scheduled.id)).at(-1)).toMatchObject({
      eventType: 'CANCELLED',
      send: { cancellationReason: 'Wrong day' },
    })
    const cancel = (id: string, actor = bank.actor) => bank.run((ctx) => cancelSend({ ...ctx, actor }, id, undefined))
    expect(await cancel(waiting.id, bank.other)).toEqual(refused('NOT_FOUND'))
    expect(await cancel(waiting.id)).toMatchObject({ ok: true, value: { state: 'CANCELLED' } })
    expect(await cancel(second.id)).toMatchObject({ ok: true, value: { state: 'CANCELLED' } })
    expect(await cancel(waiting.id)).toEqual(refused('INVALID_STATE'))
    expect(await bank.confirm(waiting.id)).toEqual(refused('STATE_INVALID'))
    await bank.pass(11 * MINUTE)
    expect(await bank.balance(a)).toBe(10_000)
  })

  it('takes many at once: bad ones are INVALID, and one that needs a challenge makes all wait', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await bank.payee()]
    const trusted = await bank.trusted(b)
    const many = async (...orders: SendOrder[]) => {
      const outcome = await bank.run((ctx) => createSends(ctx, orders))
      if (!outcome.ok) throw new Error(outcome.refusal)
      return outcome.value.response
    }
    const paid = await many(order(a, b, 6000, trusted), order(a, b, 5000, trusted), order(a, b, -5))
    expect(paid.map(({ state }) => state)).toEqual(['COMPLETED', 'INVALID', 'INVALID'])
    expect(await bank.balance(a)).toBe(4000)
    expect((await bank.told(paid[2]?.id ?? ''))[0]).toMatchObject({
      eventType: 'INVALID',
      send: { conflict: 'INVALID_AMOUNT', destinationAmount: { amount: '0' } },
    })
    const unknown = { destination: { beneficiaryId: '404' } }
    const mixed = await many(order(a, b, 100, trusted), order(a, b, 3900), order(a, b, 1, unknown))
    expect(mixed.map(({ state }) => state)).toEqual(['PENDING_CHALLENGE', 'PENDING_CHALLENGE', 'INVALID'])
    expect(mixed[2]).toMatchObject(unknown)
    expect(await bank.confirm(...mixed.slice(0, 2).map(({ id }) => id))).toMatchObject({ ok: true })
    expect(await bank.balance(b)).toBe(10_000)
    const tooMany = Array.from({ length: 1001 }, () => order(a, b, 1))
    expect(await bank.run((ctx) => createSends(ctx, tooMany))).toEqual(refused('TRANSACTION_LIMIT_EXCEEDED'))
    expect(await many()).toEqual([])
  })

  it('lists newest first, by every filter', async () => {
    const [a, c, b] = [await bank.account('EUR', 100_000), await bank.account('EUR', 100_000), await bank.payee()]
    const orders = [order(a, b, 100, { tag: 'x' }), order(a, b, 9000), order(c, b, 9000, { profileId: '3012' })]
    const ids: string[] = []
    const at: number[] = []
    const start = bank.clock.now()
    for (const input of orders) {
      bank.clock.advance(1000)
      at.push(bank.clock.now())
      ids.push((await bank.made(input)).id)
    }
    const [first = '', second = '', third = ''] = ids
    const list = async (query: Parameters<typeof listSends>[1]) => {
      const page = await bank.run((ctx) => listSends(ctx, { createdFrom: start, ...query }))
      return page.ok ? page.value.send.map((one) => one.id) : []
    }
    expect(await list({})).toEqual([third, second, first])
    expect(await list({ limit: 1, offset: 1 })).toEqual([second])
    expect(await list({ state: 'COMPLETED' })).toEqual([first])
    expect(await list({ state: ['COMPLETED', 'PENDING_CHALLENGE'] })).toEqual([third, second, first])
    expect(await list({ instrumentId: instrument(a) })).toEqual([second, first])
    expect(await list({ instrumentId: instrument(b) })).toEqual([])
    expect(await list({ 'source.id': c, 'source.type': 'managed_accounts' })).toEqual([third])
    expect(await list({ 'source.type': 'managed_cards' })).toEqual([])
    expect(await list({ tag: 'x' })).toEqual([first])
    expect(await list({ profileId: '3012' })).toEqual([third])
    expect(await list({ createdFrom: at[1] })).toEqual([third, second])
    expect(await list({ createdTo: (at[1] ?? 0) - 1 })).toEqual([first])
    expect(await list({ executedFrom: at[0] })).toEqual([first])
    expect(await list({ executedTo: (at[0] ?? 0) - 1 })).toEqual([])
    expect(await bank.run((ctx) => listSends({ ...ctx, actor: bank.other }, {}))).toMatchObject({ value: { count: 0 } })
  })

  it('counts a small one that waits with its list for none of the few that may go by themselves', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await bank.payee()]
    const used = async () => {
      const row = await bank.store.db.selectFrom('sandbox_exempt_payment').select('payments').executeTakeFirst()
      return row?.payments ?? 0
    }
    const before = await used()
    const outcome = await bank.run((ctx) => createSends(ctx, [order(a, b, 100), order(a, b, 9000)]))
    const states = outcome.ok && outcome.value.response.map(({ state }) => state)
    expect(states).toEqual(['PENDING_CHALLENGE', 'PENDING_CHALLENGE'])
    expect(await used()).toBe(before)
    await bank.run((ctx) => createSends(ctx, [order(a, b, 100), order(a, b, -5)]))
    expect(await used()).toBe(before + 1)
  })
})
