import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../../test/postgres/engines'
import { createClock } from '../../../effects/clock'
import { type Bank, openBank } from '../../../testing/bank'
import { debitOrder, deliveryAddress, openCard, prepaidOrder, toldOf } from '../../../testing/cards'
import { plasticDesk } from '../../../testing/plastic-desk'
import { blockAccount } from '../../accounts/block-account'
import type { ActorCtx, Outcome } from '../../context'
import { runDue } from '../../due/run-due'
import { keepSecret } from '../../secure/keep-secret'
import { showSecret } from '../../secure/show-secret'
import { blockCard } from '../block-card'
import { cardTimes } from '../card-profiles'
import { listCards } from '../list-cards'
import { unblockCard } from '../unblock-card'
import { updateCard } from '../update-card'
import { blockPin, getPin, resetContactless, unblockPin } from './pin'
import { replaceLost } from './replace-card'
import { reportLost, reportStolen } from './report-card'

const refused = (refusal: string) => ({ ok: false, refusal })
const nothing = { ok: true, value: undefined }

onEachEngine('physical cards', (open) => {
  let bank: Bank
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
  })
  afterAll(() => bank.close())

  const keys = () => bank.sandbox.keys
  const run = <T>(verb: (ctx: ActorCtx) => Promise<T>) => bank.run(verb)
  const { upgrade, activate, read, inHand } = plasticDesk(() => bank)
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
})
