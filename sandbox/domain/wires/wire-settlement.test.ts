import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { openBank } from '../../testing/bank'
import { openLanding } from '../../testing/trust'
import { from, openWireBank, sure, type WireBank } from '../../testing/wires'
import { bookDeposit } from '../deposits/book-deposit'
import { wireConfirmation } from './confirmation'
import { createWire } from './create-wire'
import { listWires } from './list-wires'
import { returnWire } from './return-wire'
import { simulateSettlement } from './simulate-settlement'

const refused = (refusal: string) => ({ ok: false, refusal })
const SECOND = 1000

onEachEngine('wires that are settled', (open) => {
  let bank: WireBank
  beforeAll(async () => {
    bank = await openWireBank(await open())
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  it('is settled by the simulator at once, and gives back what was held when it is rejected', async () => {
    const account = await bank.funded('USD', 10_000)
    const mine = bank.inDollars(from(account))
    const good = await bank.sent(mine)
    expect(await bank.settle(good, 'accept')).toBe('COMPLETED')
    expect(await bank.settle(good, 'reject')).toBe('DENIED_WIRE_TRANSFER_ALREADY_COMPLETED')
    expect(await bank.balances(account)).toEqual([3500, 3500])
    const rejected = await bank.sent(bank.inDollars())
    const before = await bank.balances(bank.dollars)
    expect(await bank.settle(rejected, 'reject')).toBe('COMPLETED')
    expect(await bank.got(rejected)).toMatchObject({ state: 'REJECTED', rejectedInfo: 'SYSTEM' })
    expect(await bank.balances(bank.dollars)).toEqual([before[0], (before[1] ?? 0) + 6500])
    expect(await bank.settle(rejected, 'accept')).toBe('DENIED')
    expect(await bank.settle('404', 'accept')).toBe('DENIED_WIRE_TRANSFER_NOT_FOUND')
    await bank.pass(60 * SECOND)
    expect(await bank.stateOf(rejected)).toBe('REJECTED')
  })

  it('waits for the simulator where the setting says so', async () => {
    const settling = (value: string) =>
      bank.store.db
        .insertInto('sandbox_setting')
        .values({ name: 'wire-settlement', value })
        .onConflict((oc) => oc.column('name').doUpdateSet({ value }))
        .execute()
    await settling('simulator')
    const id = await bank.sent(bank.inDollars())
    await bank.pass(60 * SECOND)
    expect(await bank.stateOf(id)).toBe('SUBMITTED')
    expect(await bank.settle(id, 'accept')).toBe('COMPLETED')
    await settling('automatic')
  })

  it('brings a returned one back without its fee', async () => {
    const account = await bank.funded('USD', 10_000)
    const id = await bank.sent(bank.inDollars(from(account)))
    const back = () => bank.run((ctx) => returnWire(ctx, id, 'Account closed'))
    expect(await back()).toEqual(refused('INVALID_STATE'))
    await bank.settle(id, 'accept')
    expect(await back()).toMatchObject({ ok: true })
    expect(await bank.stateOf(id)).toBe('RETURNED')
    expect(await bank.balances(account)).toEqual([8500, 8500])
    expect(await back()).toEqual(refused('INVALID_STATE'))
  })

  it('lists newest first, by every filter', async () => {
    const own = await openBank(await open(), { clock: bank.clock })
    const money = { currency: 'USD', amount: 10_000_000, senderName: 'S', senderIban: '', reference: '' }
    const [a = '', b = ''] = await own.run(async (ctx) => {
      const accounts = [await openLanding(ctx, 'USD'), await openLanding(ctx, 'USD')]
      for (const accountId of accounts) await bookDeposit(ctx, { ...money, accountId })
      return accounts
    })
    const ids: string[] = []
    const at: number[] = []
    for (const [id, more] of [
      [a, { tag: 'x' }],
      [b, {}],
      [a, {}],
    ] as const) {
      bank.clock.advance(SECOND)
      at.push(bank.clock.now())
      const input = bank.inDollars({ ...more, sourceInstrument: { type: 'managed_accounts', id } })
      ids.push(sure(await own.run((ctx) => createWire(ctx, input))).id)
    }
    const [first = '', second = '', third = ''] = ids
    await own.run((ctx) => wireConfirmation.confirmed(ctx, [second]))
    bank.clock.advance(SECOND)
    const before = bank.clock.now()
    await own.run((ctx) => simulateSettlement(ctx, second, 'accept'))
    const list = async (query: Parameters<typeof listWires>[1]) => {
      const page = sure(await own.run((ctx) => listWires(ctx, query)))
      expect(page.responseCount).toBe(page.transfer.length)
      return page.transfer.map(({ id }) => id)
    }
    expect(await list({})).toEqual([third, second, first])
    expect(await list({ limit: 1, offset: 1 })).toEqual([second])
    expect(await list({ state: 'COMPLETED' })).toEqual([second])
    expect(await list({ state: ['COMPLETED', 'PENDING_CHALLENGE'] })).toEqual([third, second, first])
    expect(await list({ instrument: { id: a } })).toEqual([third, first])
    expect(await list({ 'sourceInstrument.id': b, 'sourceInstrument.type': 'managed_accounts' })).toEqual([second])
    expect(await list({ tag: 'x' })).toEqual([first])
    expect(await list({ profileId: '1' })).toEqual([])
    expect(await list({ createdFrom: at[1] })).toEqual([third, second])
    expect(await list({ createdTo: (at[1] ?? 0) - 1 })).toEqual([first])
    expect(await list({ executedFrom: before })).toEqual([second])
    expect(await list({ executedTo: before - 1 })).toEqual([])
    await own.close()
  })
})
