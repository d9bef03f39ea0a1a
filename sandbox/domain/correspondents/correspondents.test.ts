import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CorrespondentBankTransferOrder as Order } from '../../../contract/correspondent-bank-transfers'
import { onEachEngine } from '../../../test/postgres/engines'
import { newActor } from '../../testing/bank'
import { openLanding } from '../../testing/trust'
import { ibanEnding, openWireBank, sure, type WireBank } from '../../testing/wires'
import { blockAccount } from '../accounts/block-account'
import { removeAccount } from '../accounts/remove-account'
import { correspondentConfirmation } from './confirmation'
import { createCorrespondent } from './create-correspondent'
import { listCorrespondents } from './list-correspondents'
import { cancelCorrespondent, confirmCorrespondent, getCorrespondent } from './steer-correspondent'

const refused = (refusal: string) => ({ ok: false, refusal })
const SECOND = 1000
const from = (id: string) => ({ type: 'managed_accounts' as const, id })

onEachEngine('correspondent bank transfers', (open) => {
  let bank: WireBank
  let euros: string
  beforeAll(async () => {
    bank = await openWireBank(await open())
    euros = await bank.funded('EUR', 1_000_000)
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  const originator: Order['originator'] = {
    name: 'Ada Byron',
    address: '1 Analytical Way, London',
    country: 'GB',
    bankAccountDetails: { account: '31926819', financialInstitution: 'NWBKGB2L' },
    supplementaryInformation: { dateOfBirth: '1985-12-10', placeOfBirth: 'London, GB' },
  }
  const company: Order['originator'] = {
    tag: 'client-7',
    name: '100% Cotton Ltd',
    registrationAddress: '2 Mill Lane, Leeds',
    registrationCountry: 'GB',
    bankAccountDetails: originator.bankAccountDetails,
    supplementaryInformation: { documentType: 'REGISTRATION_NUMBER', documentNumber: '12345678' },
  }
  const german = (ending = 0): Order['beneficiary'] => ({
    name: 'Blue Harbour GmbH',
    iban: ibanEnding(ending),
    address: '3 Hafen, Hamburg',
  })
  const british: Order['beneficiary'] = {
    name: 'Jane Doe',
    type: 'PERSONAL',
    accountNumber: '31510100',
    sortCode: '200000',
    address: '4 High Street, Bath',
  }
  const order = (more: Partial<Order> = {}): Order => ({
    profileId: '3004',
    sourceInstrument: from(euros),
    amount: { currency: 'EUR', amount: 5000 },
    originator,
    beneficiary: german(),
    purpose: 'Goods',
    description: 'Invoice 7',
    ...more,
  })
  const send = (input: Order) => bank.run((ctx) => createCorrespondent(ctx, input))
  const made = async (input: Order) => sure(await send(input)).id
  const got = async (id: string) => sure(await bank.run((ctx) => getCorrespondent(ctx, id)))
  const stateOf = async (id: string) => (await got(id)).state
  const look = (id: string) => bank.run((ctx) => confirmCorrespondent(ctx, id))
  const verify = (...ids: string[]) =>
    bank.run(async (ctx) => {
      const checked = await correspondentConfirmation.check(ctx, ids)
      if (checked.ok) await correspondentConfirmation.confirmed(ctx, ids)
      return checked
    })
  const sent = async (more: Partial<Order> = {}) => {
    const id = await made(order(more))
    sure(await look(id))
    sure(await verify(id))
    return id
  }
  const told = async (id: string) => {
    const rows = await bank.store.db
      .selectFrom('sandbox_webhook')
      .select('payload')
      .where('path', '=', '/correspondent_bank_transfers/watch')
      .orderBy('id')
      .execute()
    return rows.map(({ payload }) => JSON.parse(payload)).filter(({ transfer }) => transfer.id === id)
  }

  it('goes from the order through payee check and challenge to the other bank', async () => {
    const account = await bank.funded('EUR', 10_000)
    const externalData = [{ name: 'case', value: '12' }]
    const input = order({ sourceInstrument: from(account), tag: 'x', externalData })
    const id = await made(input)
    expect(await got(id)).toEqual({
      ...input,
      id,
      state: 'PENDING_CONFIRMATION',
      creationTimestamp: expect.any(Number),
      validationOutcomes: [{ category: 'SEPA_VERIFICATION_OF_PAYEE', categoryResult: { match: 'MATCH' } }],
    })
    expect(await verify(id)).toEqual(refused('STATE_INVALID'))
    expect(await look(id)).toMatchObject({ ok: true, value: { state: 'PENDING_CHALLENGE' } })
    expect(await look(id)).toEqual(refused('INVALID_STATE'))
    expect(await verify(id)).toMatchObject({ ok: true })
    expect(await bank.balances(account)).toEqual([10_000, 5000])
    await bank.pass(5 * SECOND)
    expect(await stateOf(id)).toBe('APPROVED')
    await bank.pass(5 * SECOND)
    expect(await stateOf(id)).toBe('COMPLETED')
    expect(await bank.balances(account)).toEqual([5000, 5000])
    const events = await told(id)
    expect(events.map(({ eventType }) => eventType)).toEqual([
      'PENDING_CONFIRMATION',
      'PENDING_CHALLENGE',
      'SUBMITTED',
      'APPROVED',
      'COMPLETED',
    ])
    expect(events[0]).toMatchObject({
      owner: { type: 'corporates', id: bank.actor.identityId },
      transfer: { amount: { currency: 'EUR', amount: 5000 }, originator: { name: 'Ada Byron' } },
    })
    for (const verb of [getCorrespondent, confirmCorrespondent])
      expect(await bank.run((ctx) => verb({ ...ctx, actor: newActor() }, id))).toEqual(refused('NOT_FOUND'))
  })

  it('refuses with the documented conflict, and nothing is written', async () => {
    const [pounds, poor, blocked] = [
      await bank.funded('GBP'),
      await bank.funded('EUR', 10),
      await bank.funded('EUR', 1),
    ]
    const gone = await bank.run((ctx) => openLanding(ctx, 'EUR'))
    await bank.run((ctx) => blockAccount(ctx, blocked))
    await bank.run((ctx) => removeAccount(ctx, gone))
    const inPounds = { sourceInstrument: from(pounds), amount: { currency: 'GBP', amount: 5 }, beneficiary: british }
    const { supplementaryInformation: _, ...bare } = originator
    const cases: [Partial<Order>, string][] = [
      [{ profileId: '3003' }, 'PROFILE_NOT_FOUND'],
      [{ scheduledTimestamp: String(bank.clock.now() - 1) }, 'SCHEDULED_TIMESTAMP_INVALID'],
      [{ amount: { currency: 'EUR', amount: 0 } }, 'AMOUNT_INVALID'],
      [{ sourceInstrument: from('404') }, 'SOURCE_NOT_FOUND'],
      [{ sourceInstrument: from(gone) }, 'SOURCE_INSTRUMENT_DESTROYED'],
      [{ sourceInstrument: from(blocked) }, 'SOURCE_INSTRUMENT_BLOCKED'],
      [{ sourceInstrument: from(await bank.account('EUR', 5000)) }, 'MODEL_CONSTRAINTS_VIOLATED'],
      [{ sourceInstrument: from(pounds) }, 'CURRENCY_MISMATCH'],
      [{ sourceInstrument: from(poor) }, 'FUNDS_INSUFFICIENT'],
      [{ beneficiary: british }, 'TYPE_NOT_SUPPORTED_BY_PROFILE'],
      [{ ...inPounds, beneficiary: german() }, 'TYPE_NOT_SUPPORTED_BY_PROFILE'],
      [{ beneficiary: { ...german(), iban: 'DE00370400440532013000' } }, 'BENEFICIARY_BANK_DETAILS_INVALID'],
      [{ description: ' ' }, 'MODEL_CONSTRAINTS_VIOLATED'],
      [{ ...inPounds, description: 'x'.repeat(19) }, 'MODEL_CONSTRAINTS_VIOLATED'],
      [{ originator: bare }, 'ORIGINATOR_DETAILS_INVALID'],
    ]
    const count = async () => sure(await bank.run((ctx) => listCorrespondents(ctx, {}))).count
    const before = await count()
    for (const [more, code] of cases) expect(await send(order(more)), code).toEqual(refused(code))
    expect(await count()).toBe(before)
  })

  it('gives the money back when the other bank does not take it, and fails without money', async () => {
    const account = await bank.funded('EUR', 8000)
    const sourceInstrument = from(account)
    const first = await sent({ sourceInstrument })
    expect(await bank.settle(first, 'reject')).toBe('COMPLETED')
    expect(await stateOf(first)).toBe('REJECTED')
    expect(await bank.balances(account)).toEqual([8000, 8000])
    expect(await bank.settle(first, 'accept')).toBe('DENIED')
    const ids = [await made(order({ sourceInstrument })), await made(order({ sourceInstrument }))]
    for (const id of ids) sure(await look(id))
    expect(await verify(...ids, '404')).toEqual(refused('NOT_FOUND'))
    expect(await verify(...ids)).toMatchObject({ ok: true })
    expect(await Promise.all(ids.map(stateOf))).toEqual(['SUBMITTED', 'FAILED'])
    expect(await bank.settle(ids[0] ?? '', 'accept')).toBe('COMPLETED')
    expect(await bank.settle(ids[0] ?? '', 'accept')).toBe('DENIED_WIRE_TRANSFER_ALREADY_COMPLETED')
    expect(await bank.settle('404', 'accept')).toBe('DENIED_WIRE_TRANSFER_NOT_FOUND')
    await bank.pass(20 * SECOND)
    expect(await bank.balances(account)).toEqual([3000, 3000])
  })

  it('waits for its time, and is cancelled until it has left', async () => {
    const scheduledTimestamp = String(bank.clock.now() + 60 * SECOND)
    const [runs, stopped] = [await sent({ scheduledTimestamp }), await sent({ scheduledTimestamp })]
    expect(await stateOf(runs)).toBe('SCHEDULED')
    const cancel = (id: string, reason?: string) => bank.run((ctx) => cancelCorrespondent(ctx, id, reason))
    expect(await cancel(stopped, 'Wrong day')).toMatchObject({
      value: { state: 'CANCELLED', cancellationReason: 'Wrong day' },
    })
    await bank.pass(61 * SECOND)
    expect([await stateOf(runs), await stateOf(stopped)]).toEqual(['SUBMITTED', 'CANCELLED'])
    expect(await cancel(runs)).toEqual(refused('INVALID_STATE'))
    expect(await cancel('404')).toEqual(refused('NOT_FOUND'))
    const fresh = await made(order())
    expect(await cancel(fresh)).toMatchObject({ value: { state: 'CANCELLED' } })
    const declined = await made(order())
    sure(await look(declined))
    await bank.run((ctx) => correspondentConfirmation.failed(ctx, [declined], 'EXPIRED'))
    expect(await stateOf(declined)).toBe('PENDING_CHALLENGE')
    await bank.run((ctx) => correspondentConfirmation.failed(ctx, [declined], 'DECLINED'))
    expect(await stateOf(declined)).toBe('REJECTED')
  })

  it('lists newest first, by every filter', async () => {
    const account = await bank.funded('EUR', 1_000_000)
    const sourceInstrument = from(account)
    const first = await made(order({ sourceInstrument, tag: 'y' }))
    bank.clock.advance(1000)
    const between = bank.clock.now()
    bank.clock.advance(1000)
    const second = await sent({ sourceInstrument, originator: company })
    await bank.pass(10 * SECOND)
    const ids = async (query: Parameters<typeof listCorrespondents>[1]) =>
      sure(await bank.run((ctx) => listCorrespondents(ctx, { ...query, 'sourceInstrument.id': account }))).transfer.map(
        ({ id }) => id,
      )
    expect(await ids({})).toEqual([second, first])
    expect(await ids({ limit: 1, offset: 1 })).toEqual([first])
    expect(await ids({ 'sourceInstrument.type': 'managed_accounts' })).toEqual([second, first])
    expect(await ids({ state: 'COMPLETED' })).toEqual([second])
    expect(await ids({ state: ['COMPLETED', 'PENDING_CONFIRMATION'] })).toEqual([second, first])
    expect(await ids({ tag: 'y' })).toEqual([first])
    expect(await ids({ profileId: '3003' })).toEqual([])
    expect(await ids({ 'originator.name': 'cotton' })).toEqual([second])
    expect(await ids({ 'originator.name': '0% C' })).toEqual([second])
    expect(await ids({ 'originator.name': 'a%b' })).toEqual([])
    expect(await ids({ 'originator.type': 'INDIVIDUAL' })).toEqual([first])
    expect(await ids({ 'originator.type': 'BUSINESS' })).toEqual([second])
    expect(await ids({ 'originator.tag': 'client-7' })).toEqual([second])
    expect(await ids({ createdFrom: between })).toEqual([second])
    expect(await ids({ createdTo: between })).toEqual([first])
    expect(await ids({ executedFrom: between })).toEqual([second])
    expect(await ids({ executedTo: between })).toEqual([])
  })
})
