import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { checkBooks } from '../domain/ledger/check-books'
import { type FrontDoor, field, freshStore, openFrontDoor } from '../testing/front-door'
import { listener } from '../testing/told'

onEachEngine('fees', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
  })
  const refused = (errorCode: string, status = 409) => ({ status, body: { errorCode } })

  async function account(token: string, currency: string, amount: number): Promise<string> {
    const body = { profileId: '2001', friendlyName: 'Money', currency }
    const accountId = field(await door.call('POST', '/managed_accounts', { token: await steppedUp(token), body }), 'id')
    const deposit = { accountId, currency, amount, senderName: 'S', senderIban: 'IE00', reference: 'r' }
    if (amount > 0) await door.inTx((ctx) => bookDeposit(ctx, deposit))
    return accountId
  }
  /** Opening an account asks for step-up. */
  async function steppedUp(token: string): Promise<string> {
    await door.store.db.updateTable('sandbox_token').set({ stepped_up: 1 }).execute()
    return token
  }
  const charge = (
    token: string,
    id: string,
    feeType: string,
    { ref = '', of = 'corporates', type = 'managed_accounts' } = {},
  ) => door.call('POST', `/${of}/fees/charge`, { token, body: { feeType, source: { type, id } }, ...(ref && { ref }) })
  const balance = async (id: string) =>
    (
      await door.store.db
        .selectFrom('sandbox_instrument')
        .select('available_balance')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).available_balance
  const broken = async () => (await checkBooks(door.store.db)).flatMap((rule) => rule.violations)

  test('a fee goes from the account to the programme, stands on the statement, and the platform hears of it', async () => {
    const token = await door.session(await door.company())
    const id = await account(token, 'EUR', 50_00)
    const told = listener(door.store)
    await told()
    const answer = await charge(token, id, 'MONTHLY_SUBSCRIPTION')
    const transaction = (answer.body as { transactionId: { id: string } }).transactionId.id
    const source = { type: 'managed_accounts', id }
    expect(answer).toMatchObject({
      status: 200,
      body: {
        transactionId: { type: 'CHARGE_FEE' },
        profileId: '5001',
        feeType: 'MONTHLY_SUBSCRIPTION',
        source,
        availableBalanceAdjustment: { currency: 'EUR', amount: -999 },
        state: 'COMPLETED',
      },
    })
    expect([await balance(id), await balance('system:fees:EUR')]).toEqual([40_01, 9_99])
    expect(await broken()).toEqual([])
    const statement = await door.call('GET', `/managed_accounts/${id}/statement`, { token })
    expect(statement.body).toMatchObject({
      entry: [
        {
          transactionId: { type: 'CHARGE_FEE', id: transaction },
          transactionAmount: { currency: 'EUR', amount: -999 },
          additionalFields: { chargeFeeType: 'MONTHLY_SUBSCRIPTION', note: 'Monthly subscription' },
        },
        { transactionId: { type: 'DEPOSIT' } },
      ],
    })
    const [event] = await told('fees_watch')
    expect(event?.payload).toMatchObject({
      chargeFee: {
        id: transaction,
        feeType: 'CUSTOM',
        feeSubType: 'MONTHLY_SUBSCRIPTION',
        source,
        feeSpec: { type: 'FLAT', flatAmount: [{ currency: 'EUR', amount: '999' }] },
      },
      type: 'COMPLETED',
    })
    expect(door.problems).toEqual([])
  })

  test('a consumer is charged alike, each by its own call', async () => {
    const token = await door.session(await door.consumer())
    const id = await account(token, 'GBP', 20_00)
    expect(await charge(token, id, 'PRINTED_STATEMENT')).toMatchObject(refused('INSUFFICIENT_PERMISSIONS', 403))
    const charged = await charge(token, id, 'PRINTED_STATEMENT', { of: 'consumers' })
    expect(charged).toMatchObject({
      status: 200,
      body: { availableBalanceAdjustment: { currency: 'GBP', amount: -450 } },
    })
    expect(await balance(id)).toBe(15_50)
  })

  test('what cannot be charged is refused and moves nothing', async () => {
    const token = await door.session(await door.company())
    const other = await door.session(await door.company())
    const [rich, poor, dollars, foreign] = [
      await account(token, 'EUR', 50_00),
      await account(token, 'EUR', 9_98),
      await account(token, 'USD', 50_00),
      await account(other, 'EUR', 50_00),
    ]
    expect(await charge(token, rich, 'NO_SUCH_FEE')).toMatchObject(refused('UNRESOLVED_FEE_TYPE'))
    expect(await charge(token, rich, 'CONCIERGE')).toMatchObject(refused('FEE_AMOUNT_NOT_SET'))
    expect(await charge(token, dollars, 'PRINTED_STATEMENT')).toMatchObject(refused('UNRESOLVED_CURRENCY'))
    expect(await charge(token, '404', 'PRINTED_STATEMENT')).toMatchObject(refused('UNRESOLVED_INSTRUMENT'))
    const card = { type: 'managed_cards' }
    expect(await charge(token, rich, 'PRINTED_STATEMENT', card)).toMatchObject(refused('UNRESOLVED_INSTRUMENT'))
    expect(await charge(token, foreign, 'PRINTED_STATEMENT')).toMatchObject(refused('IDENTITY_NOT_OWNER_OF_INSTRUMENT'))
    expect(await charge(token, poor, 'MONTHLY_SUBSCRIPTION')).toMatchObject(refused('FUNDS_INSUFFICIENT'))
    expect([await balance(rich), await balance(poor), await balance(foreign)]).toEqual([50_00, 9_98, 50_00])
    expect(await broken()).toEqual([])
    await door.store.db.updateTable('sandbox_instrument').set({ state: 'DESTROYED' }).where('id', '=', rich).execute()
    expect(await charge(token, rich, 'PRINTED_STATEMENT')).toMatchObject(refused('UNRESOLVED_INSTRUMENT'))
  })

  test('the same reference charges once', async () => {
    const token = await door.session(await door.company())
    const id = await account(token, 'EUR', 50_00)
    const first = await charge(token, id, 'PRINTED_STATEMENT', { ref: 'one' })
    expect((await charge(token, id, 'PRINTED_STATEMENT', { ref: 'one' })).body).toEqual(first.body)
    expect(await balance(id)).toBe(45_00)
  })

  test('fees are listed by time, for the own identity alone', async () => {
    const token = await door.session(await door.company())
    const other = await door.session(await door.company())
    const id = await account(token, 'EUR', 100_00)
    const ids: string[] = []
    const times: number[] = []
    for (const feeType of ['MONTHLY_SUBSCRIPTION', 'PRINTED_STATEMENT', 'MONTHLY_SUBSCRIPTION']) {
      door.clock.advance(1000)
      const { body } = await charge(token, id, feeType)
      const charged = body as { transactionId: { id: string }; creationTimestamp: number }
      ids.unshift(charged.transactionId.id)
      times.unshift(charged.creationTimestamp)
    }
    await charge(other, await account(other, 'EUR', 100_00), 'PRINTED_STATEMENT')
    const list = async (query = '') => {
      const { body } = await door.call('GET', `/fees${query}`, { token })
      const { fees, ...counts } = body as { fees: { id: string }[]; count: number; responseCount: number }
      return { ids: fees.map((fee) => fee.id), ...counts, fees }
    }
    const all = await list()
    expect(all).toMatchObject({ ids, count: 3, responseCount: 3 })
    expect(all.fees[1]).toEqual({
      id: ids[1],
      feeType: 'custom_fees',
      amount: { currency: 'EUR', amount: 500 },
      instrument: { type: 'managed_accounts', id },
      status: 'COMPLETED',
      description: 'Printed statement',
      creationTimestamp: times[1],
      lastUpdatedTimestamp: times[1],
    })
    expect((await list('?sortOrder=ASC')).ids).toEqual([...ids].reverse())
    expect(await list('?offset=1&limit=1')).toMatchObject({ ids: [ids[1]], count: 3, responseCount: 1 })
    expect(await list(`?creationTimestampFrom=${times[1]}`)).toMatchObject({ ids: ids.slice(0, 2), count: 2 })
    expect(await list(`?creationTimestampTo=${times[1]}`)).toMatchObject({ ids: ids.slice(1), count: 2 })
    expect((await door.call('GET', '/fees?sortOrder=UP', { token })).status).toBe(400)
  })
})
