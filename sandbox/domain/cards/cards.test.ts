import { afterAll, beforeAll, expect, it } from 'vitest'
import { ManagedCard } from '../../../contract/managed-card'
import type { ManagedCardOrder } from '../../../contract/managed-cards'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, newActor, openBank } from '../../testing/bank'
import { billingAddress, debitOrder, loadCard, openCard, prepaidOrder, toldOf } from '../../testing/cards'
import { blockAccount } from '../accounts/block-account'
import { removeAccount } from '../accounts/remove-account'
import type { ActorCtx, Outcome } from '../context'
import { putFactor } from '../factors/factor-rows'
import { showSecret } from '../secure/show-secret'
import { createTransfer } from '../transfers/create-transfer'
import { blockCard } from './block-card'
import { checkDigit } from './card-secrets'
import { createCard } from './create-card'
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
  const create = (order: ManagedCardOrder) => bank.run((ctx) => createCard(ctx, keys(), order))
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

  it('issues a prepaid card that its contract describes', async () => {
    const card = await openCard(bank, prepaidOrder({ tag: 'ads', externalData: [{ name: 'cost', value: '7' }] }))
    expect(ManagedCard.parse(card)).toEqual(card)
    expect(card).toMatchObject({
      mode: 'PREPAID_MODE',
      type: 'VIRTUAL',
      currency: 'EUR',
      state: { state: 'ACTIVE' },
      balances: { availableBalance: 0, actualBalance: 0 },
      renewalType: 'RENEW',
      expiryPeriodMonths: 36,
      cardLevelClassification: 'CORPORATE',
      digitalWallets: { walletsEnabled: false, pushProvisioningEnabled: false },
      tag: 'ads',
      externalData: [{ name: 'cost', value: '7' }],
    })
    expect(card).not.toHaveProperty('parentManagedAccountId')
    expect(card).not.toHaveProperty('physicalCardDetails')
    const [start, end] = [card.startMmyy, card.expiryMmyy]
    expect([end.slice(0, 2), Number(end.slice(2)) - Number(start.slice(2))]).toEqual([start.slice(0, 2), 3])
  })

  it('issues a debit card on an account, in its currency', async () => {
    const card = await openCard(bank, debitOrder(account, { userCurrency: 'CHF', renewalType: 'NO_RENEW' }))
    expect(card).toMatchObject({
      mode: 'DEBIT_MODE',
      currency: 'EUR',
      userCurrency: 'CHF',
      parentManagedAccountId: account,
      availableToSpend: [],
      renewalType: 'NO_RENEW',
    })
    expect(card).not.toHaveProperty('balances')
    expect(card).not.toHaveProperty('renewalTimestamp')
    expect(await bank.run((ctx) => removeAccount(ctx, account))).toEqual(refused('BALANCE_NOT_ZERO'))
  })

  it('keeps an account that cards spend from', async () => {
    const empty = await bank.account('EUR', 0)
    const { id } = await openCard(bank, debitOrder(empty))
    expect(await bank.run((ctx) => removeAccount(ctx, empty))).toEqual(refused('INSTRUMENT_HAS_LINKED_CARDS'))
    expect(await bank.run((ctx) => removeCard(ctx, id))).toEqual(nothing)
    expect(await bank.run((ctx) => removeAccount(ctx, empty))).toEqual(nothing)
  })

  it('shows number and CVV to a stepped-up session alone, as tokens that work once', async () => {
    const { id, cardNumberFirstSix, cardNumberLastFour } = await openCard(bank)
    const plain = await bank.run((ctx) => getCard({ ...ctx, actor: { ...ctx.actor, steppedUp: false } }, keys(), id))
    expect(plain.ok && plain.value).not.toHaveProperty('cardNumber')
    expect(plain.ok && plain.value).not.toHaveProperty('cvv')
    const card = await read(id)
    const show = (kind: 'cardNumber' | 'cvv', token = '') =>
      bank.run((ctx) => showSecret(ctx, keys(), { kind, token, identityId: bank.actor.identityId }))
    const shown = await show('cardNumber', card.cardNumber?.value)
    const number = shown.ok ? shown.value : ''
    expect(number).toMatch(/^\d{16}$/)
    expect(number).toMatch(new RegExp(`^${cardNumberFirstSix}\\d{6}${cardNumberLastFour}$`))
    expect(checkDigit(number.slice(0, -1))).toBe(Number(number.slice(-1)))
    expect(await show('cardNumber', card.cardNumber?.value)).toEqual(refused('TOKEN_EXPIRED'))
    expect(await show('cvv', card.cvv?.value)).toMatchObject({ value: expect.stringMatching(/^\d{3}$/) })
    // Nothing of it is written down.
    const rows = await bank.store.db.selectFrom('sandbox_card').selectAll().where('id', '=', id).execute()
    expect(JSON.stringify([rows, plain, card])).not.toContain(number)
    await mark(id, { state: 'NOT_ENABLED' })
    expect(await read(id)).not.toHaveProperty('cardNumber')
  })

  it('refuses profiles, currencies, accounts and owners that do not fit', async () => {
    expect(await create(prepaidOrder({ profileId: '1' }))).toEqual(refused('PROFILE_NOT_FOUND'))
    expect(await create(prepaidOrder({ profileId: '2102' }))).toEqual(refused('PROFILE_TYPE_MISMATCH'))
    expect(await create(prepaidOrder({ profileId: '2105' }))).toEqual(refused('PROFILE_INACTIVE'))
    expect(await create(prepaidOrder({ currency: 'JPY' }))).toEqual(refused('CURRENCY_NOT_SUPPORTED_BY_PROFILE'))
    const abroad = { ...billingAddress, country: 'QQ' }
    expect(await create(prepaidOrder({ billingAddress: abroad }))).toEqual(refused('COUNTRY_INVALID'))
    expect(await create(debitOrder('404'))).toEqual(refused('PARENT_MANAGED_ACCOUNT_NOT_FOUND'))
    const blocked = await bank.account('EUR', 0)
    await bank.run((ctx) => blockAccount(ctx, blocked))
    expect(await create(debitOrder(blocked))).toEqual(refused('PARENT_MANAGED_ACCOUNT_NOT_ACTIVE'))
    const pending = await openBank(await open(), { kyb: 'PENDING_REVIEW' })
    expect(await pending.run((ctx) => createCard(ctx, keys(), prepaidOrder()))).toEqual(
      refused('OWNER_IDENTITY_NOT_VERIFIED'),
    )
    await pending.close()
  })

  it('refuses user currencies, wallets, forwarding and renewals that the profile does not have', async () => {
    const debit = (more: Partial<ManagedCardOrder>) => create(debitOrder(account, more))
    expect(await debit({ profileId: '2104', userCurrency: 'CHF' })).toEqual(refused('USER_CURRENCY_NOT_ENABLED'))
    expect(await debit({ userCurrency: 'EUR' })).toEqual(refused('USER_CURRENCY_SAME_AS_BASE_CURRENCY'))
    expect(await debit({ userCurrency: 'JPY' })).toEqual(refused('USER_CURRENCY_NOT_SUPPORTED_BY_PROFILE'))
    const prepaid = (more: Partial<ManagedCardOrder>) => create(prepaidOrder(more))
    const wallet = (artworkReference?: string) => ({
      walletsEnabled: true,
      ...(artworkReference && { artworkReference }),
    })
    expect(await prepaid({ digitalWallets: wallet() })).toEqual(refused('WALLET_ARTWORK_NOT_SPECIFIED'))
    expect(await prepaid({ digitalWallets: wallet('none') })).toEqual(refused('WALLET_ARTWORK_INVALID'))
    expect(await prepaid({ digitalWallets: wallet('default-artwork') })).toMatchObject({ ok: true })
    const plain = { profileId: '2103' }
    expect(await prepaid({ ...plain, digitalWallets: wallet('x') })).toEqual(refused('WALLETS_NOT_ENABLED'))
    const push = { pushProvisioningEnabled: true }
    expect(await prepaid({ ...plain, digitalWallets: push })).toEqual(refused('PUSHPROVISIONING_NOT_ENABLED'))
    const decision = { authForwardingDefaultTimeoutDecision: 'APPROVE' } as const
    expect(await prepaid({ ...plain, ...decision })).toEqual(refused('AUTH_FORWARDING_NOT_ENABLED'))
    const renewal = { renewalType: 'RENEW' } as const
    expect(await prepaid({ ...plain, ...renewal })).toEqual(refused('RENEWAL_TYPE_NOT_SUPPORTED_BY_PROFILE'))
    expect(await prepaid(decision)).toMatchObject({ value: decision })
  })

  it('links a person who can confirm, and says why another cannot', async () => {
    const linkedUserId = bank.actor.credentialId
    const asks = (config: Partial<NonNullable<ManagedCardOrder['threeDSecureAuthConfig']>>, more = {}) =>
      create(prepaidOrder({ threeDSecureAuthConfig: { linkedUserId, primaryChannel: 'OTP_SMS', ...config }, ...more }))
    const number = { cardholderMobileNumber: '+35699000000' }
    expect(await asks({}, number)).toEqual(refused('MORE_THAN_ONE_MOBILE_NUMBER_PROVIDED'))
    expect(await asks({ linkedUserId: '404' })).toEqual(refused('LINKED_USER_NOT_FOUND'))
    expect(await create(prepaidOrder({ userId: '404' }))).toEqual(refused('LINKED_USER_NOT_FOUND'))
    expect(await asks({ fallbackChannel: 'OTP_SMS' })).toEqual(refused('INVALID_CHANNELS_SELECTED'))
    await setPerson({ mobile_country_code: null, mobile_number: null })
    expect(await asks({})).toEqual(refused('USER_MOBILE_NUMBER_DOES_NOT_EXIST'))
    const face = { primaryChannel: 'BIOMETRICS' } as const
    const app = { primaryChannel: 'TWILIO_AUTHY' } as const
    expect(await asks(face)).toEqual(refused('USER_NOT_ENROLLED_FOR_BIOMETRICS'))
    expect(await asks(app)).toEqual(refused('USER_NOT_ENROLLED_FOR_TWILIO_AUTHY'))
    const plain = { profileId: '2103' }
    expect(await asks(face, plain)).toEqual(refused('BIOMETRIC_AUTHENTICATION_NOT_SUPPORTED'))
    expect(await asks(app, plain)).toEqual(refused('TWILIO_AUTHY_AUTHENTICATION_NOT_SUPPORTED'))
    await bank.run((ctx) => putFactor(ctx, linkedUserId, 'BIOMETRIC', 'ACTIVE'))
    expect(await asks({ ...face, fallbackChannel: 'OTP_SMS' })).toEqual(refused('USER_MOBILE_NUMBER_DOES_NOT_EXIST'))
    await setPerson({ mobile_country_code: '+356', mobile_number: '99000000' })
    expect(await asks({ ...face, fallbackChannel: 'OTP_SMS' })).toMatchObject({ value: { userId: linkedUserId } })
    await setPerson({ active: 0 })
    expect(await asks({})).toEqual(refused('USER_INACTIVE'))
    await setPerson({ active: 1 })
    expect(await create(prepaidOrder({ userId: linkedUserId, ...number }))).toMatchObject({
      value: { userId: linkedUserId, ...number },
    })
  })

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
