import { beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { createClock } from '../../effects/clock'
import { type Bank, newActor, openBank } from '../../testing/bank'
import { germanIban, openLanding, payee, trustBeneficiary } from '../../testing/trust'
import { changeChallenge, insertChallenge } from '../challenges/challenge-rows'
import { runDue } from '../due/run-due'
import { exemptionFor, findBeneficiary } from './find-beneficiary'
import { createBeneficiaries, VALIDATION_MS } from './order-batch'

onEachEngine('who is paid without a challenge', (open) => {
  let bank: Bank
  const clock = createClock()
  beforeAll(async () => {
    bank = await openBank(await open(), { clock })
  })

  const euro = (amount: number) => ({ currency: 'EUR', amount })
  const exemption = (amount: number, beneficiaryId?: string) =>
    bank.run(async (ctx) => {
      const beneficiary = beneficiaryId === undefined ? undefined : await findBeneficiary(ctx, beneficiaryId)
      return exemptionFor(ctx, { beneficiary, money: euro(amount) })
    })
  const confirmSomething = (status: 'VERIFIED' | 'DECLINED') =>
    bank.run(async (ctx) => {
      const { credentialId } = ctx.actor
      const id = await insertChallenge(ctx, { purpose: 'CONFIRMATION', credentialId, channel: 'SMS' })
      await changeChallenge(ctx, id, { status })
    })

  it('finds a payee with what a payment needs, for its own identity alone', async () => {
    const iban = germanIban(1)
    const id = await bank.run((ctx) => trustBeneficiary(ctx, payee({ bankAccountDetails: { iban } })))
    const found = await bank.run((ctx) => findBeneficiary(ctx, id))
    expect(found).toMatchObject({ kind: 'bank-account', trusted: true, name: 'Blue Harbour GmbH' })
    expect(found?.kind === 'bank-account' && found.bank.bankAccountDetails).toEqual({ iban })
    expect(await bank.run((ctx) => findBeneficiary({ ...ctx, actor: newActor() }, id))).toBeUndefined()
    expect(await bank.run((ctx) => findBeneficiary(ctx, '404'))).toBeUndefined()

    const other = await openBank(bank.store, { clock })
    const theirs = await other.run((ctx) => openLanding(ctx, 'EUR'))
    const person = { beneficiaryInformation: { fullName: 'Bo Lind' } }
    const instrument = { instrument: { type: 'managed_accounts' as const, id: theirs } }
    const friend = await bank.run((ctx) => trustBeneficiary(ctx, payee(instrument, person)))
    expect(await bank.run((ctx) => findBeneficiary(ctx, friend))).toMatchObject({
      kind: 'instrument',
      name: 'Bo Lind',
      ...instrument,
    })
  })

  it('a payee is trusted whatever the amount, once its batch is confirmed', async () => {
    const order = { beneficiaries: [payee({ bankAccountDetails: { iban: germanIban(2) } })] }
    await bank.run((ctx) => createBeneficiaries(ctx, order))
    clock.advance(VALIDATION_MS)
    await bank.run(runDue)
    const waiting = await bank.store.db
      .selectFrom('sandbox_beneficiary')
      .select('id')
      .where('state', '=', 'PENDING_CHALLENGE')
      .executeTakeFirstOrThrow()
    expect(await exemption(1_000_000, waiting.id)).toBeUndefined()
    const trusted = await bank.run((ctx) =>
      trustBeneficiary(ctx, payee({ bankAccountDetails: { iban: germanIban(3) } })),
    )
    expect(await exemption(1_000_000, trusted)).toBe('TRUSTED_BENEFICIARY')
  })

  it('five small payments go without a challenge, or a hundred euro, until the next one', async () => {
    expect(await exemption(3000)).toBeUndefined()
    const row: unknown[] = []
    for (let i = 0; i < 6; i++) row.push(await exemption(1000))
    expect(row).toEqual([...Array(5).fill('LOW_VALUE'), undefined])
    clock.advance(1000)
    await confirmSomething('DECLINED')
    expect(await exemption(1000)).toBeUndefined()
    clock.advance(1000)
    await confirmSomething('VERIFIED')
    for (let i = 0; i < 3; i++) expect(await exemption(2999)).toBe('LOW_VALUE')
    expect(await exemption(2999)).toBeUndefined()
    expect(await exemption(1003)).toBe('LOW_VALUE')
    expect(await exemption(1)).toBeUndefined()
  })
})
