import { beforeEach, expect, test } from 'vitest'
import type { BasicBeneficiary } from '../../contract/beneficiaries'
import { onEachEngine } from '../../test/postgres/engines'
import { runDue } from '../domain/due/run-due'
import { freshStore } from '../testing/front-door'
import { openPayeeDesk, type PayeeDesk } from '../testing/payee-desk'
import { germanIban, openLanding, payee, trustBeneficiaries } from '../testing/trust'

const SECOND = 1000

onEachEngine('beneficiaries', (openStore) => {
  const fresh = freshStore(openStore)
  let desk: PayeeDesk
  beforeEach(async () => {
    desk = await openPayeeDesk(await fresh())
  })

  test('a batch is looked at, confirmed by a code and carried out; the platform hears of each step', async () => {
    const { door, call, create, batchIdOf, pass, batchState, rowsOf, states, challenge, verify, iban } = desk
    const made = await create(
      [
        payee(iban(1), { group: 'suppliers', externalRefs: ['erp-1'] }),
        payee(
          { bankName: 'Coast Bank', bankAccountDetails: { sortCode: '040004', accountNumber: '12345678' } },
          { beneficiaryInformation: { fullName: 'Bo O’Hara', nationality: 'IE', dateOfBirth: '1980-05-01' } },
        ),
      ],
      'spring',
    )
    expect(made).toMatchObject({ status: 200, body: { tag: 'spring', state: 'INITIALISED' } })
    const id = batchIdOf(made)
    expect(await states(id)).toEqual(['INITIALISED', 'INITIALISED'])
    expect(await challenge(id)).toBe('STATE_INVALID')
    await pass(SECOND)
    expect([await batchState(id), await states(id)]).toEqual([
      'PENDING_CHALLENGE',
      ['PENDING_CHALLENGE', 'PENDING_CHALLENGE'],
    ])
    expect(await verify(id, '123456')).toBe('STATE_INVALID')
    expect(await challenge(id)).toBe(204)
    expect(await verify(id, '000000')).toBe('VERIFICATION_CODE_INVALID')
    expect(await verify(id, '123456')).toBe(204)
    expect([await batchState(id), await states(id)]).toEqual(['CHALLENGE_COMPLETED', ['ACTIVE', 'ACTIVE']])
    expect([await challenge(id), await verify(id, '123456')]).toEqual(['STATE_INVALID', 'STATE_INVALID'])
    await pass(SECOND)
    expect(await batchState(id)).toBe('COMPLETED')

    const [uk, german] = await rowsOf(`batchId=${id}`)
    expect(uk).toMatchObject({ beneficiaryInformation: { fullName: 'Bo O’Hara', dateOfBirth: '1980-05-01' } })
    expect(german).toMatchObject({
      group: 'suppliers',
      externalRefs: ['erp-1'],
      relatedOperationBatches: [{ batchId: id, operation: 'CREATE' }],
    })
    expect((await call('GET', `/beneficiaries/${german?.id}`)).body).toEqual(german)
    const hooks = await door.store.db
      .selectFrom('sandbox_webhook')
      .select('payload')
      .where('event', '=', 'beneficiary_batch_watch')
      .orderBy('id')
      .execute()
    const told = hooks.map((hook) => JSON.parse(hook.payload))
    expect(told.map((hook) => hook.eventType)).toEqual(['INITIALISED', 'PENDING_CHALLENGE', 'CHALLENGE_COMPLETED'])
    expect(told[2]).toMatchObject({
      id,
      operation: 'CREATE',
      tag: 'spring',
      beneficiaries: [
        {
          state: 'ACTIVE',
          group: 'suppliers',
          beneficiaryInformation: { businessBeneficiaryType: { businessName: 'Blue Harbour GmbH' } },
          beneficiaryDetails: {
            bankAccountDetailsBeneficiary: {
              beneficiaryName: 'Blue Harbour GmbH',
              sepaBankDetails: { iban: germanIban(1) },
            },
          },
        },
        { beneficiaryDetails: { bankAccountDetailsBeneficiary: { bankName: 'Coast Bank' } } },
      ],
    })
  })

  test('what is wrong with a payee is said of it alone', async () => {
    const { door, actor, call, batchState, rowsOf, states, challenge, pending, iban, trust } = desk
    await trust(1)
    const stranger = await door.company()
    const other = { ...actor, identityId: stranger.identityId }
    const theirs = await door.inTx((ctx) => openLanding({ ...ctx, actor: other }, 'EUR'))
    const own = await door.inTx((ctx) => openLanding({ ...ctx, actor }, 'GBP'))
    const { body } = await call('GET', `/managed_accounts/${own}/iban`)
    const [bacs] = (body as { bankAccountDetails: { details: { sortCode: string; accountNumber: string } }[] })
      .bankAccountDetails
    const instrument = (id: string, type: 'managed_accounts' | 'managed_cards' = 'managed_accounts') =>
      payee({ instrument: { id, type } })
    const id = await pending(
      payee(iban(2)),
      payee(iban(1)),
      payee(iban(2)),
      payee({ bankAccountDetails: { iban: germanIban(3).replace(/^DE../, 'DE00') } }),
      instrument(theirs),
      instrument(theirs, 'managed_cards'),
      instrument(own),
      instrument('404'),
      payee({ bankAccountDetails: bacs?.details ?? { sortCode: '', accountNumber: '' } }),
    )
    const failures = (await rowsOf(`batchId=${id}`)).map((row) => row.validationFailure ?? row.state).reverse()
    expect(failures).toEqual([
      'PENDING_CHALLENGE',
      'BENEFICIARY_DETAILS_ALREADY_EXIST',
      'BENEFICIARY_DETAILS_ALREADY_EXIST',
      'INSTRUMENT_DETAILS_NOT_FOUND',
      'PENDING_CHALLENGE',
      'INSTRUMENT_DETAILS_NOT_FOUND',
      'BENEFICIARY_BELONGS_TO_SAME_IDENTITY',
      'INSTRUMENT_DETAILS_NOT_FOUND',
      'BENEFICIARY_BELONGS_TO_SAME_IDENTITY',
    ])
    expect(await batchState(id)).toBe('PENDING_CHALLENGE')
    // What waits for its challenge cannot be ordered a second time, and nothing but bad ones make a batch fail.
    const again = await pending(payee(iban(2)))
    expect([await batchState(again), await states(again)]).toEqual(['FAILED', ['INVALID']])
    expect(await challenge(again)).toBe('STATE_INVALID')
    const empty = await pending()
    expect(await batchState(empty)).toBe('FAILED')
  })

  test('two batches that name the same payee at the same moment add it once', async () => {
    const { door, create, batchIdOf, states, iban } = desk
    const ids = (await Promise.all([1, 2].map(() => create([payee(iban(1))])))).map(batchIdOf)
    door.clock.advance(SECOND)
    await Promise.all([1, 2].map(() => door.sandbox.run(runDue)))
    const found = await Promise.all(ids.map(states))
    expect(found.flat().sort()).toEqual(['INVALID', 'PENDING_CHALLENGE'])
  })

  test('thousands are listed page by page, by every filter', async () => {
    const { door, actor, call, rowsOf, iban, trust } = desk
    const orders = Array.from({ length: 3000 }, (_, i) => payee(iban(i), { group: i % 3 === 0 ? 'third' : 'rest' }))
    const ids = await door.inTx((ctx) => trustBeneficiaries({ ...ctx, actor }, orders, 'many'))
    const [late = ''] = await trust(5000)
    const list = async (query: string) => (await call('GET', `/beneficiaries?${query}`)).body
    expect(await list('limit=2')).toMatchObject({ count: 3001, responseCount: 2, beneficiaries: [{ id: late }, {}] })
    expect(await list('offset=2951')).toMatchObject({ count: 3001, responseCount: 50 })
    expect((await rowsOf('offset=3000')).map((row) => row.id)).toEqual([ids[0]])
    expect(await list('group=third&limit=1')).toMatchObject({ count: 1000 })
    expect(await list('group=third&group=rest&limit=1')).toMatchObject({ count: 3000 })
    expect(await list('group=none')).toMatchObject({ count: 0, beneficiaries: [] })

    const batches = async (query: string) => {
      const { body } = await call('GET', `/beneficiaries/batch?${query}`)
      return (body as { batches: { operationBatchId: { batchId: string } }[]; count: number }).batches
    }
    const [many] = await batches('tag=many')
    const batchId = many?.operationBatchId.batchId
    expect(await list(`batchId=${batchId}&group=third&limit=1`)).toMatchObject({ count: 1000 })
    expect(await batches('')).toHaveLength(2)
    expect(await batches('state=COMPLETED&operation=CREATE')).toHaveLength(2)
    expect(await batches('state=FAILED&state=INITIALISED')).toEqual([])
    expect(await batches('operation=REMOVE')).toEqual([])
  })

  test('a repeated order is one batch; a name that its destination cannot take is refused with its field', async () => {
    const { door, token, create, call, batchIdOf, rowsOf, iban } = desk
    const body = { beneficiaries: [payee(iban(1))] }
    const order = () => door.call('POST', '/beneficiaries', { token: token(), body, ref: 'same' })
    expect(batchIdOf(await order())).toBe(batchIdOf(await order()))
    expect(await rowsOf('')).toHaveLength(1)

    const uk = { bankAccountDetails: { sortCode: '040004', accountNumber: '12345678' } }
    const named = (businessName: string, details: BasicBeneficiary['beneficiaryDetails']) =>
      create([payee(details, { beneficiaryInformation: { businessName } })])
    const refused = await named("Bo's", uk)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('beneficiaryInformation.businessName')
    expect((await named("Bo's", iban(2))).status).toBe(200)
    expect((await named('x'.repeat(151), iban(3))).status).toBe(400)
    expect((await call('POST', '/beneficiaries/remove', { beneficiaryIds: [] })).status).toBe(400)
    expect((await create([payee({ bankAccountDetails: { iban: 'DE1' } })])).status).toBe(400)
  })
})
