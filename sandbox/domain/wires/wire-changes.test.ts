import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../../test/postgres/engines'
import { germanIban, payee, trustBeneficiary, verifyLinkedAccount } from '../../testing/trust'
import { from, ibanEnding, openWireBank, sure, to, type WireBank } from '../../testing/wires'
import { blockAccount } from '../accounts/block-account'
import { blockLinkedAccount } from '../linked-accounts/change-linked-account'
import { cancelWire } from './cancel-wire'
import { cancelWires } from './cancel-wires'
import { wireConfirmation } from './confirmation'
import { createWires } from './create-wires'
import { renamePayee } from './rename-payee'

const refused = (refusal: string) => ({ ok: false, refusal })
const SECOND = 1000

onEachEngine('wires that wait', (open) => {
  let bank: WireBank
  beforeAll(async () => {
    bank = await openWireBank(await open())
  })
  afterAll(async () => {
    expect(await bank.broken()).toEqual([])
    await bank.close()
  })

  it('sends a scheduled one when its time comes, and fails one that cannot be paid then', async () => {
    const account = await bank.funded('USD', 10_000)
    const at = bank.clock.now() + 3600 * SECOND
    const scheduled = (amount: number) =>
      bank.sent(
        bank.inDollars({
          ...from(account),
          transferAmount: { currency: 'USD', amount },
          scheduledTimestamp: String(at),
        }),
      )
    const [good, bad] = [await scheduled(8000), await scheduled(9000)]
    expect([await bank.stateOf(good), await bank.stateOf(bad)]).toEqual(['SCHEDULED', 'SCHEDULED'])
    expect(await bank.balances(account)).toEqual([10_000, 10_000])
    await bank.pass(3600 * SECOND)
    expect(await bank.got(good)).toMatchObject({ state: 'SUBMITTED', scheduledTimestamp: String(at) })
    expect(await bank.stateOf(bad)).toBe('FAILED')
    expect(await bank.balances(account)).toEqual([10_000, 500])
    const [, failed] = (await bank.told(bad)).slice(-2)
    expect(failed).toMatchObject({ eventType: 'FAILED', transfer: { conflict: 'INSUFFICIENT_FUNDS' } })
    await bank.pass(10 * SECOND)
    expect(await bank.stateOf(good)).toBe('COMPLETED')
    expect(await bank.balances(account)).toEqual([500, 500])
  })

  it('sends one off at once that was confirmed only after its time', async () => {
    const { id } = await bank.made(bank.inDollars({ scheduledTimestamp: String(bank.clock.now() + SECOND) }))
    await bank.pass(60 * SECOND)
    expect(await bank.verify(id)).toMatchObject({ ok: true })
    expect(await bank.stateOf(id)).toBe('SUBMITTED')
  })

  it('fails when the account cannot pay any more at the moment of confirmation', async () => {
    const account = await bank.funded('USD', 10_000)
    const { id } = await bank.made(bank.inDollars(from(account)))
    await bank.run((ctx) => blockAccount(ctx, account))
    expect(await bank.verify(id)).toMatchObject({ ok: true })
    expect(await bank.stateOf(id)).toBe('FAILED')
    expect((await bank.told(id)).at(-1)).toMatchObject({ transfer: { conflict: 'SOURCE_INSTRUMENT_BLOCKED' } })
    expect(await bank.balances(account)).toEqual([10_000, 10_000])
  })

  it('does not go to a linked account that was blocked since', async () => {
    const reference = { accountNumber: '31510155', sortCode: '200000' }
    const id = await bank.run((ctx) => verifyLinkedAccount(ctx, { currency: 'GBP', country: 'GB', reference }))
    const scheduledTimestamp = String(bank.clock.now() + 3600 * SECOND)
    const pounds = (more = {}) => bank.made(bank.inPounds({ ...to({ type: 'linked_accounts', id }), ...more }))
    const [waiting, later] = [await pounds(), await pounds({ scheduledTimestamp })]
    sure(await bank.verify(later.id))
    await bank.run((ctx) => blockLinkedAccount(ctx, id))
    await bank.verify(waiting.id)
    await bank.pass(3600 * SECOND)
    expect([await bank.stateOf(waiting.id), await bank.stateOf(later.id)]).toEqual(['FAILED', 'FAILED'])
  })

  it('is cancelled while nobody has sent it, and never after', async () => {
    const cancel = (id: string, reason?: string) => bank.run((ctx) => cancelWire(ctx, id, reason))
    const looked = await bank.made(bank.order())
    const challenged = await bank.made(bank.inDollars())
    const scheduled = await bank.sent(bank.inDollars({ scheduledTimestamp: String(bank.clock.now() + 9_000_000) }))
    const gone = await bank.sent(bank.inDollars())
    for (const id of [looked.id, challenged.id, scheduled])
      expect(await cancel(id, 'Wrong payee')).toMatchObject({
        value: { state: 'CANCELLED', cancellationReason: 'Wrong payee' },
      })
    expect(await cancel(gone)).toEqual(refused('INVALID_STATE'))
    expect(await cancel(looked.id)).toEqual(refused('INVALID_STATE'))
    expect(await cancel('404')).toEqual(refused('NOT_FOUND'))
    await bank.pass(9_001_000)
    expect(await bank.stateOf(scheduled)).toBe('CANCELLED')
    const waiting = await bank.sent(bank.inDollars({ scheduledTimestamp: String(bank.clock.now() + 9_000_000) }))
    const list = [{ id: gone }, { id: waiting, cancellationReason: 'Twice' }, { id: '404' }]
    expect(await bank.run((ctx) => cancelWires(ctx, list))).toEqual({
      ok: true,
      value: {
        cancellations: [
          { id: gone, state: 'ERROR', errorCode: 'TRANSACTION_NOT_SCHEDULED' },
          { id: waiting, state: 'SUCCESS' },
          { id: '404', state: 'ERROR', errorCode: 'NOT_FOUND' },
        ],
      },
    })
  })

  it('calls the payee otherwise and checks again, or as the payee’s bank says', async () => {
    const rename = (id: string, change: Parameters<typeof renamePayee>[2]) =>
      bank.run((ctx) => renamePayee(ctx, id, change))
    const close = await bank.made(bank.order(to({ name: 'Blue', iban: ibanEnding(1) })))
    expect(await rename(close.id, { acceptVerifiedName: true })).toMatchObject({
      value: {
        destination: { name: 'Blue Ltd' },
        validationOutcomes: [{ categoryResult: { match: 'MATCH' } }],
      },
    })
    expect(await rename(close.id, { name: 'Red' })).toMatchObject({
      value: { validationOutcomes: [{ categoryResult: { match: 'CLOSE_MATCH', accountName: 'Red Ltd' } }] },
    })
    for (const change of [{}, { name: 'Red', acceptVerifiedName: true }, { acceptVerifiedName: false }])
      expect(await rename(close.id, change)).toEqual(refused('MODEL_CONSTRAINTS_VIOLATED'))
    const stranger = await bank.made(bank.order(to({ name: 'Blue', iban: ibanEnding(2) })))
    expect(await rename(stranger.id, { acceptVerifiedName: true })).toEqual(refused('NO_NAME_TO_ACCEPT'))
    const pound = await bank.made(bank.inPounds())
    expect(await rename(pound.id, { name: 'Zoë' })).toEqual(refused('MODEL_CONSTRAINTS_VIOLATED'))
    const beneficiary = await bank.run((ctx) =>
      trustBeneficiary(ctx, payee({ bankAccountDetails: { iban: germanIban(8300) } })),
    )
    const fixed = await bank.made(bank.order(to({ beneficiaryId: beneficiary })))
    expect(await rename(fixed.id, { name: 'Red' })).toEqual(refused('CONFLICT_BENEFICIARYID_NAME'))
    const linkedId = await bank.run((ctx) => verifyLinkedAccount(ctx, { reference: { iban: germanIban(8400) } }))
    const linked = await bank.made(bank.order(to({ type: 'linked_accounts', id: linkedId })))
    expect(await rename(linked.id, { name: 'Red' })).toEqual(refused('CONFLICT_EXTERNALACCOUNTID_NAME'))
    sure(await bank.look(close.id))
    expect(await rename(close.id, { name: 'Red' })).toEqual(refused('INVALID_STATE'))
    expect(await rename('404', { name: 'Red' })).toEqual(refused('NOT_FOUND'))
  })

  it('looks at the orders of the older bulk call only afterwards', async () => {
    const beneficiaryId = await bank.run((ctx) =>
      trustBeneficiary(ctx, payee({ bankAccountDetails: { iban: germanIban(8500) } })),
    )
    const orders = [bank.order(), bank.order({ profileId: '9' }), bank.order(to({ beneficiaryId }))]
    const { response } = sure(await bank.run((ctx) => createWires(ctx, orders)))
    const ids = response.map(({ id }) => id)
    expect(response.map(({ state }) => state)).toEqual(Array(3).fill('PENDING_CHALLENGE'))
    expect(await bank.verify(ids[0] ?? '')).toEqual(refused('STATE_INVALID'))
    await bank.pass(SECOND)
    const states = async (list: string[]) => Promise.all(list.map(bank.stateOf))
    expect(await states(ids)).toEqual(['PENDING_CHALLENGE', 'INVALID', 'PENDING_CHALLENGE'])
    expect((await bank.told(ids[1] ?? '')).at(-1)).toMatchObject({
      eventType: 'INVALID',
      transfer: { conflict: 'PROFILE_NOT_FOUND' },
    })
    expect(await bank.verify(ids[0] ?? '', ids[2] ?? '')).toMatchObject({ ok: true })
    const trusted = sure(await bank.run((ctx) => createWires(ctx, orders.slice(1)))).response.map(({ id }) => id)
    await bank.pass(SECOND)
    expect(await states(trusted)).toEqual(['INVALID', 'SUBMITTED'])
    // The older form of amounts, in which the platform is told, knows no sign.
    const less = bank.order({ transferAmount: { currency: 'EUR', amount: -1 } })
    const [wrong] = sure(await bank.run((ctx) => createWires(ctx, [less]))).response
    await bank.pass(SECOND)
    expect(await bank.stateOf(wrong?.id ?? '')).toBe('INVALID')
    const many = Array.from({ length: 1001 }, () => bank.order())
    expect(await bank.run((ctx) => createWires(ctx, many))).toEqual(refused('TRANSACTION_LIMIT_EXCEEDED'))
  })

  it('is rejected by whoever declines it on the phone, and waits on when nobody answered', async () => {
    const { id } = await bank.made(bank.inDollars())
    const fail = (why: 'EXPIRED' | 'LIMIT' | 'DECLINED') => bank.run((ctx) => wireConfirmation.failed(ctx, [id], why))
    await fail('EXPIRED')
    await fail('LIMIT')
    expect(await bank.stateOf(id)).toBe('PENDING_CHALLENGE')
    await fail('DECLINED')
    expect(await bank.got(id)).toMatchObject({ state: 'REJECTED', rejectedInfo: 'USER' })
    expect(await bank.verify(id, '404')).toEqual(refused('NOT_FOUND'))
    expect(await bank.verify(id)).toEqual(refused('STATE_INVALID'))
  })
})
