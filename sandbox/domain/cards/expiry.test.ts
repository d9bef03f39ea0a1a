import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { simulatorApp } from '../../simulator/app'
import { type Bank, openBank } from '../../testing/bank'
import { deliveryAddress, openCard, prepaidOrder, toldOf } from '../../testing/cards'
import { nextDue, runDue } from '../due/run-due'
import { cardTimes } from './card-profiles'
import { cvvOf } from './card-secrets'
import { getCard } from './get-card'
import { activateCard } from './physical/activate-card'
import { orderPhysical } from './physical/order-physical'
import { reportLost } from './physical/report-card'
import { removeCard } from './remove-card'
import { updateCard } from './update-card'

const DAY = 24 * 60 * 60_000

onEachEngine('the end of cards', (open) => {
  let bank: Bank
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
  })
  afterAll(() => bank.close())

  const keys = () => bank.sandbox.keys
  const read = async (id: string) => {
    const found = await bank.run((ctx) => getCard(ctx, keys(), id))
    if (!found.ok) throw new Error(found.refusal)
    return found.value
  }
  const settle = async () => {
    while (await bank.run(runDue));
  }
  /** The last instant of a card's last month. */
  const endOf = async (id: string) => {
    const row = await bank.store.db
      .selectFrom('sandbox_card')
      .select('valid_until')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return Number(row.valid_until)
  }
  const goTo = async (instant: number) => {
    clock.advance(instant - clock.now())
    await settle()
  }
  const told = async (id: string) => (await toldOf(bank, id)).map(([, body]) => body.eventType ?? 'MADE')
  const simulate = (id: string, what: 'expire' | 'about_to_expire' | 'renew') =>
    simulatorApp(bank.sandbox).request(`/cards/${id}/${what}`, {
      method: 'POST',
      headers: { 'programme-key': bank.sandbox.apiKey },
    })
  const physical = async (more = {}) => {
    const { id } = await openCard(bank, prepaidOrder(more))
    await bank.run((ctx) => orderPhysical(ctx, keys(), id, { deliveryAddress }))
    await bank.run((ctx) => activateCard(ctx, keys(), id, undefined))
    return id
  }

  it('comes with a warning, and destroys what is not renewed', async () => {
    const { id } = await openCard(bank, prepaidOrder({ renewalType: 'NO_RENEW' }))
    const end = await endOf(id)
    await goTo(end - cardTimes.warnBeforeMs)
    expect(await told(id)).toEqual(['CARD_ABOUT_TO_EXPIRE'])
    await goTo(end - DAY)
    expect((await read(id)).state).toEqual({ state: 'ACTIVE' })
    await goTo(end)
    expect((await read(id)).state).toEqual({ state: 'DESTROYED', destroyedReason: 'EXPIRED' })
    expect(await told(id)).toEqual(['CARD_ABOUT_TO_EXPIRE', 'CARD_EXPIRED', 'DESTROYED'])
  })

  it('is put off by a renewal: the same number, another end and CVV', async () => {
    const { id } = await openCard(bank)
    const before = await read(id)
    expect(before.renewalTimestamp).toBe((await endOf(id)) - cardTimes.renewBeforeMs)
    await goTo(before.renewalTimestamp ?? 0)
    const after = await read(id)
    expect(await told(id)).toEqual(['CARD_ABOUT_TO_EXPIRE', 'CARD_RENEWED'])
    expect(Number(after.expiryMmyy.slice(2)) - Number(before.expiryMmyy.slice(2))).toBe(3)
    expect(after.cardNumberLastFour).toBe(before.cardNumberLastFour)
    const cvv = (valid_until: number) => cvvOf(keys(), { id, valid_until })
    expect(new Set([1, 2, 3, 4, 5].map(cvv)).size).toBeGreaterThan(1)
    expect(cvv(1)).toBe(cvv(1))
    expect(await bank.run(nextDue)).toBe((await endOf(id)) - cardTimes.warnBeforeMs)
  })

  it('follows a change of mind after the warning', async () => {
    const { id } = await openCard(bank)
    const end = await endOf(id)
    await goTo(end - cardTimes.warnBeforeMs)
    await bank.run((ctx) => updateCard(ctx, keys(), id, { renewalType: 'NO_RENEW' }))
    await goTo(end - DAY)
    expect((await read(id)).state).toEqual({ state: 'ACTIVE' })
    await goTo(end)
    expect((await read(id)).state).toEqual({ state: 'DESTROYED', destroyedReason: 'EXPIRED' })
  })

  it('of a lost card is not put off', async () => {
    const id = await physical()
    const end = await endOf(id)
    await bank.run((ctx) => reportLost(ctx, id))
    await goTo(end - DAY)
    expect((await read(id)).state).toEqual({ state: 'BLOCKED', blockedReason: 'LOST' })
    await goTo(end)
    expect((await read(id)).state).toEqual({ state: 'DESTROYED', destroyedReason: 'EXPIRED' })
  })

  it('comes when the simulator says so', async () => {
    const { id } = await openCard(bank, prepaidOrder({ renewalType: 'NO_RENEW' }))
    expect((await simulate(id, 'about_to_expire')).status).toBe(204)
    expect(await told(id)).toEqual(['CARD_ABOUT_TO_EXPIRE'])
    const unrenewable = await simulate(id, 'renew')
    expect([unrenewable.status, await unrenewable.json()]).toEqual([409, { errorCode: 'INSTRUMENT_NOT_RENEWABLE' }])
    expect((await simulate(id, 'expire')).status).toBe(204)
    expect((await read(id)).state).toEqual({ state: 'DESTROYED', destroyedReason: 'EXPIRED' })
    for (const what of ['expire', 'renew'] as const)
      expect(await (await simulate(id, what)).json()).toEqual({ errorCode: 'INSTRUMENT_DESTROYED' })
    expect((await simulate('404', 'expire')).status).toBe(404)
    expect((await simulate('x', 'expire')).status).toBe(400)
    await goTo(clock.now() + 4 * 365 * DAY)
    expect(await told(id)).toEqual(['CARD_ABOUT_TO_EXPIRE', 'CARD_EXPIRED', 'DESTROYED'])
  })

  it('is put off when the simulator says so, with a new plastic for a physical card', async () => {
    const id = await physical()
    const before = await endOf(id)
    expect(await (await simulate(id, 'expire')).json()).toEqual({ errorCode: 'INSTRUMENT_NOT_EXPIRABLE' })
    expect((await simulate(id, 'renew')).status).toBe(204)
    expect(await endOf(id)).toBeGreaterThan(before + 3 * 360 * DAY)
    expect((await read(id)).physicalCardDetails).toMatchObject({
      manufacturingState: 'REQUESTED',
      pendingActivation: false,
    })
    expect((await told(id)).slice(-3)).toEqual(['CARD_RENEWED', 'PHYSICAL_REPLACEMENT', 'MADE'])
    await bank.run((ctx) => reportLost(ctx, id))
    expect(await (await simulate(id, 'renew')).json()).toEqual({ errorCode: 'INSTRUMENT_MARKED_LOST_STOLEN' })
    await bank.run((ctx) => removeCard(ctx, id))
    const waiting = bank.store.db.selectFrom('sandbox_due').select('kind').where('subject', '=', id)
    expect((await waiting.execute()).filter(({ kind }) => kind.startsWith('card-w'))).toEqual([])
  })
})
