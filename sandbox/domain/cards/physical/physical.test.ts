import { afterAll, beforeAll, expect, it } from 'vitest'
import { ManagedCard } from '../../../../contract/managed-card'
import type { PhysicalCardOrder } from '../../../../contract/managed-cards-physical'
import { onEachEngine } from '../../../../test/postgres/engines'
import { createClock } from '../../../effects/clock'
import { type Bank, openBank } from '../../../testing/bank'
import { debitOrder, deliveryAddress, loadCard, openCard, prepaidOrder, toldOf } from '../../../testing/cards'
import { blockAccount } from '../../accounts/block-account'
import { unblockAccount } from '../../accounts/unblock-account'
import type { ActorCtx, Outcome } from '../../context'
import { runDue } from '../../due/run-due'
import { post } from '../../ledger/post'
import { keepSecret } from '../../secure/keep-secret'
import { showSecret } from '../../secure/show-secret'
import { blockCard } from '../block-card'
import { cardTimes } from '../card-profiles'
import { getCard } from '../get-card'
import { listCards } from '../list-cards'
import { countSpend } from '../spend-rules/spent'
import { createSpendRules, getSpendRules } from '../spend-rules/write-rules'
import { unblockCard } from '../unblock-card'
import { updateCard } from '../update-card'
import { activateCard } from './activate-card'
import { orderPhysical } from './order-physical'
import { blockPin, getPin, resetContactless, unblockPin } from './pin'
import { replaceDamaged, replaceLost } from './replace-card'
import { reportLost, reportStolen } from './report-card'

const refused = (refusal: string) => ({ ok: false, refusal })
const nothing = { ok: true, value: undefined }
const order: PhysicalCardOrder = { deliveryAddress }

