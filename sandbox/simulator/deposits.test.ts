import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { IncomingWireQuestion } from '../../contract/incoming-wire-transfers'
import { onEachEngine } from '../../test/postgres/engines'
import type { Actor } from '../domain/context'
import { settleDeposit } from '../domain/deposits/settle-deposit'
import { simulateDeposit } from '../domain/deposits/simulate-deposit'
import { runDue } from '../domain/due/run-due'
import { checkBooks } from '../domain/ledger/check-books'
import { type FrontDoor, keys, openFrontDoor } from '../testing/front-door'
import { openPlatform } from '../testing/platform'
import { germanIban, openLanding, verifyLinkedAccount } from '../testing/trust'
import { simulatorApp } from './app'

const MINUTE = 60_000
type Details = { iban?: string; accountNumber?: string; sortCode?: string }

onEachEngine('money that comes in', (open) => {
  let door: FrontDoor
  let platform: Awaited<ReturnType<typeof openPlatform>>
  let actor: Actor
  let token: string
  let stranger: string
  let euros: string
  let pounds: string
  let numbers: { euros: Details; pounds: Details }

  beforeAll(async () => {
    door = await openFrontDoor(await open())
    platform = await openPlatform()
    const [mine, theirs] = [await door.company(), await door.company()]
    ;[token, stranger] = [await door.session(mine), await door.session(theirs)]
    const { identityId, rootUserId: credentialId } = mine
    const who = { credentialId, credentialType: 'ROOT', identityId, identityType: 'CORPORATE' } as const
    actor = { ...who, tokenId: '1', tokenKind: 'ACCESS', steppedUp: true }
    ;[euros, pounds] = [await landing('EUR'), await landing('GBP')]
    numbers = { euros: await details(euros), pounds: await details(pounds) }
  })
  beforeEach(() => {
    platform.heard.length = 0
    Object.assign(door.sandbox.settings, {
      webhookAddress: platform.url,
      askAboutIncomingWires: false,
      undecidedIncomingWires: 'APPROVED',
    })
  })
  afterAll(async () => {
    expect(door.problems).toEqual([])
    expect((await checkBooks(door.store.db)).flatMap(({ violations }) => violations)).toEqual([])
    await platform.close()
    await door.close()
  })

  const landing = (currency: string) => door.inTx((ctx) => openLanding({ ...ctx, actor }, currency))
  async function details(id: string): Promise<Details> {
    const { body } = await door.call('GET', `/managed_accounts/${id}/iban`, { token })
    return (body as { bankAccountDetails: { details: Details }[] }).bankAccountDetails[0]?.details ?? {}
  }
  const simulate = async (path: string, body: object) => {
    const response = await simulatorApp(door.sandbox).request(path, {
      method: 'POST',
      headers: { 'programme-key': keys.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as { code?: string }
    return answer.code ?? response.status
  }
  const onAccount = (id: string, body: object) => simulate(`/accounts/${id}/deposit`, body)
  const money = (amount: number, currency = 'EUR') => ({ depositAmount: { currency, amount } })
  const toNumber = (more: object = {}) =>
    simulate('/accounts/deposit', { ...money(700), destinationIbanDetails: { iban: numbers.euros.iban }, ...more })
  const balances = async (id: string) => {
    const { body } = await door.call('GET', `/managed_accounts/${id}`, { token })
    const { actualBalance, availableBalance } = (body as { balances: Record<string, number> }).balances
    return [actualBalance, availableBalance]
  }
  type Wire = { id: string; state: string }
  const wires = async (query = '', as = token) => {
    const { body } = await door.call('GET', `/incoming_wire_transfers?${query}`, { token: as })
    return (body as { incomingWireTransfers: Wire[] }).incomingWireTransfers
  }
  const newest = async () => (await wires('limit=1'))[0]
  const told = async (id: string) => {
    const rows = await door.store.db
      .selectFrom('sandbox_webhook')
      .select('payload')
      .where('event', '=', 'managed_accounts_deposits_watch')
      .orderBy('id')
      .execute()
    return rows.map(({ payload }) => JSON.parse(payload)).filter(({ transactionId }) => transactionId === id)
  }
  const asks = (reply: Parameters<typeof platform.answers>[0]) => {
    door.sandbox.settings.askAboutIncomingWires = true
    platform.answers(reply)
  }

  it('arrives on an account, and says from whom', async () => {
    const before = await balances(euros)
    const sent = { ...money(1500), senderName: 'Ana Ruiz', reference: 'Invoice 9', sepa: { iban: germanIban(70) } }
    expect(await onAccount(euros, sent)).toBe('COMPLETED')
    expect(await balances(euros)).toEqual(before.map((amount = 0) => amount + 1500))
    const wire = await newest()
    expect(wire).toMatchObject({
      state: 'COMPLETED',
      amount: { currency: 'EUR', amount: 1500 },
      destinationInstrument: { type: 'managed_accounts', id: euros },
      paymentNetwork: 'SEPA',
      senderName: 'Ana Ruiz',
      senderIban: germanIban(70),
      senderReference: 'Invoice 9',
      executedAt: expect.any(Number),
    })
    const { body } = await door.call('GET', `/managed_accounts/${euros}/statement?limit=1`, { token })
    expect(body).toMatchObject({
      entry: [
        {
          transactionId: { type: 'DEPOSIT', id: wire?.id },
          additionalFields: { sender: 'Ana Ruiz', senderIban: germanIban(70), senderReference: 'Invoice 9' },
        },
      ],
    })
    expect(await door.call('GET', `/incoming_wire_transfers/${wire?.id}`, { token })).toMatchObject({ body: wire })
    for (const [id, as] of [[wire?.id, stranger] as const, ['404', token] as const])
      expect((await door.call('GET', `/incoming_wire_transfers/${id}`, { token: as })).status).toBe(404)
    expect(await wires('', stranger)).toEqual([])
  })

  it('finds its account by IBAN, or by sort code and account number', async () => {
    expect(await toNumber()).toBe('COMPLETED')
    expect(await newest()).toMatchObject({ destinationInstrument: { id: euros } })
    expect(await simulate('/accounts/deposit', { ...money(700), iban: numbers.euros.iban })).toBe('COMPLETED')
    const { accountNumber, sortCode } = numbers.pounds
    const inPounds = { ...money(700, 'GBP'), destinationFasterPaymentsDetails: { accountNumber, sortCode } }
    const sender = { senderFasterPaymentsDetails: { accountNumber: '31510199', sortCode: '200000' } }
    expect(await simulate('/accounts/deposit', { ...inPounds, ...sender, txId: 4711 })).toBe('COMPLETED')
    expect(await newest()).toMatchObject({ id: '4711', paymentNetwork: 'FASTER_PAYMENTS', isInstant: true })
    expect(await told('4711')).toMatchObject([{ senderSortCode: '200000', senderAccountNumber: '31510199' }])
    expect(await simulate('/accounts/deposit', { ...inPounds, txId: 4711 })).toBe('DENIED_INVALID_TX_ID')
    expect(await simulate('/accounts/deposit', { ...inPounds, txId: -1 })).toBe('DENIED_INVALID_TX_ID')
  })

  it('is refused with the code of the simulator', async () => {
    expect(await toNumber({ destinationIbanDetails: { iban: germanIban(99) } })).toBe('DENIED_ACCOUNT_NOT_FOUND')
    expect(await toNumber({ destinationIbanDetails: { iban: '%' } })).toBe(400)
    expect(await simulate('/accounts/deposit', { ...money(700), iban: '%' })).toBe('DENIED_ACCOUNT_NOT_FOUND')
    expect(await simulate('/accounts/deposit', money(700))).toBe('DENIED_ACCOUNT_NOT_FOUND')
    expect(await toNumber(money(0))).toBe('DENIED_AMOUNT_NOT_POSITIVE')
    expect(await toNumber(money(5, 'GBP'))).toBe('DENIED_CURRENCY_NOT_ACCOUNT_CURRENCY')
    expect(await onAccount('404', money(5))).toBe('DENIED_ACCOUNT_NOT_FOUND')
    const blocked = await landing('EUR')
    await door.call('POST', `/managed_accounts/${blocked}/block`, { token, body: {} })
    expect(await onAccount(blocked, money(5))).toBe('DENIED_ACCOUNT_INACTIVE')
  })

  it('waits for the platform’s word, which has the documented question', async () => {
    asks(() => ({ status: 200, body: '{"result":"APPROVED"}', afterMs: 150 }))
    const before = await balances(euros)
    const arriving = toNumber({ senderName: 'Ana Ruiz', reference: 'R1', senderIbanDetails: { iban: germanIban(71) } })
    while (platform.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    // In the books, but not to be spent.
    expect(await balances(euros)).toEqual([(before[0] ?? 0) + 700, before[1]])
    expect(await newest()).toMatchObject({ state: 'PENDING' })
    expect(await arriving).toBe('COMPLETED')
    expect(await balances(euros)).toEqual(before.map((amount = 0) => amount + 700))
    const [heard] = platform.heard
    expect(heard?.path).toBe('/bank_transfers_in/authorisation_request')
    expect(heard?.headers).toMatchObject({
      'request-ref': expect.stringMatching(/^\d+$/),
      'webhooks-key': door.sandbox.webhooksKey,
      'signature-v2': expect.any(String),
    })
    const question = IncomingWireQuestion.parse(JSON.parse(heard?.body ?? ''))
    expect(question).toMatchObject({
      source: {
        instrument: {
          type: 'unknown_sender_accounts',
          instrument: { name: 'Ana Ruiz', accountReference: { iban: germanIban(71) } },
          reference: 'R1',
        },
      },
      destination: {
        instrument: { type: 'managed_accounts', instrument: { id: euros } },
        owner: { type: 'corporates', owner: { id: { id: actor.identityId } } },
      },
      amount: { currency: 'EUR', amount: 700 },
    })
    expect((await told(question.id)).map(({ state }) => state)).toEqual(['PENDING', 'COMPLETED'])
  })

  it('goes back where it came from when the platform denies it', async () => {
    asks(() => ({ status: 200, body: '{"result":"DENIED"}' }))
    const before = await balances(euros)
    expect(await toNumber()).toBe('DENIED_OTHER')
    expect(await balances(euros)).toEqual(before)
    const wire = await newest()
    expect(wire).toMatchObject({ state: 'REJECTED' })
    expect(wire).not.toHaveProperty('executedAt')
    expect((await told(wire?.id ?? '')).map(({ state }) => state)).toEqual(['PENDING', 'REJECTED'])
  })

  it('keeps to the default when the platform does not say', async () => {
    asks(() => ({ status: 500 }))
    expect(await toNumber()).toBe('COMPLETED')
    door.sandbox.settings.undecidedIncomingWires = 'DENIED'
    expect(await toNumber()).toBe('DENIED_OTHER')
    // Nobody to ask: it simply comes in.
    door.sandbox.settings.webhookAddress = null
    expect(await toNumber()).toBe('COMPLETED')
    expect(platform.heard).toHaveLength(2)
  })

  it('is decided by the default when whoever asked has died, and only once', async () => {
    const waiting = await door.inTx((ctx) =>
      simulateDeposit(
        ctx,
        { accountId: euros, currency: 'EUR', amount: 900, senderName: 'S', senderIban: '', reference: '' },
        true,
      ),
    )
    expect(await newest()).toMatchObject({ id: waiting.id, state: 'PENDING' })
    door.clock.advance(10 * MINUTE)
    while (await door.sandbox.run(runDue));
    token = await door.session({ identityId: actor.identityId, rootUserId: actor.credentialId })
    expect(await newest()).toMatchObject({ id: waiting.id, state: 'COMPLETED' })
    const before = await balances(euros)
    for (const late of ['APPROVED', 'DENIED'] as const)
      expect(await door.inTx((ctx) => settleDeposit(ctx, waiting.id ?? '', late))).toBe('COMPLETED')
    expect(await balances(euros)).toEqual(before)
  })

  it('is decided once where both words come at the same moment', async () => {
    const deposit = { accountId: euros, currency: 'EUR', amount: 900, senderName: 'S', senderIban: '', reference: '' }
    const before = await balances(euros)
    const expected = [...before]
    for (let n = 0; n < 5; n++) {
      const { id = '' } = await door.inTx((ctx) => simulateDeposit(ctx, deposit, true))
      const words = (['APPROVED', 'DENIED', 'APPROVED'] as const).map((word) =>
        door.inTx((ctx) => settleDeposit(ctx, id, word)),
      )
      const [first, ...others] = await Promise.all(words)
      expect(others).toEqual([first, first])
      expect((await told(id)).map(({ state }) => state)).toEqual(['PENDING', first])
      if (first === 'COMPLETED') for (const at of [0, 1]) expected[at] = (expected[at] ?? 0) + 900
    }
    expect(await balances(euros)).toEqual(expected)
    expect((await checkBooks(door.store.db)).flatMap(({ violations }) => violations)).toEqual([])
  })

  it('tells a linked account from an unknown sender, and links the sender of a first small transfer', async () => {
    await door.inTx((ctx) => verifyLinkedAccount({ ...ctx, actor }, { reference: { iban: germanIban(72) } }))
    asks(() => ({ status: 200, body: '{"result":"APPROVED"}' }))
    expect(await toNumber({ senderIbanDetails: { iban: germanIban(72) } })).toBe('COMPLETED')
    const question = IncomingWireQuestion.parse(JSON.parse(platform.heard[0]?.body ?? ''))
    expect(question.source.instrument).toMatchObject({
      type: 'linked_accounts',
      instrument: { accountReference: { iban: germanIban(72) }, state: 'ACTIVE' },
    })
    door.sandbox.settings.askAboutIncomingWires = false
    const linked = async () => {
      const { body } = await door.call('GET', '/linked_accounts', { token })
      return (body as { count: number }).count
    }
    const before = await linked()
    const first = { senderName: 'New Sender', senderIbanDetails: { iban: germanIban(73) } }
    expect(await toNumber({ ...first, ...money(20_000) })).toBe('COMPLETED')
    expect(await linked()).toBe(before)
    expect(await toNumber(first)).toBe('COMPLETED')
    expect(await linked()).toBe(before + 1)
    // Money that is put on an account by its id has no sender to link.
    expect(await onAccount(euros, { ...money(5), sepa: { iban: germanIban(74) } })).toBe('COMPLETED')
    expect(await linked()).toBe(before + 1)
  })

  it('lists by state, by time and in either order', async () => {
    const all = await wires()
    const ids = (list: Wire[]) => list.map(({ id }) => id)
    expect(ids(await wires('sortOrder=ASC'))).toEqual(ids(all).reverse())
    expect(ids(await wires('state=REJECTED&state=PENDING'))).toEqual(
      ids(all.filter(({ state }) => state === 'REJECTED')),
    )
    const [last] = await door.store.db.selectFrom('sandbox_deposit').selectAll().orderBy('created_at', 'desc').execute()
    const at = last?.created_at ?? 0
    expect(ids(await wires(`creationTimestampFrom=${at}`))).toContain(last?.id)
    expect(ids(await wires(`creationTimestampTo=${at - 1}`))).not.toContain(last?.id)
    expect(ids(await wires(`lastUpdatedTimestampTo=${at - 1}`))).not.toContain(last?.id)
    expect(ids(await wires(`lastUpdatedTimestampFrom=${at + 1}`))).not.toContain(last?.id)
    expect(ids(await wires('limit=1&offset=1'))).toEqual(ids(all).slice(1, 2))
  })
})
