import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OutgoingWireTransferOrder } from '../../../contract/wire-transfers'
import { onEachEngine } from '../../../test/postgres/engines'
import { addCompany, newActor, openBank } from '../../testing/bank'
import { germanIban, openLanding, payee, trustBeneficiary, verifyLinkedAccount } from '../../testing/trust'
import { from, ibanEnding, openWireBank, sure, swiftPayee, to, ukPayee, type WireBank } from '../../testing/wires'
import { blockAccount } from '../accounts/block-account'
import { removeAccount } from '../accounts/remove-account'
import { bookDeposit } from '../deposits/book-deposit'
import { createWire } from './create-wire'
import { getWire } from './get-wire'

const refused = (refusal: string) => ({ ok: false, refusal })
const SECOND = 1000

onEachEngine('wires', (open) => {
  let bank: WireBank
  beforeAll(async () => {
    bank = await openWireBank(await open())
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  it('takes a SEPA wire from the order through payee check, confirmation and the other bank', async () => {
    const account = await bank.funded('EUR', 10_000)
    const wire = await bank.made(bank.order({ ...from(account), tag: 'rent' }))
    expect(wire).toMatchObject({
      state: 'PENDING_CONFIRMATION',
      type: 'SEPA',
      tag: 'rent',
      fee: { currency: 'EUR', amount: 20 },
      destination: { name: 'Blue Harbour GmbH', iban: ibanEnding(0) },
      validationOutcomes: [{ category: 'SEPA_VERIFICATION_OF_PAYEE', categoryResult: { match: 'MATCH' } }],
    })
    const { id } = wire
    expect(await bank.verify(id)).toEqual(refused('STATE_INVALID'))
    expect(await bank.look(id)).toMatchObject({ ok: true, value: { state: 'PENDING_CHALLENGE' } })
    expect(await bank.look(id)).toEqual(refused('INVALID_STATE'))
    expect(await bank.balances(account)).toEqual([10_000, 10_000])
    expect(await bank.verify(id)).toMatchObject({ ok: true })
    expect(await bank.stateOf(id)).toBe('SUBMITTED')
    expect(await bank.balances(account)).toEqual([10_000, 4980])
    expect(await bank.broken()).toEqual([])
    await bank.pass(5 * SECOND)
    expect(await bank.stateOf(id)).toBe('APPROVED')
    await bank.pass(5 * SECOND)
    expect(await bank.got(id)).toMatchObject({ state: 'COMPLETED', executionTimestamp: expect.stringMatching(/^\d+$/) })
    expect(await bank.balances(account)).toEqual([4980, 4980])
    const entries = await bank.store.db
      .selectFrom('sandbox_ledger_entry')
      .select(['transaction_type', 'actual', 'available', 'additional_fields'])
      .where('account', '=', account)
      .orderBy('id')
      .execute()
    expect(entries.slice(1).map((e) => [e.transaction_type, e.actual, e.available])).toEqual([
      ['WITHDRAWAL_RESERVE', 0, -5020],
      ['OUTGOING_WIRE_TRANSFER', -5000, 20],
      ['CHARGE_FEE', -20, -20],
    ])
    expect(JSON.parse(entries[2]?.additional_fields ?? '')).toEqual({
      beneficiaryName: 'Blue Harbour GmbH',
      beneficiaryAccount: ibanEnding(0),
      description: 'Invoice 7',
    })
    const events = await bank.told(id)
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'PENDING_CONFIRMATION',
      'PENDING_CHALLENGE',
      'SUBMITTED',
      'APPROVED',
      'COMPLETED',
    ])
    expect(events[4]).toMatchObject({
      owner: { type: 'corporates', id: bank.actor.identityId },
      transfer: {
        id: { type: 'outgoing_wire_transfers', id },
        transferAmount: { currency: 'EUR', amount: '5000' },
        transactionAmount: { currency: 'EUR', amount: '5020' },
        transactionFee: { currency: 'EUR', amount: '20' },
        destination: { beneficiaryName: 'Blue Harbour GmbH', sepa: { iban: ibanEnding(0) } },
        challengeExemptionReason: 'NO_EXEMPTION',
      },
    })
    expect(events[4].transfer).not.toHaveProperty('conflict')
    const stranger = await bank.run((ctx) => getWire({ ...ctx, actor: newActor() }, id))
    expect(stranger).toEqual(refused('NOT_FOUND'))
  })

  it('refuses with the documented conflict, and nothing moves', async () => {
    const poor = await bank.funded('EUR', 5019)
    const bare = await bank.account('EUR', 10_000)
    const blocked = await bank.funded('EUR')
    await bank.run((ctx) => blockAccount(ctx, blocked))
    const gone = await bank.run((ctx) => openLanding(ctx, 'EUR'))
    await bank.run((ctx) => removeAccount(ctx, gone))
    const other = newActor()
    await addCompany(bank.store, other, bank.clock.now())
    const theirs = await bank.run((ctx) => openLanding({ ...ctx, actor: other }, 'EUR'))
    const instrument = await bank.run((ctx) =>
      trustBeneficiary(ctx, payee({ instrument: { type: 'managed_accounts', id: theirs } })),
    )
    const own = await bank.run((ctx) =>
      trustBeneficiary(ctx, payee({ bankAccountDetails: { iban: germanIban(4711) } })),
    )
    const cases: [OutgoingWireTransferOrder, string][] = [
      [bank.order({ profileId: '9' }), 'PROFILE_NOT_FOUND'],
      [bank.order({ scheduledTimestamp: String(bank.clock.now()) }), 'SCHEDULED_TIMESTAMP_INVALID'],
      [bank.order({ scheduledTimestamp: '9'.repeat(30) }), 'SCHEDULED_TIMESTAMP_INVALID'],
      [bank.order({ transferAmount: { currency: 'EUR', amount: 0 } }), 'AMOUNT_INVALID'],
      [bank.order({ transferAmount: { currency: 'EUR', amount: -1 } }), 'AMOUNT_INVALID'],
      [bank.order(from('404')), 'SOURCE_NOT_FOUND'],
      [bank.order(from(theirs)), 'SOURCE_NOT_FOUND'],
      [bank.order(from(gone)), 'SOURCE_INSTRUMENT_DESTROYED'],
      [bank.order(from(blocked)), 'SOURCE_INSTRUMENT_BLOCKED'],
      [bank.order({ transferAmount: { currency: 'GBP', amount: 1 } }), 'CURRENCY_MISMATCH'],
      [bank.order(from(bare)), 'IBAN_UPGRADE_REQUIRED'],
      [bank.order(to({ beneficiaryId: '404' })), 'BENEFICIARY_NOT_FOUND'],
      [bank.order(to({ beneficiaryId: instrument })), 'BENEFICIARY_TYPE_INVALID'],
      [bank.order(to({ type: 'linked_accounts', id: '404' })), 'EXTERNAL_DESTINATION_ACCOUNT_NOT_FOUND'],
      [bank.order(to(ukPayee('31510100'))), 'TYPE_NOT_SUPPORTED_BY_PROFILE'],
      [bank.inPounds(to({ name: 'Blue', iban: ibanEnding(0) })), 'TYPE_NOT_SUPPORTED_BY_PROFILE'],
      [bank.inDollars(to({ beneficiaryId: own })), 'TYPE_NOT_SUPPORTED_BY_PROFILE'],
      [bank.order(to({ name: 'Blue', iban: 'DE00370400440532013000' })), 'BENEFICIARY_BANK_DETAILS_INVALID'],
      [bank.inDollars(to({ ...swiftPayee, bankIdentifierCode: undefined })), 'BENEFICIARY_BANK_DETAILS_INVALID'],
      [bank.inDollars({ purpose: ' ' }), 'PURPOSE_OF_PAYMENT_REQUIRED'],
      [bank.inDollars({ description: undefined }), 'MODEL_CONSTRAINTS_VIOLATED'],
      [bank.order({ description: 'x'.repeat(36) }), 'MODEL_CONSTRAINTS_VIOLATED'],
      [bank.order({ description: undefined }), 'MODEL_CONSTRAINTS_VIOLATED'],
      [bank.inPounds({ description: 'x'.repeat(19) }), 'MODEL_CONSTRAINTS_VIOLATED'],
      // Enough for the amount, but not for the fee.
      [bank.order(from(poor)), 'FUNDS_INSUFFICIENT'],
    ]
    for (const [input, code] of cases) expect(await bank.send(input), code).toEqual(refused(code))
    const asStranger = await bank.run((ctx) => createWire({ ...ctx, actor: newActor() }, bank.order()))
    expect(asStranger).toEqual(refused('SOURCE_NOT_FOUND'))
    expect(await bank.balances(poor)).toEqual([5019, 5019])
  })

  it('asks the payee’s bank for pounds and euro, and lets its account number say the answer', async () => {
    const outcome = async (input: OutgoingWireTransferOrder) =>
      (await bank.made(input)).validationOutcomes?.map(({ categoryResult }) => categoryResult)
    const sepa = (ending: number, name = 'Blue') => outcome(bank.order(to({ name, iban: ibanEnding(ending) })))
    const cop = (ending: string) => outcome(bank.inPounds(to(ukPayee(`315101${ending}`))))
    expect(await sepa(1)).toEqual([{ match: 'CLOSE_MATCH', accountName: 'Blue Ltd' }])
    expect(await sepa(1, 'Blue Ltd')).toEqual([{ match: 'MATCH' }])
    expect(await sepa(2)).toEqual([{ match: 'NO_MATCH' }])
    expect(await sepa(3)).toEqual([{ match: 'NOT_POSSIBLE' }])
    expect(await cop('00')).toEqual([{ match: 'EXACT_MATCH' }])
    expect(await cop('01')).toEqual([{ match: 'CLOSE_MATCH', reasonCode: 'MBAM', accountName: 'Jane Doe Jr' }])
    expect(await cop('02')).toEqual([{ match: 'NO_MATCH', reasonCode: 'ANNM' }])
    expect(await cop('04')).toEqual([{ match: 'CLOSE_MATCH', reasonCode: 'BANM' }])
    expect(await cop('07')).toEqual([{ match: 'CLOSE_MATCH', reasonCode: 'PAMM', accountName: 'Jane Doe Jr' }])
    expect(await cop('08')).toEqual([{ match: 'NO_MATCH', reasonCode: 'AC01' }])
    expect(await cop('11')).toEqual([{ match: 'NOT_POSSIBLE', reasonCode: 'CASS' }])
    // SWIFT knows no such question.
    expect(await bank.made(bank.inDollars())).toMatchObject({ state: 'PENDING_CHALLENGE', type: 'SWIFT' })
  })

  it('takes the older form of a payee, and says it back as it came', async () => {
    const old = {
      name: 'Jane Doe',
      type: 'PERSONAL',
      address: '1 High Street',
      bankAccountDetails: { accountNumber: '31510100', sortCode: '200000' },
    } as const
    const wire = await bank.made(bank.inPounds({ destinationBeneficiary: old }))
    expect(wire).toMatchObject({ type: 'FASTER_PAYMENTS', state: 'PENDING_CONFIRMATION' })
    expect(wire.destination).toEqual(old)
    const [event] = await bank.told(wire.id)
    expect(event.transfer.destination).toEqual({
      beneficiaryName: 'Jane Doe',
      beneficiaryAddress: '1 High Street',
      beneficiaryAccountType: 'PERSONAL',
      fasterPayments: { accountNumber: '31510100', sortCode: '200000' },
    })
  })

  it('pays the own account elsewhere: pounds without a look, euro with one', async () => {
    const [euro, pound] = await bank.run(async (ctx) => [
      await verifyLinkedAccount(ctx),
      await verifyLinkedAccount(ctx, {
        currency: 'GBP',
        country: 'GB',
        reference: { accountNumber: '31510144', sortCode: '200000' },
      }),
    ])
    const linked = (id: string) => to({ type: 'linked_accounts', id })
    expect(await bank.made(bank.order(linked(euro ?? '')))).toMatchObject({
      state: 'PENDING_CONFIRMATION',
      type: 'SEPA',
    })
    const wire = await bank.made(bank.inPounds(linked(pound ?? '')))
    expect(wire).toMatchObject({ state: 'PENDING_CHALLENGE', destination: { type: 'linked_accounts', id: pound } })
    const [event] = await bank.told(wire.id)
    expect(event.transfer.externalAccountId).toEqual({ type: 'linked_accounts', id: pound })
  })

  it('goes without a challenge to a trusted beneficiary, and with one when it is trusted no more', async () => {
    const trusted = (number: number) =>
      bank.run((ctx) => trustBeneficiary(ctx, payee({ bankAccountDetails: { iban: germanIban(number) } })))
    const [kept, gone] = [await trusted(8100), await trusted(8200)]
    const first = await bank.made(bank.order(to({ beneficiaryId: kept })))
    expect(first).toMatchObject({ state: 'PENDING_CONFIRMATION', destination: { beneficiaryId: kept } })
    expect(await bank.look(first.id)).toMatchObject({
      value: { state: 'SUBMITTED', challengeExemptionReason: 'TRUSTED_BENEFICIARY' },
    })
    expect(await bank.verify(first.id)).toEqual(refused('SCA_EXEMPTION_APPLIED'))
    const second = await bank.made(bank.order(to({ beneficiaryId: gone })))
    await bank.store.db.updateTable('sandbox_beneficiary').set({ state: 'REMOVED' }).where('id', '=', gone).execute()
    expect(await bank.look(second.id)).toMatchObject({ value: { state: 'PENDING_CHALLENGE' } })
    expect(await bank.send(bank.order(to({ beneficiaryId: gone })))).toEqual(refused('BENEFICIARY_NOT_FOUND'))
  })

  it('lets small ones go without a challenge, five at most', async () => {
    const own = await openBank(await open(), { clock: bank.clock })
    const id = await own.run((ctx) => openLanding(ctx, 'USD'))
    const money = { accountId: id, currency: 'USD', amount: 1_000_000 }
    await own.run((ctx) => bookDeposit(ctx, { ...money, senderName: 'S', senderIban: '', reference: '' }))
    const small = bank.inDollars({
      sourceInstrument: { type: 'managed_accounts', id },
      transferAmount: { currency: 'USD', amount: 1000 },
    })
    const states: string[] = []
    for (let i = 0; i < 6; i++) {
      const wire = sure(await own.run((ctx) => createWire(ctx, small)))
      states.push(`${wire.state} ${wire.challengeExemptionReason}`)
    }
    expect(states.slice(0, 5)).toEqual(Array(5).fill('SUBMITTED LOW_VALUE'))
    expect(states[5]).toBe('PENDING_CHALLENGE undefined')
    expect(await own.broken()).toEqual([])
    await own.close()
  })
})
