import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../../test/postgres/engines'
import { createClock } from '../../../effects/clock'
import { type Bank, openBank } from '../../../testing/bank'
import { buy } from '../../../testing/card-payments'
import { debitOrder, deliveryAddress, loadCard, openCard, prepaidOrder, toldOf } from '../../../testing/cards'
import { plasticDesk } from '../../../testing/plastic-desk'
import { blockAccount } from '../../accounts/block-account'
import { unblockAccount } from '../../accounts/unblock-account'
import type { ActorCtx } from '../../context'
import { removeCard } from '../remove-card'
import { countSpend } from '../spend-rules/spent'
import { createSpendRules, getSpendRules } from '../spend-rules/write-rules'
import { unblockCard } from '../unblock-card'
import { updateCard } from '../update-card'
import { replaceDamaged, replaceLost } from './replace-card'
import { reportLost, reportStolen } from './report-card'

const refused = (refusal: string) => ({ ok: false, refusal })
const nothing = { ok: true, value: undefined }

onEachEngine('replacements of cards', (open) => {
  let bank: Bank
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
  })
  afterAll(() => bank.close())

  const keys = () => bank.sandbox.keys
  const run = <T>(verb: (ctx: ActorCtx) => Promise<T>) => bank.run(verb)
  const { upgrade, activate, read, inHand } = plasticDesk(() => bank)
  const replacementOf = async (id: string) => (await read(id)).replacement?.id ?? ''

  it('is reported lost or stolen once, with no way back', async () => {
    const { id: virtual } = await openCard(bank)
    for (const verb of [reportLost, reportStolen]) {
      expect(await run(async (ctx) => verb(ctx, virtual))).toEqual(refused('INSTRUMENT_NOT_PHYSICAL'))
      expect(await run(async (ctx) => verb(ctx, '404'))).toEqual(refused('NOT_FOUND'))
    }
    const lost = await inHand()
    expect(await run((ctx) => reportLost(ctx, lost))).toEqual(nothing)
    expect((await read(lost)).state).toEqual({ state: 'BLOCKED', blockedReason: 'LOST' })
    expect(await run((ctx) => unblockCard(ctx, lost))).toEqual(refused('INSTRUMENT_MARKED_LOST_STOLEN'))
    for (const verb of [reportLost, reportStolen])
      expect(await run(async (ctx) => verb(ctx, lost))).toEqual(refused('INSTRUMENT_ALREADY_MARKED_LOST'))
    const stolen = await inHand()
    expect(await run((ctx) => reportStolen(ctx, stolen))).toEqual(nothing)
    expect((await read(stolen)).state).toEqual({ state: 'DESTROYED', destroyedReason: 'STOLEN' })
    for (const verb of [reportLost, reportStolen])
      expect(await run(async (ctx) => verb(ctx, stolen))).toEqual(refused('INSTRUMENT_ALREADY_MARKED_STOLEN'))
    const { id: travelling } = await openCard(bank)
    await upgrade(travelling)
    expect(await run((ctx) => reportStolen(ctx, travelling))).toEqual(refused('PHYSICAL_CARD_NOT_ACTIVATED'))
    await bank.store.db
      .updateTable('sandbox_instrument')
      .set({ state: 'DESTROYED', destroyed_reason: 'USER' })
      .where('id', '=', travelling)
      .execute()
    for (const verb of [reportLost, reportStolen])
      expect(await run(async (ctx) => verb(ctx, travelling))).toEqual(refused('INSTRUMENT_DESTROYED'))
    expect(await run((ctx) => replaceLost(ctx, keys(), travelling, '1'))).toEqual(refused('INSTRUMENT_DESTROYED'))
  })

  it('moves the free money of a lost card to its replacement, and leaves what is held', async () => {
    const id = await inHand(prepaidOrder({ friendlyName: 'Travel', tag: 'trip' }))
    await loadCard(bank, id, 900)
    const held = 100
    expect(await buy(bank, id, { amount: held })).toMatchObject({ code: 'APPROVED' })
    const replace = (card: string) => run((ctx) => replaceLost(ctx, keys(), card, '77'))
    expect(await replace(id)).toEqual(refused('INSTRUMENT_NOT_MARKED_LOST_OR_STOLEN'))
    await run((ctx) => reportLost(ctx, id))
    const answered = await replace(id)
    const next = await replacementOf(id)
    expect(answered).toMatchObject({
      value: {
        id,
        state: { state: 'DESTROYED', destroyedReason: 'LOST' },
        balances: { actualBalance: held, availableBalance: 0 },
        replacement: { id: next, reason: 'LOST_STOLEN' },
        physicalCardDetails: { replacement: { replacementReason: 'LOST_STOLEN', replacementId: next } },
      },
    })
    const card = await read(next)
    expect(card).toMatchObject({
      friendlyName: 'Travel',
      tag: 'trip',
      type: 'PHYSICAL',
      state: { state: 'ACTIVE' },
      balances: { actualBalance: 800, availableBalance: 800 },
      physicalCardDetails: { pendingActivation: true, manufacturingState: 'REQUESTED', deliveryAddress },
    })
    expect(card.cardNumberLastFour).not.toBe((await read(id)).cardNumberLastFour)
    expect(await replace(id)).toEqual(refused('INSTRUMENT_ALREADY_REPLACED'))
    expect(await activate(next, '78')).toEqual(refused('ACTIVATION_CODE_INVALID'))
    expect(await activate(next, '77')).toMatchObject({ ok: true })
    const money = (amount: number) => ({ currency: 'EUR', amount: String(amount) })
    const adjustment = {
      adjustmentType: 'LOST_STOLEN_REPLACEMENT_BALANCE_TRANSFER',
      adjustmentAmount: money(800),
      owner: { type: 'corporates', id: bank.actor.identityId },
    }
    expect(await toldOf(bank, next)).toContainEqual([
      '/managed_cards/adjustments/watch',
      expect.objectContaining({ ...adjustment, availableBalance: money(800) }),
    ])
    const told = await toldOf(bank, id)
    expect(told).toContainEqual([
      '/managed_cards/replacement/watch',
      expect.objectContaining({
        eventType: 'PHYSICAL_REPLACEMENT',
        replacementReason: 'LOST_STOLEN',
        replacementId: { type: 'managed_cards', id: next },
      }),
    ])
    expect(told.at(-1)).toMatchObject(['/managed_cards/state_change/watch', { eventType: 'DESTROYED' }])
    expect(await bank.broken()).toEqual([])
  })

  it('hands limits and what was spent of them to the replacement of a stolen debit card', async () => {
    const account = await bank.account('EUR', 0)
    const id = await inHand(debitOrder(account))
    const rules = { spendLimit: [{ value: { currency: 'EUR', amount: 1000 }, interval: 'MONTHLY' as const }] }
    await run((ctx) => createSpendRules(ctx, id, rules))
    await run((ctx) => countSpend(ctx, { authorisationId: '9', spendKey: id, amount: 300 }))
    await run((ctx) => reportStolen(ctx, id))
    await run((ctx) => blockAccount(ctx, account))
    const replace = () => run((ctx) => replaceLost(ctx, keys(), id, '1'))
    expect(await replace()).toEqual(refused('PARENT_MANAGED_ACCOUNT_NOT_ACTIVE'))
    await run((ctx) => unblockAccount(ctx, account))
    expect(await replace()).toMatchObject({
      value: { state: { state: 'DESTROYED', destroyedReason: 'STOLEN' }, availableToSpend: [] },
    })
    const next = await replacementOf(id)
    expect((await read(next)).availableToSpend).toEqual([
      { value: { currency: 'EUR', amount: 700 }, interval: 'MONTHLY' },
    ])
    expect(await run((ctx) => getSpendRules(ctx, next))).toMatchObject({ value: { cardLevelSpendRules: rules } })
    expect(await run((ctx) => getSpendRules(ctx, id))).toMatchObject({ value: { cardLevelSpendRules: {} } })
  })

  it('lets a damaged card work until the new one is in hand', async () => {
    const { id: virtual } = await openCard(bank)
    const replace = (card: string) => run((ctx) => replaceDamaged(ctx, keys(), card, '5'))
    expect(await replace(virtual)).toEqual(refused('INSTRUMENT_NOT_PHYSICAL'))
    expect(await replace('404')).toEqual(refused('NOT_FOUND'))
    await upgrade(virtual)
    expect(await replace(virtual)).toEqual(refused('PHYSICAL_CARD_NOT_ACTIVATED'))
    const lost = await inHand()
    await run((ctx) => reportLost(ctx, lost))
    expect(await replace(lost)).toEqual(refused('INSTRUMENT_MARKED_AS_LOST'))

    const id = await inHand()
    await loadCard(bank, id, 250)
    expect(await replace(id)).toEqual(nothing)
    expect(await replace(id)).toEqual(refused('INSTRUMENT_ALREADY_PENDING_REPLACEMENT'))
    const unwanted = await replacementOf(id)
    expect(await run((ctx) => removeCard(ctx, unwanted))).toEqual(nothing)
    expect(await replace(id)).toEqual(nothing)
    const next = await replacementOf(id)
    expect(await read(id)).toMatchObject({ state: { state: 'ACTIVE' }, balances: { availableBalance: 250 } })
    expect(await activate(next, '5')).toMatchObject({ value: { balances: { availableBalance: 250 } } })
    expect(await read(id)).toMatchObject({
      state: { state: 'DESTROYED', destroyedReason: 'SYSTEM' },
      balances: { availableBalance: 0, actualBalance: 0 },
      replacement: { id: next, reason: 'DAMAGED' },
    })
    expect(await replace(id)).toEqual(refused('INSTRUMENT_ALREADY_DESTROYED'))
    expect(await bank.broken()).toEqual([])
  })

  it('is not printed anew with a name that does not fit', async () => {
    const long = await inHand()
    await run((ctx) => updateCard(ctx, keys(), long, { nameOnCard: 'x'.repeat(27) }))
    expect(await run((ctx) => replaceDamaged(ctx, keys(), long, '1'))).toEqual(refused('MAX_PRINT_CHARACTERS_EXCEEDED'))
    await run((ctx) => reportLost(ctx, long))
    expect(await run((ctx) => replaceLost(ctx, keys(), long, '1'))).toEqual(refused('MAX_PRINT_CHARACTERS_EXCEEDED'))
  })
})
