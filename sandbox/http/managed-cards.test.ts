import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { bookDeposit } from '../domain/deposits/book-deposit'
import { post as book } from '../domain/ledger/post'
import { keepSecret } from '../domain/secure/keep-secret'
import { debitOrder, deliveryAddress, prepaidOrder } from '../testing/cards'
import { type Answer, type FrontDoor, field, keys, openFrontDoor } from '../testing/front-door'

onEachEngine('cards by request', (open) => {
  let door: FrontDoor
  let token: string
  let account: string

  beforeAll(async () => {
    door = await openFrontDoor(await open())
    door.sandbox.settings.stepUp = 'documented'
    token = await door.session(await door.company())
    await stepUp(true)
    const opened = await post('/managed_accounts', { profileId: '2001', friendlyName: 'Purse', currency: 'EUR' })
    account = field(opened, 'id')
    const money = {
      accountId: account,
      currency: 'EUR',
      amount: 1000,
      senderName: 'S',
      senderIban: 'I',
      reference: 'R',
    }
    await door.inTx((ctx) => bookDeposit(ctx, money))
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    await door.close()
  })

  const stepUp = (done: boolean) =>
    door.store.db
      .updateTable('sandbox_token')
      .set({ stepped_up: done ? 1 : 0 })
      .execute()
  const get = (path: string, headers = {}) => door.call('GET', path, { token, headers })
  const post = (path: string, body?: unknown, ref?: string) =>
    door.call('POST', path, { token, body, ...(ref && { ref }) })
  const patch = (path: string, body: unknown) => door.call('PATCH', path, { token, body })
  const open1 = async (order: unknown = prepaidOrder()) => field(await post('/managed_cards', order), 'id')
  const named = ({ status, body }: Answer) => [status, Reflect.get(Object(body), 'syntaxErrors')]

  it('asks for step-up before a card is made, and before its PIN is told', async () => {
    const id = await open1()
    await post(`/managed_cards/${id}/physical`, { deliveryAddress })
    expect((await post(`/managed_cards/${id}/physical/activate`, {})).status).toBe(200)
    expect((await get(`/managed_cards/${id}/physical/pin`)).body).toEqual({ pin: { value: expect.any(String) } })
    await stepUp(false)
    for (const answer of [await post('/managed_cards', prepaidOrder()), await get(`/managed_cards/${id}/physical/pin`)])
      expect([answer.status, answer.body]).toEqual([403, expect.objectContaining({ errorCode: 'STEP_UP_REQUIRED' })])
    const plain = await get(`/managed_cards/${id}`)
    expect(plain.status).toBe(200)
    expect(plain.text).not.toMatch(/"(cardNumber|cvv|pin)":/)
    expect((await get('/managed_cards')).text).not.toMatch(/"(cardNumber|cvv)":/)
    await stepUp(true)
    expect((await get(`/managed_cards/${id}`)).body).toMatchObject({
      cardNumber: { value: expect.any(String) },
      cvv: { value: expect.any(String) },
    })
  })

  it('names the field that a mode cannot do without, and what is malformed', async () => {
    const required = (fieldName: string) => ({ invalidFields: [{ fieldName, error: 'REQUIRED', params: [] }] })
    const { currency: _, ...purseless } = prepaidOrder()
    expect(named(await post('/managed_cards', purseless))).toEqual([400, required('request.currency')])
    const { parentManagedAccountId: __, ...homeless } = debitOrder(account)
    expect(named(await post('/managed_cards', homeless))).toEqual([400, required('request.parentManagedAccountId')])
    const twice = {
      externalData: [
        { name: 'a', value: 'b' },
        { name: 'a', value: 'b' },
      ],
    }
    expect((await post('/managed_cards', { ...prepaidOrder(), ...twice })).status).toBe(400)
    expect((await post('/managed_cards', { ...prepaidOrder(), nameOnCard: 'Ада' })).status).toBe(400)
    expect((await get('/managed_cards?cardNumberLastFour=12')).status).toBe(400)
    expect((await get('/managed_cards?state=ACTIVE&state=BLOCKED&mode=PREPAID_MODE&limit=1')).body).toMatchObject({
      responseCount: 1,
    })
  })

  it('makes one card for one reference', async () => {
    const order = prepaidOrder({ tag: 'once' })
    const first = await post('/managed_cards', order, 'ref-1')
    const again = await post('/managed_cards', order, 'ref-1')
    expect([first.status, again.text]).toEqual([200, first.text])
    expect((await get('/managed_cards?tag=once')).body).toMatchObject({ count: 1 })
  })

  it('answers each call in its documented form', async () => {
    const id = await open1(debitOrder(account))
    const path = `/managed_cards/${id}`
    expect((await patch(path, { friendlyName: 'Renamed' })).body).toMatchObject({ friendlyName: 'Renamed' })
    for (const [action, status] of [
      ['block', 204],
      ['unblock', 204],
    ] as const)
      expect((await post(`${path}/${action}`)).status).toBe(status)
    expect((await post(`${path}/unblock`)).body).toEqual({ errorCode: 'INSTRUMENT_NOT_BLOCKED' })
    const rules = { allowAtm: false, spendLimit: [{ value: { currency: 'EUR', amount: 500 }, interval: 'WEEKLY' }] }
    expect((await post(`${path}/spend_rules`, rules)).status).toBe(204)
    expect((await patch(`${path}/spend_rules`, { allowAtm: true })).status).toBe(204)
    expect((await get(`${path}/spend_rules`)).body).toMatchObject({
      cardLevelSpendRules: { ...rules, allowAtm: true },
      profileLevelSpendRules: { authForwardingEnabled: true },
    })
    expect((await get(path)).body).toMatchObject({
      availableToSpend: [{ value: { currency: 'EUR', amount: 500 }, interval: 'WEEKLY' }],
    })
    expect((await door.call('DELETE', `${path}/spend_rules`, { token })).status).toBe(204)
    expect((await post(`${path}/remove`)).status).toBe(204)
    expect((await post(`${path}/remove`)).body).toEqual({ errorCode: 'INSTRUMENT_ALREADY_REMOVED' })
    const stranger = await door.session(await door.company())
    for (const part of ['', '/spend_rules', '/statement', '/physical/pin']) {
      const foreign = await door.call('GET', `${path}${part}`, { token: stranger })
      expect([part, foreign.status]).toEqual([part, part === '/physical/pin' ? 403 : 404])
    }
  })

  it('goes through the physical life', async () => {
    const id = await open1()
    const path = `/managed_cards/${id}/physical`
    const pin = await door.inTx((ctx) => keepSecret(ctx, door.sandbox.keys, 'cardPin', '1357'))
    const upgraded = await post(path, { deliveryAddress, activationCode: '42', pin: { value: pin } })
    expect(upgraded.body).toMatchObject({ type: 'PHYSICAL', physicalCardDetails: { pendingActivation: true } })
    expect(upgraded.text).not.toContain('1357')
    expect((await post(`${path}/activate`, { activationCode: '43' })).body).toEqual({
      errorCode: 'ACTIVATION_CODE_INVALID',
    })
    expect((await post(`${path}/activate`, { activationCode: '42' })).status).toBe(200)
    expect((await patch(`${path}/pin/unblock`, undefined)).status).toBe(204)
    expect((await post(`${path}/contactless_limit/reset`)).body).toEqual({
      errorCode: 'PHYSICAL_CARD_TYPE_NOT_SUPPORTED',
    })
    expect((await post(`${path}/replace_damaged`, { activationCode: '1' })).status).toBe(204)
    expect((await post(`${path}/report_lost`)).status).toBe(204)
    expect((await post(`${path}/report_stolen`)).body).toEqual({ errorCode: 'INSTRUMENT_ALREADY_MARKED_LOST' })
    expect((await post(`${path}/replace_lost_stolen`, { activationCode: '1' })).body).toMatchObject({
      id,
      state: { state: 'DESTROYED', destroyedReason: 'LOST' },
      replacement: { reason: 'LOST_STOLEN' },
    })
    expect((await post(`${path}/replace_lost_stolen`, {})).status).toBe(400)
  })

  it('writes the statement of a prepaid card, and of a debit card as a part of its account', async () => {
    const [prepaid, debit] = [await open1(), await open1(debitOrder(account))]
    await post('/transfers', {
      profileId: '3001',
      source: { type: 'managed_accounts', id: account },
      destination: { type: 'managed_cards', id: prepaid },
      destinationAmount: { currency: 'EUR', amount: 400 },
    })
    await door.inTx((ctx) =>
      book(ctx, {
        transactionType: 'SETTLEMENT',
        transactionId: '5',
        legs: [
          { account, currency: 'EUR', actual: -30, available: -30, cardId: debit },
          { account: 'system:world:EUR', currency: 'EUR', actual: 30, available: 30 },
        ],
      }),
    )
    const [own, part] = [`/managed_cards/${prepaid}/statement`, `/managed_cards/${debit}/statement`]
    expect((await get(own)).body).toMatchObject({
      entry: [{ transactionId: { type: 'TRANSFER' }, transactionAmount: { amount: 400 } }],
      count: 1,
      endBalance: { amount: 400 },
    })
    const v1 = await get(part)
    expect(v1.body).toMatchObject({ entry: [{ transactionAmount: { amount: -30 } }], count: 1 })
    expect(v1.body).not.toHaveProperty('endBalance')
    const newer = await get(part, { 'x-api-version': 'LATEST' })
    expect(newer.body).toMatchObject({
      entries: [{ executingAccessInstrument: { id: debit, type: 'managed_cards' } }],
      count: 1,
    })
    expect(newer.body).not.toHaveProperty('closingBalance')
    const csv = await door.multi.request(own, {
      headers: { 'api-key': keys.apiKey, authorization: `Bearer ${token}`, accept: 'text/csv' },
    })
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((await csv.text()).split('\r\n')[1]).toMatch(/^TRANSFER,\d+,COMPLETED,\d+,EUR,400,/)
  })

  it('submits bulks of cards', async () => {
    const rows = [{ pathParams: { _id_: await open1() } }]
    for (const action of ['block', 'unblock', 'remove']) {
      const path = `/managed_cards/_id_/${action}`
      const submitted = await post(`/bulks${path}`, rows)
      expect([submitted.status, submitted.body]).toEqual([
        201,
        { bulkId: expect.stringMatching(/^\d+$/), operationCount: 1, path },
      ])
    }
    const changes = rows.map((row) => ({ ...row, requestBody: { allowAtm: false } }))
    expect((await patch('/bulks/managed_cards/_id_/spend_rules', changes)).status).toBe(201)
    expect((await patch('/bulks/managed_cards/_id_/spend_rules', rows)).status).toBe(400)
    expect((await post('/bulks/managed_cards/_id_/block', [{ pathParams: { _id_: 'x' } }])).status).toBe(400)
  })
})
