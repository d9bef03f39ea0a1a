import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ManagedCard } from '../../../contract/managed-card'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, newActor, openBank } from '../../testing/bank'
import { billingAddress, debitOrder, loadCard, openCard, prepaidOrder, toldOf } from '../../testing/cards'
import type { ActorCtx, Outcome } from '../context'
import { createTransfer } from '../transfers/create-transfer'
import { blockCard } from './block-card'
import { getCard } from './get-card'
import { listCards } from './list-cards'
import { removeCard } from './remove-card'
import { unblockCard } from './unblock-card'
import { updateCard } from './update-card'

type Verb = (ctx: ActorCtx, id: string) => Promise<Outcome<undefined, string>>
const refused = (refusal: string) => ({ ok: false, refusal })
const nothing = { ok: true, value: undefined }

onEachEngine('cards', (open) => {
  let bank: Bank
  let account: string
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    account = await bank.account('EUR', 50_000)
  })
  afterAll(() => bank.close())

  const keys = () => bank.sandbox.keys
  const read = async (id: string) => {
    const found = await bank.run((ctx) => getCard(ctx, keys(), id))
    if (!found.ok) throw new Error(found.refusal)
    return found.value
  }
  const ask = (verb: Verb, id: string, actor = bank.actor) => bank.run((ctx) => verb({ ...ctx, actor }, id))
  const mark = (id: string, columns: { state?: 'NOT_ENABLED' | 'BLOCKED' | 'DESTROYED'; blocked_reason?: string }) =>
    bank.store.db.updateTable('sandbox_instrument').set(columns).where('id', '=', id).execute()
  const setPerson = (columns: { active?: 0 | 1; mobile_country_code?: string | null; mobile_number?: string | null }) =>
    bank.store.db.updateTable('sandbox_credential').set(columns).where('id', '=', bank.actor.credentialId).execute()

  it('confirms by a number of its own or by a linked person, whichever was said last', async () => {
    await setPerson({ mobile_country_code: '+356', mobile_number: '99000000' })
    const cardholderMobileNumber = '+35699000000'
    const { id } = await openCard(bank, prepaidOrder({ cardholderMobileNumber }))
    const threeDSecureAuthConfig = { linkedUserId: bank.actor.credentialId, primaryChannel: 'OTP_SMS' } as const
    await bank.run((ctx) => updateCard(ctx, keys(), id, { threeDSecureAuthConfig }))
    expect(await read(id)).toMatchObject({ threeDSecureAuthConfig, userId: bank.actor.credentialId })
    expect(await read(id)).not.toHaveProperty('cardholderMobileNumber')
    await bank.run((ctx) => updateCard(ctx, keys(), id, { cardholderMobileNumber }))
    expect(await read(id)).toMatchObject({ cardholderMobileNumber })
    expect(await read(id)).not.toHaveProperty('threeDSecureAuthConfig')
  })

  it('lists newest first, by every filter, page by page', async () => {
    const own = await openBank(await open(), { clock })
    const purse = await own.account('GBP', 0)
    const cards: ManagedCard[] = []
    for (const order of [
      prepaidOrder({ friendlyName: 'One', tag: 'first' }),
      debitOrder(purse, { friendlyName: 'Two', userId: own.actor.credentialId }),
      prepaidOrder({ friendlyName: 'Three', renewalType: 'NO_RENEW', currency: 'USD' }),
    ]) {
      cards.push(await openCard(own, order))
      clock.advance(1000)
    }
    const [first, second, third] = cards.map((card) => card.id)
    await own.run((ctx) => blockCard(ctx, first ?? ''))
    await own.run((ctx) => removeCard(ctx, third ?? ''))
    const page = (query: Parameters<typeof listCards>[2]) => own.run((ctx) => listCards(ctx, own.sandbox.keys, query))
    const list = async (query: Parameters<typeof listCards>[2]) => {
      const found = await page(query)
      return found.ok ? found.value.cards.map((card) => card.id) : []
    }
    expect(await list({})).toEqual([third, second, first])
    expect(await page({ offset: 1, limit: 1 })).toMatchObject({
      value: { count: 3, responseCount: 1, cards: [{ id: second }] },
    })
    expect(await list({ mode: 'PREPAID_MODE' })).toEqual([third, first])
    expect(await list({ state: ['BLOCKED', 'DESTROYED'] })).toEqual([third, first])
    expect(await list({ 'state.blockedReason': 'USER' })).toEqual([first])
    expect(await list({ 'state.destroyedReason': ['USER', 'LOST'] })).toEqual([third])
    expect(await list({ currency: 'GBP' })).toEqual([second])
    expect(await list({ type: 'PHYSICAL' })).toEqual([])
    expect(await list({ type: 'VIRTUAL', renewalType: 'NO_RENEW' })).toEqual([third])
    expect(await list({ externalHandle: cards[1]?.externalHandle ?? '' })).toEqual([second])
    expect(await list({ cardNumberFirstSix: cards[1]?.cardNumberFirstSix ?? '' })).toEqual([second])
    expect(await list({ cardNumberLastFour: cards[0]?.cardNumberLastFour ?? '' })).toEqual([first])
    expect(await list({ tag: 'first' })).toEqual([first])
    expect(await list({ friendlyName: 'Two' })).toEqual([second])
    expect(await list({ profileId: '2102' })).toEqual([second])
    expect(await list({ parentManagedAccountId: purse })).toEqual([second])
    expect(await list({ userId: own.actor.credentialId })).toEqual([second])
    expect(await list({ manufacturingState: ['REQUESTED'] })).toEqual([])
    const at = cards[1]?.creationTimestamp ?? 0
    expect(await list({ createdFrom: at })).toEqual([third, second])
    expect(await list({ createdTo: at })).toEqual([second, first])
    const foreign = await own.run((ctx) => listCards({ ...ctx, actor: newActor() }, own.sandbox.keys, {}))
    expect(foreign).toMatchObject({ value: { count: 0, cards: [] } })
    await own.close()
  })

  it('changes what is sent and leaves the rest', async () => {
    const { id } = await openCard(bank, prepaidOrder({ tag: 'old', userId: bank.actor.credentialId }))
    const update = (change: Parameters<typeof updateCard>[3]) => bank.run((ctx) => updateCard(ctx, keys(), id, change))
    const change = { friendlyName: 'Renamed', nameOnCard: 'A BYRON', externalData: [{ name: 'a', value: 'b' }] }
    expect(await update(change)).toMatchObject({ value: { ...change, tag: 'old', billingAddress } })
    expect(
      await update({ digitalWallets: { walletsEnabled: true, artworkReference: 'default-artwork' } }),
    ).toMatchObject({ value: { digitalWallets: { walletsEnabled: true, pushProvisioningEnabled: false } } })
    const push = { digitalWallets: { pushProvisioningEnabled: true } }
    expect(await update(push)).toMatchObject({
      value: {
        digitalWallets: { walletsEnabled: true, pushProvisioningEnabled: true, artworkReference: 'default-artwork' },
      },
    })
    expect(await update({ digitalWallets: { artworkReference: 'none' } })).toEqual(refused('WALLET_ARTWORK_INVALID'))
    expect(await update({ renewalType: 'NO_RENEW' })).toMatchObject({ value: { renewalType: 'NO_RENEW' } })
    expect(await toldOf(bank, id)).toMatchObject([['/managed_cards/state_change/watch', { renewalType: 'NO_RENEW' }]])
    expect(await update({ deliveryMethod: 'COURIER' })).toEqual(refused('INSTRUMENT_NOT_PHYSICAL'))
    expect(await update({ billingAddress: { ...billingAddress, country: 'QQ' } })).toEqual(refused('COUNTRY_INVALID'))
    expect(await update({ userId: '404' })).toEqual(refused('CANNOT_REASSIGN_ACTIVE_CARD'))
    await bank.run((ctx) => blockCard(ctx, id))
    expect(await update({ userId: '404' })).toEqual(refused('LINKED_USER_NOT_FOUND'))
    await bank.run((ctx) => removeCard(ctx, id))
    expect(await update({ tag: 'late' })).toEqual(refused('INSTRUMENT_DESTROYED'))
    expect(await bank.run((ctx) => updateCard(ctx, keys(), '404', {}))).toEqual(refused('NOT_FOUND'))
  })

  it('blocks, unblocks and removes on the word of the owner, and tells it', async () => {
    const { id } = await openCard(bank)
    expect(await bank.run((ctx) => unblockCard(ctx, id))).toEqual(refused('INSTRUMENT_NOT_BLOCKED'))
    expect(await bank.run((ctx) => blockCard(ctx, id))).toEqual(nothing)
    expect(await bank.run((ctx) => blockCard(ctx, id))).toEqual(refused('INSTRUMENT_ALREADY_BLOCKED'))
    expect((await read(id)).state).toEqual({ state: 'BLOCKED', blockedReason: 'USER' })
    expect(await bank.run((ctx) => unblockCard(ctx, id))).toEqual(nothing)
    await mark(id, { state: 'BLOCKED', blocked_reason: 'SYSTEM' })
    expect(await bank.run((ctx) => unblockCard(ctx, id))).toEqual(refused('INSTRUMENT_NOT_BLOCKED'))
    await mark(id, { state: 'BLOCKED', blocked_reason: 'LOST' })
    for (const verb of [blockCard, unblockCard])
      expect(await ask(verb, id)).toEqual(refused('INSTRUMENT_MARKED_LOST_STOLEN'))
    expect(await bank.run((ctx) => removeCard(ctx, id))).toEqual(nothing)
    expect((await read(id)).state).toEqual({ state: 'DESTROYED', destroyedReason: 'USER' })
    expect(await bank.run((ctx) => removeCard(ctx, id))).toEqual(refused('INSTRUMENT_ALREADY_REMOVED'))
    for (const verb of [blockCard, unblockCard]) expect(await ask(verb, id)).toEqual(refused('INSTRUMENT_DESTROYED'))
    for (const verb of [blockCard, unblockCard, removeCard]) {
      expect(await ask(verb, '404')).toEqual(refused('NOT_FOUND'))
      expect(await ask(verb, id, newActor())).toEqual(refused('NOT_FOUND'))
    }
    const told = await toldOf(bank, id)
    expect(told.map(([path, { eventType }]) => [path, eventType])).toEqual(
      ['BLOCKED', 'UNBLOCKED', 'DESTROYED'].map((type) => ['/managed_cards/state_change/watch', type]),
    )
    expect(told.at(-1)?.[1]).toMatchObject({
      state: { state: 'DESTROYED', destroyedReason: 'USER' },
      cardType: 'VIRTUAL',
    })
    const waiting = await bank.store.db.selectFrom('sandbox_due').select('id').where('subject', '=', id).execute()
    expect(waiting).toEqual([])
  })

  it('moves money to and from prepaid cards, and none on debit cards', async () => {
    const { id } = await openCard(bank)
    await loadCard(bank, id, 700)
    expect((await read(id)).balances).toEqual({ availableBalance: 700, actualBalance: 700 })
    expect(await bank.run((ctx) => removeCard(ctx, id))).toEqual(refused('BALANCE_NOT_ZERO'))
    const move = (from: [string, 'managed_cards' | 'managed_accounts'], to: typeof from) =>
      bank.run((ctx) =>
        createTransfer(ctx, {
          profileId: '3001',
          source: { id: from[0], type: from[1] },
          destination: { id: to[0], type: to[1] },
          destinationAmount: { currency: 'EUR', amount: 700 },
        }),
      )
    const debit = await openCard(bank, debitOrder(account))
    expect(await move([id, 'managed_cards'], [debit.id, 'managed_cards'])).toEqual(
      refused('DESTINATION_CANNOT_BE_DEBIT_MODE_CARD'),
    )
    expect(await move([debit.id, 'managed_cards'], [account, 'managed_accounts'])).toEqual(
      refused('SOURCE_CANNOT_BE_DEBIT_MODE_CARD'),
    )
    await bank.run((ctx) => blockCard(ctx, id))
    expect(await move([id, 'managed_cards'], [account, 'managed_accounts'])).toEqual(
      refused('SOURCE_INSTRUMENT_BLOCKED'),
    )
    await bank.run((ctx) => unblockCard(ctx, id))
    expect(await move([id, 'managed_cards'], [account, 'managed_accounts'])).toMatchObject({ ok: true })
    expect(await bank.run((ctx) => removeCard(ctx, id))).toEqual(nothing)
    expect(await bank.broken()).toEqual([])
  })
})
