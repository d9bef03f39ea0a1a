import { afterAll, beforeAll, expect, it } from 'vitest'
import { ManagedCard } from '../../../contract/managed-card'
import type { ManagedCardOrder } from '../../../contract/managed-cards'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, openBank } from '../../testing/bank'
import { billingAddress, debitOrder, openCard, prepaidOrder } from '../../testing/cards'
import { blockAccount } from '../accounts/block-account'
import { removeAccount } from '../accounts/remove-account'
import { putFactor } from '../factors/factor-rows'
import { showSecret } from '../secure/show-secret'
import { checkDigit } from './card-secrets'
import { createCard } from './create-card'
import { getCard } from './get-card'
import { removeCard } from './remove-card'

const refused = (refusal: string) => ({ ok: false, refusal })
const nothing = { ok: true, value: undefined }

onEachEngine('new cards', (open) => {
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
})
