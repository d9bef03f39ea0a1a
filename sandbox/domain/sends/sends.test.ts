import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SendOrder } from '../../../contract/sends'
import { onEachEngine } from '../../../test/postgres/engines'
import { debitOrder, loadCard, openCard } from '../../testing/cards'
import { instrument, openSendBank, sendOrder as order, type SendBank } from '../../testing/sends'
import { germanIban, payee, trustBeneficiary } from '../../testing/trust'
import { blockAccount } from '../accounts/block-account'
import { removeAccount } from '../accounts/remove-account'
import { programme } from '../programme'
import { createSend } from './create-send'
import { getSend } from './get-send'

const refused = (refusal: string) => ({ ok: false, refusal })

onEachEngine('sends', (open) => {
  let bank: SendBank
  beforeAll(async () => {
    bank = await openSendBank(await open())
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  it('waits for a confirmation, then moves the money from one identity to another', async () => {
    const [a, b] = [await bank.account('EUR', 9000), await bank.payee()]
    const asked = await bank.made(order(a, b, 5000, { tag: 'invoice', description: 'Invoice 7' }))
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
    expect(await bank.confirm(asked.id)).toEqual({ ok: true, value: undefined })
    expect(await bank.got(asked.id)).toMatchObject({ state: 'COMPLETED', executionTimestamp: expect.any(String) })
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([4000, 5000])
    expect(await bank.confirm(asked.id)).toEqual(refused('STATE_INVALID'))
    expect((await bank.told(asked.id)).map(({ eventType }) => eventType)).toEqual(['PENDING_CHALLENGE', 'COMPLETED'])
    expect((await bank.told(asked.id))[1]).toMatchObject({
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
      destinationIdentityId: bank.other.identityId,
      destinationIdentityName: 'Test Company',
    })
    const stranger = await bank.run((ctx) => getSend({ ...ctx, actor: bank.other }, asked.id))
    expect(stranger).toEqual(refused('NOT_FOUND'))
  })

  it('refuses with the documented conflict, and nothing is written', async () => {
    const [a, b, own] = [await bank.account('EUR', 100), await bank.payee(), await bank.account('EUR', 0)]
    const dollars = await bank.account('USD', 1000)
    const [blocked, gone] = [await bank.account('EUR', 0), await bank.account('EUR', 0)]
    await bank.run((ctx) => blockAccount(ctx, blocked))
    await bank.run((ctx) => removeAccount(ctx, gone))
    const [closed, frozen] = [await bank.payee(), await bank.payee()]
    await bank.asOther.run((ctx) => removeAccount(ctx, closed))
    await bank.asOther.run((ctx) => blockAccount(ctx, frozen))
    const iban = { bankAccountDetails: { iban: germanIban(1) } }
    const bankAccount = await bank.run((ctx) => trustBeneficiary(ctx, payee(iban)))
    const unconfirmed = await bank.untrusted(b)
    const waiting = await bank.account('EUR', 0)
    await bank.store.db
      .updateTable('sandbox_instrument')
      .set({ state: 'NOT_ENABLED' })
      .where('id', '=', waiting)
      .execute()
    const debit = { type: 'managed_cards', id: (await openCard(bank, debitOrder(a))).id } as const
    const theirs = { type: 'managed_cards', id: (await openCard(bank.asOther, debitOrder(b))).id } as const
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
      [order(a, b, 1, { source: debit }), 'SOURCE_CANNOT_BE_DEBIT_MODE_CARD'],
      [order(a, b, 1, { destination: theirs }), 'DESTINATION_CANNOT_BE_DEBIT_MODE_CARD'],
      [order(dollars, b, 1), 'CURRENCY_MISMATCH'],
      [order(a, b, 1, { destinationAmount: { currency: 'GBP', amount: 1 } }), 'CURRENCY_MISMATCH'],
      [order(a, b, 101), 'FUNDS_INSUFFICIENT'],
      [order(a, b, 1, { destination: { beneficiaryId: '404' } }), 'BENEFICIARY_NOT_FOUND'],
      [order(a, b, 1, unconfirmed), 'BENEFICIARY_NOT_FOUND'],
      [order(a, b, 1, { destination: { beneficiaryId: bankAccount } }), 'BENEFICIARY_TYPE_INVALID'],
      [order(a, b, 1, { scheduledTimestamp: String(bank.clock.now() - 1) }), 'SCHEDULED_TIMESTAMP_INVALID'],
      [order(a, b, 1, { scheduledTimestamp: '9'.repeat(30) }), 'SCHEDULED_TIMESTAMP_INVALID'],
      [order(a, b, 10, { profileId: '3012' }), 'DESTINATION_FEE_EXCEEDS_TRANSACTION_AMOUNT'],
      [
        order(dollars, await bank.payee('USD'), 1, {
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
    for (const [input, code] of cases) expect(await bank.send(input), code).toEqual(refused(code))
    expect(await rows()).toEqual(before)
    expect(await bank.balance(a)).toBe(100)
  })

  it('pays onto a prepaid card of somebody else, and from one of its own', async () => {
    const a = await bank.account('EUR', 9000)
    const theirs = { type: 'managed_cards', id: (await openCard(bank.asOther)).id } as const
    const { id } = await bank.made(order(a, '', 4000, { destination: theirs }))
    await bank.confirm(id)
    expect(await bank.got(id)).toMatchObject({ state: 'COMPLETED', destination: theirs })
    expect(await bank.balance(theirs.id)).toBe(4000)
    const own = { type: 'managed_cards', id: (await openCard(bank)).id } as const
    await loadCard(bank, own.id, 5000)
    const back = await bank.made(order('', await bank.payee(), 5000, { source: own }))
    await bank.confirm(back.id)
    expect(await bank.balance(own.id)).toBe(0)
  })

  it('wants a consumer to have shown enough', async () => {
    const [a, b] = [await bank.account('EUR', 9000), await bank.payee()]
    const consumer = { ...bank.actor, identityType: 'CONSUMER' } as const
    const level = (checks: object) =>
      bank.store.db
        .updateTable('sandbox_identity')
        .set({ checks: JSON.stringify(checks) })
        .where('id', '=', bank.actor.identityId)
        .execute()
    await level({ kycLevel: 'KYC_LEVEL_1' })
    const sent = await bank.run((ctx) => createSend({ ...ctx, actor: consumer }, order(a, b, 5000)))
    expect(sent).toEqual(refused('IDENTITY_KYC_LEVEL_STEPUP_REQUIRED'))
    await level({})
  })

  it('pays a trusted beneficiary at once, and small amounts until the allowance is used up', async () => {
    const [a, b] = [await bank.account('EUR', 100_000), await bank.payee()]
    const trusted = await bank.trusted(b)
    const toTrusted = await bank.made(order(a, b, 90_000, trusted))
    expect(toTrusted).toMatchObject({
      state: 'COMPLETED',
      challengeExemptionReason: 'TRUSTED_BENEFICIARY',
      ...trusted,
    })
    expect((await bank.told(toTrusted.id))[0]?.send).toMatchObject({
      ...trusted.destination,
      destination: instrument(b),
    })
    expect(await bank.confirm(toTrusted.id)).toEqual(refused('SCA_EXEMPTION_APPLIED'))
    const states: string[] = []
    for (let i = 0; i <= programme.lowValue.payments; i++) states.push((await bank.made(order(a, b, 100))).state)
    expect(states).toEqual([...Array(programme.lowValue.payments).fill('COMPLETED'), 'PENDING_CHALLENGE'])
    expect(await bank.balance(b)).toBe(90_000 + 100 * programme.lowValue.payments)
  })

  it('charges each side its fee, as a row of its own', async () => {
    const [a, b] = [await bank.account('EUR', 5100), await bank.payee()]
    const { id } = await bank.made(order(a, b, 5000, { profileId: '3012' }))
    expect(await bank.got(id)).toMatchObject({
      sourceFee: { currency: 'EUR', amount: 100 },
      destinationFee: { currency: 'EUR', amount: 50 },
      transactionAmount: { currency: 'EUR', amount: 5000 },
    })
    await bank.confirm(id)
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([0, 4950])
    expect(await bank.send(order(b, a, 1))).toEqual(refused('SOURCE_NOT_FOUND'))
    const c = await bank.account('EUR', 5099)
    expect(await bank.send(order(c, b, 5000, { profileId: '3012' }))).toEqual(refused('FUNDS_INSUFFICIENT'))
  })

  it('never pays twice when many want the same money at once', async () => {
    const [a, b] = [await bank.account('EUR', 10_000), await bank.payee()]
    const trusted = await bank.trusted(b)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => bank.send(order(a, b, 3000, trusted))))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(3)
    expect(outcomes.every((o) => o.ok || o.refusal === 'FUNDS_INSUFFICIENT')).toBe(true)
    expect([await bank.balance(a), await bank.balance(b)]).toEqual([1000, 9000])
  })
})