onEachEngine('physical cards', (open) => {
  let bank: Bank
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
  })
  afterAll(() => bank.close())

  const keys = () => bank.sandbox.keys
  const run = <T>(verb: (ctx: ActorCtx) => Promise<T>) => bank.run(verb)
  const upgrade = (id: string, more: Partial<PhysicalCardOrder> = {}) =>
    run((ctx) => orderPhysical(ctx, keys(), id, { ...order, ...more }))
  const activate = (id: string, code?: string) => run((ctx) => activateCard(ctx, keys(), id, code))
  const read = async (id: string) => {
    const found = await run((ctx) => getCard(ctx, keys(), id))
    if (!found.ok) throw new Error(found.refusal)
    return ManagedCard.parse(found.value)
  }
  /** A card that has arrived. */
  const inHand = async (more = prepaidOrder()) => {
    const { id } = await openCard(bank, more)
    await upgrade(id)
    await activate(id)
    return id
  }
  const replacementOf = async (id: string) => (await read(id)).replacement?.id ?? ''
  const settle = async () => {
    while (await bank.run(runDue));
  }
  const inHandOnly = (verb: (ctx: ActorCtx, id: string) => Promise<Outcome<unknown, string>>) => async () => {
    const { id } = await openCard(bank)
    const attempt = () => run((ctx) => verb(ctx, id))
    expect(await attempt()).toEqual(refused('INSTRUMENT_NOT_PHYSICAL'))
    await upgrade(id)
    expect(await attempt()).toEqual(refused('PHYSICAL_CARD_NOT_ACTIVATED'))
    await activate(id)
    await run((ctx) => blockCard(ctx, id))
    expect(await attempt()).toEqual(refused('INSTRUMENT_BLOCKED'))
    await run((ctx) => unblockCard(ctx, id))
    await run((ctx) => reportStolen(ctx, id))
    expect(await attempt()).toEqual(refused('INSTRUMENT_DESTROYED'))
    expect(await run((ctx) => verb(ctx, '404'))).toEqual(refused('NOT_FOUND'))
  }

  it('is ordered, made, sent and activated, and tells every step', async () => {
    const { id } = await openCard(bank, prepaidOrder({ nameOnCardLine2: 'TEAM' }))
    const ordered = await upgrade(id, { activationCode: '4711', deliveryMethod: 'COURIER' })
    expect(ordered).toMatchObject({
      value: {
        type: 'PHYSICAL',
        physicalCardDetails: {
          pendingActivation: true,
          pinBlocked: false,
          manufacturingState: 'REQUESTED',
          productReference: 'classic',
          carrierType: 'letter',
          deliveryMethod: 'COURIER',
          bulkDelivery: false,
          nameOnCardLine2: 'TEAM',
          deliveryAddress,
        },
      },
    })
    const states = ['REQUESTED']
    for (const ms of [cardTimes.fulfilmentMs, cardTimes.dispatchMs, cardTimes.trackingMs]) {
      clock.advance(ms)
      await settle()
      states.push((await read(id)).physicalCardDetails?.manufacturingState ?? '')
    }
    expect(states).toEqual(['REQUESTED', 'SENT_FOR_FULFILLMENT', 'DISPATCHED', 'DISPATCHED'])
    expect((await read(id)).physicalCardDetails?.deliveryTrackingCode).toMatch(/^SBX\d+$/)
    expect(await activate(id, '0000')).toEqual(refused('ACTIVATION_CODE_INVALID'))
    expect(await activate(id, '4711')).toMatchObject({
      value: { physicalCardDetails: { pendingActivation: false, manufacturingState: 'DELIVERED' } },
    })
    expect(await activate(id, '4711')).toEqual(refused('INSTRUMENT_ALREADY_ACTIVATED'))
    const told = (await toldOf(bank, id)).map(([path, body]) => [
      path.split('/')[2],
      body.eventType ?? Reflect.get(Object(body.physicalCardDetails), 'manufacturingState'),
    ])
    const made = ['REQUESTED', 'SENT_FOR_FULFILLMENT', 'DISPATCHED', 'DISPATCHED', 'DELIVERED']
    expect(told).toEqual([...made.map((state) => ['physical_cards_upgrade', state]), ['state_change', 'ACTIVATED']])
    const listed = await run((ctx) => listCards(ctx, keys(), { manufacturingState: 'DELIVERED', type: 'PHYSICAL' }))
    expect(listed).toMatchObject({ value: { cards: [{ id }] } })
  })

  it('needs no code where none is sent, and is delivered when it is in hand', async () => {
    const { id } = await openCard(bank)
    await upgrade(id, { activationCode: '1' })
    expect(await activate(id)).toMatchObject({ ok: true })
    clock.advance(cardTimes.trackingMs)
    await settle()
    expect((await read(id)).physicalCardDetails?.manufacturingState).toBe('DELIVERED')
    const { id: other } = await openCard(bank)
    expect(await activate(other)).toEqual(refused('INSTRUMENT_NOT_PHYSICAL'))
    await upgrade(other)
    expect(await activate(other, '1')).toEqual(refused('ACTIVATION_CODE_INVALID'))
    await run((ctx) => blockCard(ctx, other))
    expect(await activate(other)).toEqual(refused('INSTRUMENT_BLOCKED'))
    expect(await activate('404')).toEqual(refused('NOT_FOUND'))
  })

  it('is not ordered where profile, state or delivery stand against it', async () => {
    const { id } = await openCard(bank)
    expect(await upgrade('404')).toEqual(refused('NOT_FOUND'))
    expect(await upgrade(id, { productReference: 'gold' })).toEqual(refused('PRODUCT_REFERENCE_INVALID'))
    expect(await upgrade(id, { carrierType: 'pigeon' })).toEqual(refused('CARRIER_TYPE_INVALID'))
    const bulk = { bulkDelivery: true }
    expect(await upgrade(id, bulk)).toEqual(refused('DELIVERY_METHOD_INVALID'))
    const courier = { ...bulk, deliveryMethod: 'COURIER' } as const
    expect(await upgrade(id, courier)).toEqual(refused('CONTACT_NUMBER_NEEDED_FOR_BULK_DELIVERY'))
    expect(await upgrade(id, { nameOnCardLine2: 'x'.repeat(25) })).toEqual(refused('MAX_PRINT_CHARACTERS_EXCEEDED'))
    await run((ctx) => blockCard(ctx, id))
    expect(await upgrade(id)).toEqual(refused('INSTRUMENT_BLOCKED'))
    await run((ctx) => unblockCard(ctx, id))
    const contact = { deliveryAddress: { ...deliveryAddress, contactNumber: '+35699' } }
    expect(await upgrade(id, { ...courier, ...contact })).toMatchObject({ ok: true })
    expect(await upgrade(id)).toEqual(refused('INSTRUMENT_ALREADY_UPGRADED_TO_PHYSICAL'))
    await run((ctx) => reportLost(ctx, id))
    await run((ctx) => replaceLost(ctx, keys(), id, '1'))
    expect(await upgrade(id)).toEqual(refused('INSTRUMENT_DESTROYED'))

    const plain = await openCard(bank, prepaidOrder({ profileId: '2103' }))
    expect(await upgrade(plain.id)).toEqual(refused('CONFIG_ERROR_CARD_BUREAU'))
    const wearable = await openCard(bank, prepaidOrder({ profileId: '2106' }))
    expect(await upgrade(wearable.id)).toEqual(refused('PRODUCT_REFERENCE_NOT_SPECIFIED'))
    const ring = { productReference: 'ring' }
    expect(await upgrade(wearable.id, ring)).toEqual(refused('CARRIER_TYPE_NOT_SPECIFIED'))
    const account = await bank.account('EUR', 0)
    const debit = await openCard(bank, debitOrder(account))
    await run((ctx) => blockAccount(ctx, account))
    expect(await upgrade(debit.id)).toEqual(refused('PARENT_MANAGED_ACCOUNT_BLOCKED'))
    await bank.store.db
      .updateTable('sandbox_instrument')
      .set({ state: 'NOT_ENABLED' })
      .where('id', '=', wearable.id)
      .execute()
    expect(await upgrade(wearable.id, ring)).toEqual(refused('INSTRUMENT_NOT_ENABLED'))
  })

  it('changes its delivery by the same rules', async () => {
    const { id } = await openCard(bank)
    await upgrade(id)
    const update = (change: Parameters<typeof updateCard>[3]) => run((ctx) => updateCard(ctx, keys(), id, change))
    expect(await update({ bulkDelivery: true })).toEqual(refused('DELIVERY_METHOD_INVALID'))
    expect(await update({ bulkDelivery: true, deliveryMethod: 'COURIER' })).toEqual(
      refused('CONTACT_NUMBER_NEEDED_FOR_BULK_DELIVERY'),
    )
    expect(await update({ productReference: 'gold' })).toEqual(refused('PRODUCT_REFERENCE_INVALID'))
    expect(await update({ carrierType: 'pigeon' })).toEqual(refused('CARRIER_TYPE_INVALID'))
    const city = { deliveryAddress: { ...deliveryAddress, city: 'Sliema' }, activationCode: '99' }
    expect(await update(city)).toMatchObject({
      value: { physicalCardDetails: { deliveryAddress: { city: 'Sliema' } } },
    })
    expect(await activate(id, '99')).toMatchObject({ ok: true })
  })

  it('keeps the PIN that was typed, and shows it once for each token', async () => {
    const { id } = await openCard(bank)
    const token = (value: string) => run((ctx) => keepSecret(ctx, keys(), 'cardPin', value))
    expect(await upgrade(id, { pin: { value: 'nothing' } })).toEqual(refused('PIN_INVALID_FORMAT'))
    expect(await upgrade(id, { pin: { value: await token('12345') } })).toEqual(refused('PIN_INVALID_FORMAT'))
    expect(await upgrade(id, { pin: { value: await token('2468') } })).toMatchObject({ ok: true })
    await activate(id)
    const shown = await run((ctx) => getPin(ctx, keys(), id))
    const pin = shown.ok ? shown.value.pin.value : ''
    const show = () =>
      run((ctx) => showSecret(ctx, keys(), { kind: 'pin', token: pin, identityId: bank.actor.identityId }))
    expect(await show()).toEqual({ ok: true, value: '2468' })
    expect(await show()).toEqual(refused('TOKEN_EXPIRED'))
    await run((ctx) => blockPin(ctx, id))
    expect((await read(id)).physicalCardDetails?.pinBlocked).toBe(true)
    expect(await run((ctx) => getPin(ctx, keys(), id))).toEqual(refused('PIN_TRIES_EXCEEDED'))
    expect(await run((ctx) => unblockPin(ctx, id))).toEqual(nothing)
    expect(await run((ctx) => getPin(ctx, keys(), id))).toMatchObject({ ok: true })
    await bank.store.db.updateTable('sandbox_card').set({ pin_cipher: null }).where('id', '=', id).execute()
    expect(await run((ctx) => getPin(ctx, keys(), id))).toEqual(refused('PIN_NOT_SET'))
  })

  it(
    'shows no PIN of a card that is not in hand',
    inHandOnly((ctx, id) => getPin(ctx, keys(), id)),
  )
  it('unblocks no PIN of a card that is not in hand', inHandOnly(unblockPin))
  it('resets no limit of a card that is not in hand', inHandOnly(resetContactless))

  it('resets the contactless limit of wearables alone', async () => {
    const plastic = await inHand()
    expect(await run((ctx) => resetContactless(ctx, plastic))).toEqual(refused('PHYSICAL_CARD_TYPE_NOT_SUPPORTED'))
    const { id } = await openCard(bank, prepaidOrder({ profileId: '2106' }))
    await upgrade(id, { productReference: 'band', carrierType: 'box' })
    await activate(id)
    expect(await run((ctx) => resetContactless(ctx, id))).toEqual(nothing)
  })

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
    await run((ctx) =>
      post(ctx, {
        transactionType: 'AUTHORISATION',
        transactionId: '1',
        legs: [
          { account: id, currency: 'EUR', actual: 0, available: -held },
          { account: 'system:world:EUR', currency: 'EUR', actual: 0, available: held },
        ],
      }),
    )
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
