import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SendOrder } from '../../../contract/sends'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { addCompany, type Bank, newActor, openBank } from '../../testing/bank'
import { blockAccount } from '../accounts/block-account'
import { createAccount } from '../accounts/create-account'
import { removeAccount } from '../accounts/remove-account'
import { runDue } from '../due/run-due'
import { programme } from '../programme'
import { cancelSend, cancelSends } from './cancel-sends'
import { sendConfirmation } from './confirmation'
import { createSend } from './create-send'
import { createSends } from './create-sends'
import { getSend } from './get-send'
import { listSends } from './list-sends'

const refused = (refusal: string) => ({ ok: false, refusal })
const instrument = (id: string) => ({ type: 'managed_accounts' as const, id })
const order = (from: string, to: string, amount: number, more: Partial<SendOrder> = {}): SendOrder => ({
  profileId: '3002',
  source: instrument(from),
  destination: instrument(to),
  destinationAmount: { currency: 'EUR', amount },
  ...more,
})
const MINUTE = 60_000

onEachEngine('sends', (open) => {
  let bank: Bank
  const clock = createClock()
  const other = newActor()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
    await addCompany(bank.store, other, clock.now())
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  const send = (input: SendOrder) => bank.run((ctx) => createSend(ctx, input))
  const made = async (input: SendOrder) => {
    const outcome = await send(input)
    if (!outcome.ok) throw new Error(outcome.refusal)
    return outcome.value
  }
  const got = async (id: string) => {
    const found = await bank.run((ctx) => getSend(ctx, id))
    if (!found.ok) throw new Error(found.refusal)
    return found.value
  }
  const confirm = (...ids: string[]) =>
    bank.run(async (ctx) => {
      const checked = await sendConfirmation.check(ctx, ids)
      if (checked.ok) await sendConfirmation.confirmed(ctx, ids)
      return checked
    })
  /** An account of the other company. */
  const payee = async (currency = 'EUR') => {
    const wanted = { profileId: '2001', friendlyName: 'Payee', currency }
    const opened = await bank.run((ctx) => createAccount({ ...ctx, actor: other }, wanted))
    if (!opened.ok) throw new Error(opened.refusal)
    return opened.value.id
  }
  const beneficiary = async (details: object, state: 'ACTIVE' | 'PENDING_CHALLENGE' = 'ACTIVE') => {
    const id = await bank.run(async (ctx) => ctx.newId())
    const document = {
      trustLevel: 'TRUSTED',
      beneficiaryInformation: { businessName: 'Payee Ltd' },
      beneficiaryDetails: details,
    }
    const row = { id, identity_id: bank.actor.identityId, group_name: null, state, validation_failure: null }
    await bank.store.db
      .insertInto('sandbox_beneficiary')
      .values({ ...row, destination_key: id, document: JSON.stringify(document), created_at: clock.now() })
      .execute()
    return id
  }
  const told = async (id: string) => {
    const rows = await bank.store.db
      .selectFrom('sandbox_webhook')
      .select(['path', 'payload'])
      .where('event', '=', 'send_watch')
      .orderBy('id')
      .execute()
    return rows
      .map(({ path, payload }) => ({ path, ...JSON.parse(payload) }))
      .filter((message) => message.send.id.id === id)
  }

  it('waits for a confirmation, then moves the money from one identity to another', async () => {
    const [a, b] = [await bank.account('EUR', 9000), await payee()]
    const asked = await made(order(a, b, 5000, { tag: 'invoice', description: 'Invoice 7' }))
    expect(asked).toMatchObject({
      state: 'PENDING_CHALLENGE',
      source: instrument(a),
      destination: instrument(b),
      destinationAmount: { currency: 'EUR', amount: 5000 },
      transactionAmount: { currency: 'EUR', amount: 5000 },
      tag: 'invoice',
      description: 'Invoice 7',
    })
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([9000, 0])
    expect(await confirm(asked.id)).toEqual({ ok: true, value: undefined })
    expect(await got(asked.id)).toMatchObject({ state: 'COMPLETED', executionTimestamp: expect.any(String) })
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([4000, 5000])
    expect(await confirm(asked.id)).toEqual(refused('STATE_INVALID'))
    expect((await told(asked.id)).map(({ eventType }) => eventType)).toEqual(['PENDING_CHALLENGE', 'COMPLETED'])
    expect((await told(asked.id))[1]).toMatchObject({
      path: '/send/watch',
      send: {
        id: { type: 'sends', id: asked.id },
        destinationAmount: { currency: 'EUR', amount: '5000' },
        challengeExemptionReason: 'NO_EXEMPTION',
        creationTimestamp: String(asked.creationTimestamp),
      },
    })
    const entry = await bank.store.db
      .selectFrom('sandbox_ledger_entry')
      .selectAll()
      .where('transaction_id', '=', asked.id)
      .where('account', '=', a)
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ transaction_type: 'SEND', actual: -5000 })
    expect(JSON.parse(entry.additional_fields)).toMatchObject({
      sourceIdentityId: bank.actor.identityId,
      destinationIdentityId: other.identityId,
      destinationIdentityName: 'Test Company',
    })
    const stranger = await bank.run((ctx) => getSend({ ...ctx, actor: other }, asked.id))
    expect(stranger).toEqual(refused('NOT_FOUND'))
  })

  it('refuses with the documented conflict, and nothing is written', async () => {
    const [a, b, own] = [await bank.account('EUR', 100), await payee(), await bank.account('EUR', 0)]
    const dollars = await bank.account('USD', 1000)
    const [blocked, gone] = [await bank.account('EUR', 0), await bank.account('EUR', 0)]
    await bank.run((ctx) => blockAccount(ctx, blocked))
    await bank.run((ctx) => removeAccount(ctx, gone))
    const [closed, frozen] = [await payee(), await payee()]
    await bank.run((ctx) => removeAccount({ ...ctx, actor: other }, closed))
    await bank.run((ctx) => blockAccount({ ...ctx, actor: other }, frozen))
    const bankAccount = await beneficiary({ bankAccountDetails: { iban: 'DE89370400440532013000' } })
    const unconfirmed = await beneficiary({ instrument: instrument(b) }, 'PENDING_CHALLENGE')
    const waiting = await bank.account('EUR', 0)
    await bank.store.db
      .updateTable('sandbox_instrument')
      .set({ state: 'NOT_ENABLED' })
      .where('id', '=', waiting)
      .execute()
    const debit = await card(programme.profiles.debitCards)
    const cases: [SendOrder, string][] = [
      [order(a, b, 1, { profileId: '9' }), 'PROFILE_NOT_FOUND'],
      [order(a, b, 0), 'AMOUNT_INVALID'],
      [order(a, b, -1), 'AMOUNT_INVALID'],
      [order(a, a, 1), 'SOURCE_AND_DESTINATION_MUST_BE_DIFFERENT'],
      [order('404', b, 1), 'SOURCE_NOT_FOUND'],
      [order(b, a, 1), 'SOURCE_NOT_FOUND'],
      [order(a, '404', 1), 'DESTINATION_NOT_FOUND'],
      [order(a, own, 1), 'DESTINATION_BELONGS_TO_SAME_IDENTITY'],
      [order(gone, b, 1), 'SOURCE_INSTRUMENT_DESTROYED'],
      [order(a, closed, 1), 'DESTINATION_INSTRUMENT_DESTROYED'],
      [order(blocked, b, 1), 'SOURCE_INSTRUMENT_BLOCKED'],
      [order(a, frozen, 1), 'DESTINATION_INSTRUMENT_BLOCKED'],
      [order(waiting, b, 1), 'INSTRUMENT_DENIED_TRANSACTION'],
      [order(a, b, 1, { source: { type: 'managed_cards', id: debit } }), 'SOURCE_CANNOT_BE_DEBIT_MODE_CARD'],
      [order(dollars, b, 1), 'CURRENCY_MISMATCH'],
      [order(a, b, 1, { destinationAmount: { currency: 'GBP', amount: 1 } }), 'CURRENCY_MISMATCH'],
      [order(a, b, 101), 'FUNDS_INSUFFICIENT'],
      [order(a, b, 1, { destination: { beneficiaryId: '404' } }), 'BENEFICIARY_NOT_FOUND'],
      [order(a, b, 1, { destination: { beneficiaryId: unconfirmed } }), 'BENEFICIARY_NOT_FOUND'],
      [order(a, b, 1, { destination: { beneficiaryId: bankAccount } }), 'BENEFICIARY_TYPE_INVALID'],
      [order(a, b, 1, { scheduledTimestamp: String(clock.now() - 1) }), 'SCHEDULED_TIMESTAMP_INVALID'],
      [order(a, b, 1, { scheduledTimestamp: '9'.repeat(30) }), 'SCHEDULED_TIMESTAMP_INVALID'],
      [order(a, b, 10, { profileId: '3012' }), 'DESTINATION_FEE_EXCEEDS_TRANSACTION_AMOUNT'],
      [
        order(dollars, await payee('USD'), 1, {
          profileId: '3012',
          destinationAmount: { currency: 'USD', amount: 1 },
        }),
        'FEE_NOT_CONFIGURED_FOR_CURRENCY',
      ],
    ]
    const rows = () =>
      bank.store.db
        .selectFrom('sandbox_send')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst()
    const before = await rows()
    for (const [input, code] of cases) expect(await send(input), code).toEqual(refused(code))
    expect(await rows()).toEqual(before)
    expect(await bank.balance(a)).toBe(100)
  })

  const card = async (profile_id: string, identity = bank.actor, balance = 0) => {
    const id = await bank.run(async (ctx) => {
      const like = await ctx.tx.selectFrom('sandbox_instrument').selectAll().limit(1).executeTakeFirstOrThrow()
      const fresh = { id: ctx.newId(), type: 'managed_cards', identity_id: identity.identityId, profile_id } as const
      const money = { currency: 'EUR', available_balance: balance, actual_balance: balance }
      await ctx.tx
        .insertInto('sandbox_instrument')
        .values({ ...like, ...fresh, ...money, state: 'ACTIVE' })
        .execute()
      return fresh.id
    })
    return id
  }

  it('pays onto a prepaid card of somebody else', async () => {
    const [a, destination] = [await bank.account('EUR', 9000), await card(programme.profiles.prepaidCards, other)]
    const { id } = await made(order(a, destination, 4000, { destination: { type: 'managed_cards', id: destination } }))
    await confirm(id)
    expect(await got(id)).toMatchObject({ state: 'COMPLETED', destination: { type: 'managed_cards' } })
    expect(await bank.balance(destination)).toBe(4000)
  })

  it('pays a trusted beneficiary at once, and small amounts until the allowance is used up', async () => {
    const [a, b] = [await bank.account('EUR', 100_000), await payee()]
    const trusted = await beneficiary({ instrument: instrument(b) })
    const toTrusted = await made(order(a, b, 90_000, { destination: { beneficiaryId: trusted } }))
    expect(toTrusted).toMatchObject({
      state: 'COMPLETED',
      challengeExemptionReason: 'TRUSTED_BENEFICIARY',
      destination: { beneficiaryId: trusted },
    })
    expect((await told(toTrusted.id))[0]?.send).toMatchObject({ beneficiaryId: trusted, destination: instrument(b) })
    expect(await confirm(toTrusted.id)).toEqual(refused('SCA_EXEMPTION_APPLIED'))
    const states: string[] = []
    for (let i = 0; i <= programme.lowValue.payments; i++) states.push((await made(order(a, b, 100))).state)
    expect(states).toEqual([...Array(programme.lowValue.payments).fill('COMPLETED'), 'PENDING_CHALLENGE'])
    expect(await bank.balance(b)).toBe(90_000 + 100 * programme.lowValue.payments)
  })

  it('charges each side its fee, as a row of its own', async () => {
    const [a, b] = [await bank.account('EUR', 5100), await payee()]
    const { id } = await made(order(a, b, 5000, { profileId: '3012' }))
    expect(await got(id)).toMatchObject({
      sourceFee: { currency: 'EUR', amount: 100 },
      destinationFee: { currency: 'EUR', amount: 50 },
      transactionAmount: { currency: 'EUR', amount: 5000 },
    })
    await confirm(id)
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([0, 4950])
    expect(await send(order(b, a, 1))).toEqual(refused('SOURCE_NOT_FOUND'))
    const c = await bank.account('EUR', 5099)
    expect(await send(order(c, b, 5000, { profileId: '3012' }))).toEqual(refused('FUNDS_INSUFFICIENT'))
  })

  it('confirms all of a list or none, and fails alone what cannot be paid', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await payee()]
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.push((await made(order(a, b, 4000))).id)
    const [first = '', second = '', third = ''] = ids
    expect(await confirm(first, '404')).toEqual(refused('NOT_FOUND'))
    expect(await confirm(...ids)).toEqual({ ok: true, value: undefined })
    const states = await Promise.all(ids.map(async (id) => (await got(id)).state))
    expect(states).toEqual(['COMPLETED', 'COMPLETED', 'FAILED'])
    expect(await bank.balance(a)).toBe(2000)
    expect((await told(third)).at(-1)).toMatchObject({ eventType: 'FAILED', send: { conflict: 'INSUFFICIENT_FUNDS' } })
    expect(await confirm(second)).toEqual(refused('STATE_INVALID'))
  })

  it('pays a scheduled one at its time once confirmed, and late confirmation pays at once', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await payee()]
    const at = String(clock.now() + 10 * MINUTE)
    const good = await made(order(a, b, 4000, { scheduledTimestamp: at }))
    const poor = await made(order(a, b, 90_000, { scheduledTimestamp: at }))
    const late = await made(order(a, b, 5000, { scheduledTimestamp: at }))
    expect([good.state, poor.state]).toEqual(['PENDING_CHALLENGE', 'PENDING_CHALLENGE'])
    await confirm(good.id, poor.id)
    expect(await got(good.id)).toMatchObject({ state: 'SCHEDULED', scheduledTimestamp: at })
    expect(await bank.run(runDue)).toBe(false)
    clock.advance(11 * MINUTE)
    while (await bank.run(runDue));
    expect((await got(good.id)).state).toBe('COMPLETED')
    expect((await got(poor.id)).state).toBe('FAILED')
    await confirm(late.id)
    expect((await got(late.id)).state).toBe('COMPLETED')
    expect(await bank.balance(b)).toBe(9000)
    expect((await told(good.id)).map(({ eventType }) => eventType)).toEqual([
      'PENDING_CHALLENGE',
      'SCHEDULED',
      'COMPLETED',
    ])
  })

  it('cancels what is scheduled in lists, and what waits for a confirmation by itself', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await payee()]
    const scheduledTimestamp = String(clock.now() + 10 * MINUTE)
    const scheduled = await made(order(a, b, 4000, { scheduledTimestamp }))
    const second = await made(order(a, b, 4000, { scheduledTimestamp }))
    const waiting = await made(order(a, b, 4000))
    await confirm(scheduled.id, second.id)
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
    expect(await got(scheduled.id)).toMatchObject({ state: 'CANCELLED', cancellationReason: 'Wrong day' })
    expect((await told(scheduled.id)).at(-1)).toMatchObject({
      eventType: 'CANCELLED',
      send: { cancellationReason: 'Wrong day' },
    })
    const cancel = (id: string, actor = bank.actor) => bank.run((ctx) => cancelSend({ ...ctx, actor }, id, undefined))
    expect(await cancel(waiting.id, other)).toEqual(refused('NOT_FOUND'))
    expect(await cancel(waiting.id)).toMatchObject({ ok: true, value: { state: 'CANCELLED' } })
    expect(await cancel(second.id)).toMatchObject({ ok: true, value: { state: 'CANCELLED' } })
    expect(await cancel(waiting.id)).toEqual(refused('INVALID_STATE'))
    expect(await confirm(waiting.id)).toEqual(refused('STATE_INVALID'))
    clock.advance(11 * MINUTE)
    expect(await bank.run(runDue)).toBe(false)
    expect(await bank.balance(a)).toBe(10_000)
  })

  it('lists newest first, by every filter', async () => {
    const own = await openBank(await open(), { clock })
    const them = newActor()
    await addCompany(own.store, them, clock.now())
    const wanted = { profileId: '2001', friendlyName: 'Payee', currency: 'EUR' }
    const opened = await own.run((ctx) => createAccount({ ...ctx, actor: them }, wanted))
    const b = opened.ok ? opened.value.id : ''
    const [a, c] = [await own.account('EUR', 100_000), await own.account('EUR', 100_000)]
    const orders = [order(a, b, 100, { tag: 'x' }), order(a, b, 9000), order(c, b, 9000, { profileId: '3012' })]
    const ids: string[] = []
    const at: number[] = []
    for (const input of orders) {
      clock.advance(1000)
      at.push(clock.now())
      const outcome = await own.run((ctx) => createSend(ctx, input))
      if (outcome.ok) ids.push(outcome.value.id)
    }
    const [first = '', second = '', third = ''] = ids
    const list = async (query: Parameters<typeof listSends>[1]) => {
      const page = await own.run((ctx) => listSends(ctx, query))
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
    expect(await own.run((ctx) => listSends({ ...ctx, actor: them }, {}))).toMatchObject({ value: { count: 0 } })
    await own.close()
  })

  it('takes many at once: bad ones are INVALID, and one that needs a challenge makes all wait', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await payee()]
    const trusted = { destination: { beneficiaryId: await beneficiary({ instrument: instrument(b) }) } }
    const many = async (...orders: SendOrder[]) => {
      const outcome = await bank.run((ctx) => createSends(ctx, orders))
      if (!outcome.ok) throw new Error(outcome.refusal)
      return outcome.value.response
    }
    const paid = await many(order(a, b, 6000, trusted), order(a, b, 5000, trusted), order(a, b, -5))
    expect(paid.map(({ state }) => state)).toEqual(['COMPLETED', 'INVALID', 'INVALID'])
    expect(await bank.balance(a)).toBe(4000)
    expect((await told(paid[2]?.id ?? ''))[0]).toMatchObject({
      eventType: 'INVALID',
      send: { conflict: 'INVALID_AMOUNT', destinationAmount: { amount: '0' } },
    })
    const unknown = { destination: { beneficiaryId: '404' } }
    const mixed = await many(order(a, b, 100, trusted), order(a, b, 3900), order(a, b, 1, unknown))
    expect(mixed.map(({ state }) => state)).toEqual(['PENDING_CHALLENGE', 'PENDING_CHALLENGE', 'INVALID'])
    expect(mixed[2]).toMatchObject(unknown)
    expect(await confirm(...mixed.slice(0, 2).map(({ id }) => id))).toMatchObject({ ok: true })
    expect(await bank.balance(b)).toBe(10_000)
    const tooMany = Array.from({ length: 1001 }, () => order(a, b, 1))
    expect(await bank.run((ctx) => createSends(ctx, tooMany))).toEqual(refused('TRANSACTION_LIMIT_EXCEEDED'))
    expect(await many()).toEqual([])
  })

  it('never pays twice when many want the same money at once', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await payee()]
    const trusted = { destination: { beneficiaryId: await beneficiary({ instrument: instrument(b) }) } }
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send(order(a, b, 3000, trusted))))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(3)
    expect(outcomes.every((o) => o.ok || o.refusal === 'FUNDS_INSUFFICIENT')).toBe(true)
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([1000, 9000])
  })
})
