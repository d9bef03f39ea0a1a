import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TransferOrder } from '../../../contract/transfers'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { createScheduler } from '../../effects/scheduler'
import { type Bank, newActor, openBank } from '../../testing/bank'
import { blockAccount } from '../accounts/block-account'
import { removeAccount } from '../accounts/remove-account'
import { cancelTransfers } from './cancel-transfers'
import { createTransfer } from './create-transfer'
import { getTransfer } from './get-transfer'
import { listTransfers } from './list-transfers'

const refused = (refusal: string) => ({ ok: false, refusal })
const instrument = (id: string) => ({ type: 'managed_accounts' as const, id })
const order = (from: string, to: string, amount: number, more: Partial<TransferOrder> = {}): TransferOrder => ({
  profileId: '3001',
  source: instrument(from),
  destination: instrument(to),
  destinationAmount: { currency: 'EUR', amount },
  ...more,
})

onEachEngine('transfers', (open) => {
  let bank: Bank
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
  })
  afterAll(() => bank.close())

  const transfer = (input: TransferOrder) => bank.run((ctx) => createTransfer(ctx, input))
  const idOf = (outcome: Awaited<ReturnType<typeof transfer>>) => {
    if (!outcome.ok) throw new Error(outcome.refusal)
    return outcome.value.id
  }
  const stateOf = async (id: string) => {
    const found = await bank.run((ctx) => getTransfer(ctx, id))
    return found.ok ? found.value.state : found.refusal
  }

  it('moves money at once and shows up on both sides', async () => {
    const [a, b] = [await bank.account('EUR', 1000), await bank.account('EUR', 0)]
    const made = await transfer(order(a, b, 250, { tag: 'rent', description: 'Rent May' }))
    expect(made).toMatchObject({
      ok: true,
      value: {
        state: 'COMPLETED',
        source: instrument(a),
        destination: instrument(b),
        destinationAmount: { currency: 'EUR', amount: 250 },
        tag: 'rent',
        description: 'Rent May',
      },
    })
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([750, 250])
    expect(await bank.run((ctx) => getTransfer(ctx, idOf(made)))).toEqual(made)
    const stranger = await bank.run((ctx) => getTransfer({ ...ctx, actor: newActor() }, idOf(made)))
    expect(stranger).toEqual(refused('NOT_FOUND'))
  })

  it('refuses with the documented conflict, and nothing moves', async () => {
    const [a, b, pounds] = [await bank.account('EUR', 100), await bank.account('EUR', 0), await bank.account('GBP', 0)]
    const blocked = await bank.account('EUR', 0)
    const gone = await bank.account('EUR', 0)
    await bank.run((ctx) => blockAccount(ctx, blocked))
    await bank.run((ctx) => removeAccount(ctx, gone))
    const cases: [TransferOrder, string][] = [
      [order(a, b, 1, { profileId: '9' }), 'PROFILE_INACTIVE'],
      [order(a, b, 0), 'AMOUNT_INVALID'],
      [order(a, b, -1), 'AMOUNT_INVALID'],
      [order(a, a, 1), 'SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT'],
      [order('404', b, 1), 'SOURCE_NOT_FOUND'],
      [order(a, '404', 1), 'DESTINATION_NOT_FOUND'],
      [order(a, b, 1, { source: { type: 'managed_cards', id: a } }), 'SOURCE_NOT_FOUND'],
      [order(gone, b, 1), 'SOURCE_INSTRUMENT_DESTROYED'],
      [order(a, gone, 1), 'DESTINATION_INSTRUMENT_DESTROYED'],
      [order(blocked, b, 1), 'SOURCE_INSTRUMENT_BLOCKED'],
      [order(a, blocked, 1), 'DESTINATION_INSTRUMENT_BLOCKED'],
      [order(a, pounds, 1), 'CURRENCY_MISMATCH'],
      [order(a, b, 1, { destinationAmount: { currency: 'GBP', amount: 1 } }), 'CURRENCY_MISMATCH'],
      [order(a, b, 101), 'FUNDS_INSUFFICIENT'],
      [order(a, b, 1, { scheduledTimestamp: String(clock.now() - 1) }), 'SCHEDULED_TIMESTAMP_INVALID'],
      [order(a, b, 1, { scheduledTimestamp: '9'.repeat(30) }), 'SCHEDULED_TIMESTAMP_INVALID'],
    ]
    for (const [input, code] of cases) expect(await transfer(input), code).toEqual(refused(code))
    const asStranger = await bank.run((ctx) => createTransfer({ ...ctx, actor: newActor() }, order(a, b, 1)))
    expect(asStranger).toEqual(refused('SOURCE_NOT_FOUND'))
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([100, 0])
    expect(await bank.broken()).toEqual([])
  })

  it('runs a scheduled one when its time comes, and fails one that cannot be paid', async () => {
    const [a, b] = [await bank.account('EUR', 100), await bank.account('EUR', 0)]
    const scheduler = createScheduler(bank.sandbox)
    scheduler.start()
    const at = clock.now() + 60_000
    const good = idOf(await transfer(order(a, b, 70, { scheduledTimestamp: String(at) })))
    const bad = idOf(await transfer(order(a, b, 70, { scheduledTimestamp: String(at + 1) })))
    scheduler.wake()
    await scheduler.settled()
    expect(await stateOf(good)).toBe('SCHEDULED')
    expect(await bank.balance(a)).toBe(100)
    clock.advance(60_100)
    await scheduler.settled()
    expect([await stateOf(good), await stateOf(bad)]).toEqual(['COMPLETED', 'FAILED'])
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([30, 70])
    const row = await bank.store.db
      .selectFrom('sandbox_transfer')
      .select('failure')
      .where('id', '=', bad)
      .executeTakeFirst()
    expect(row?.failure).toBe('FUNDS_INSUFFICIENT')
    await scheduler.stop()
    expect(await bank.broken()).toEqual([])
  })

  it('runs at start what was due while no process ran, once though two start', async () => {
    const [a, b] = [await bank.account('EUR', 100), await bank.account('EUR', 0)]
    const ids: string[] = []
    for (let i = 1; i <= 5; i++)
      ids.push(idOf(await transfer(order(a, b, 10, { scheduledTimestamp: String(clock.now() + 900_000 + i) }))))
    clock.advance(901_000)
    const both = [createScheduler(bank.sandbox), createScheduler(bank.sandbox)]
    for (const scheduler of both) scheduler.start()
    await Promise.all(both.map((scheduler) => scheduler.settled()))
    for (const id of ids) expect(await stateOf(id)).toBe('COMPLETED')
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([50, 50])
    await Promise.all(both.map((scheduler) => scheduler.stop()))
    expect(await bank.broken()).toEqual([])
  })

  it('cancels what is scheduled and says of the rest why not', async () => {
    const [a, b] = [await bank.account('EUR', 100), await bank.account('EUR', 0)]
    const waiting = idOf(await transfer(order(a, b, 10, { scheduledTimestamp: String(clock.now() + 9_000_000) })))
    const paid = idOf(await transfer(order(a, b, 10)))
    const cancelled = await bank.run((ctx) =>
      cancelTransfers(ctx, [{ id: paid }, { id: waiting, cancellationReason: 'Wrong day' }, { id: '404' }]),
    )
    expect(cancelled).toEqual({
      ok: true,
      value: {
        cancellations: [
          { id: paid, state: 'ERROR', errorCode: 'TRANSACTION_NOT_SCHEDULED' },
          { id: waiting, state: 'SUCCESS' },
          { id: '404', state: 'ERROR', errorCode: 'NOT_FOUND' },
        ],
      },
    })
    expect(await bank.run((ctx) => getTransfer(ctx, waiting))).toMatchObject({
      value: { state: 'CANCELLED', cancellationReason: 'Wrong day' },
    })
  })

  it('lists newest first, by every filter', async () => {
    const own = await openBank(await open(), { clock })
    const [a, b, c] = [await own.account('EUR', 1000), await own.account('EUR', 0), await own.account('EUR', 0)]
    const orders = [
      order(a, b, 1, { tag: 'x' }),
      order(a, c, 2),
      order(b, a, 1, { scheduledTimestamp: String(clock.now() + 99_000_000) }),
    ]
    const ids: string[] = []
    const at: number[] = []
    for (const input of orders) {
      clock.advance(1000)
      at.push(clock.now())
      ids.push(idOf(await own.run((ctx) => createTransfer(ctx, input))))
    }
    const [first = '', second = '', third = ''] = ids
    const list = async (query: Parameters<typeof listTransfers>[1]) => {
      const page = await own.run((ctx) => listTransfers(ctx, query))
      return page.ok ? page.value.transfer.map((one) => one.id) : []
    }
    expect(await list({})).toEqual([third, second, first])
    expect(await list({ limit: 1, offset: 1 })).toEqual([second])
    expect(await list({ state: 'SCHEDULED' })).toEqual([third])
    expect(await list({ state: ['SCHEDULED', 'COMPLETED'] })).toEqual([third, second, first])
    expect(await list({ instrumentId: instrument(b) })).toEqual([third, first])
    expect(await list({ instrumentId: { type: 'managed_cards', id: b } })).toEqual([])
    expect(await list({ tag: 'x' })).toEqual([first])
    expect(await list({ profileId: '1' })).toEqual([])
    expect(await list({ createdFrom: at[1] })).toEqual([third, second])
    expect(await list({ createdTo: (at[1] ?? 0) - 1 })).toEqual([first])
    expect(await list({ executedFrom: at[1] })).toEqual([second])
    expect(await list({ executedTo: (at[1] ?? 0) - 1 })).toEqual([first])
    await own.close()
  })

  it('never pays twice when many want the same money at once', async () => {
    const [a, b] = [await bank.account('EUR', 100), await bank.account('EUR', 100)]
    const rush = Array.from({ length: 20 }, (_, i) => transfer(i % 2 ? order(a, b, 60) : order(b, a, 60)))
    const outcomes = await Promise.all(rush)
    expect(outcomes.every((o) => o.ok || o.refusal === 'FUNDS_INSUFFICIENT')).toBe(true)
    expect((await bank.balance(a)) + (await bank.balance(b))).toBe(200)
    expect(await bank.broken()).toEqual([])
  })
})
