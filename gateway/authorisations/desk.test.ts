import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AuthorisationRule, firstRules, type RuleSet } from '../../contract/console/authorisation-rules'
import type { Authorisation, AuthorisationDetail, Rehearsal } from '../../contract/console/authorisations'
import type { SessionView } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { manualTime } from '../testing/manual-time'
import { platformRequest, purchaseBody } from '../testing/platform-questions'
import { openTestGateway, stepUp, type TestGateway } from '../testing/test-gateway'
import { createRequestTable } from './request-table'

const RULES = '/api/console/authorisation-rules'
const ALAN = 'alan@northwind.example'
const LIST = '/api/console/authorisations'
type Purchase = Parameters<typeof purchaseBody>[1]

onEachEngine('the authorisation desk', (open) => {
  let bank: TestGateway
  let root: Browser
  let identity: string
  let rules: RuleSet
  const clock = manualTime()
  let counter = 0

  beforeAll(async () => {
    bank = await openTestGateway(await open(), { realTime: clock.time })
    root = await bank.signIn()
    const session: SessionView = await (await root.get('/api/session')).json()
    identity = session.identity.id.id
  })
  afterAll(() => bank.close())
  beforeEach(async () => {
    rules = await json(await root.get(RULES))
    await saved([])
  })

  // biome-ignore lint/suspicious/noExplicitAny: each test says what it expects
  const json = async <T = any>(response: Response): Promise<T> => response.json()
  const rule = (conditions: object, more: Partial<AuthorisationRule> = {}) =>
    ({
      id: crypto.randomUUID(),
      name: 'a rule',
      on: true,
      kind: 'CARD',
      action: 'DECLINE',
      reason: 'because',
      if: conditions,
      ...more,
    }) as AuthorisationRule
  const asks = (conditions: object = {}) => rule(conditions, { action: 'ASK', name: 'ask', reason: 'have a look' })

  async function save(list: AuthorisationRule[], more: object = {}, by = root): Promise<Response> {
    return by.post(RULES, { version: rules.version, rules: list, defaults: firstRules.defaults, ...more })
  }
  async function saved(list: AuthorisationRule[], more: object = {}): Promise<void> {
    const answer = await save(list, more)
    expect(answer.status).toBe(200)
    rules = await json(answer)
  }
  /** Some minutes in which the person does not fall asleep. */
  async function later(minutes: number): Promise<void> {
    for (let left = minutes; left > 0; left -= 2) {
      bank.advance(2 * 60_000)
      await root.post('/api/session/activity')
    }
  }
  const reference = () => `ref-${++counter}`
  const request = (body: object, named = reference(), path = '/managed_cards/authorisation_request') => {
    const name = path.startsWith('/bank') ? ('request-ref' as const) : ('call-ref' as const)
    const { apiKey, webhooksKey } = bank.options
    return platformRequest({
      path,
      name,
      reference: named,
      at: bank.clock.now(),
      body: JSON.stringify(body),
      apiKey,
      webhooksKey,
    })
  }
  const ask = (purchase: Purchase = {}, named?: string) =>
    bank.app().fetch(request(purchaseBody(identity, purchase), named))
  const result = async (purchase: Purchase = {}, named?: string) => {
    const answer = await ask(purchase, named)
    expect(answer.status).toBe(200)
    return (await json<{ result: string }>(answer)).result
  }
  const list = async (query = '', by = root): Promise<Authorisation[]> =>
    (await json(await by.get(`${LIST}${query}`))).authorisations
  const newest = async (): Promise<Authorisation> => {
    const [first] = await list('?limit=1')
    if (!first) throw new Error('nothing was kept')
    return first
  }
  const waitingOnes = async (by = root): Promise<Authorisation[]> =>
    (await json(await by.get(`${LIST}/waiting`))).authorisations
  const decide = (id: string, verdict: string, by = root) => by.post(`${LIST}/${id}/decide`, { verdict })
  /** Asks a person: the answer that is to come, and what waits for it. */
  async function asked(purchase: Purchase = {}) {
    const answer = result(purchase)
    await clock.waiting(1)
    const [one] = await waitingOnes()
    if (!one) throw new Error('nothing waits')
    return { answer, one }
  }

  test('without rules everything passes, and is kept', async () => {
    expect(await result()).toBe('APPROVED')
    expect(await newest()).toMatchObject({
      kind: 'CARD',
      state: 'APPROVED',
      by: 'UNMATCHED',
      asked: false,
      credit: false,
      amount: { currency: 'EUR', amount: 2500 },
      instrumentId: '700',
      party: 'Props & Wigs',
      partyId: '000000000000042',
      category: '5942',
      country: 'GB',
    })
  })

  test('the first rule that matches decides; its name, its place and its reason are kept, and how long it took', async () => {
    await saved([
      rule({ countries: ['FR'] }),
      rule({ merchantName: 'wigs' }, { name: 'no wigs', reason: 'We have enough.' }),
    ])
    expect(await result()).toBe('DENIED')
    const one = await newest()
    expect(one).toMatchObject({
      state: 'DECLINED',
      by: 'RULE',
      rule: { name: 'no wigs', action: 'DECLINE', position: 2 },
      rulesVersion: rules.version,
      reason: 'We have enough.',
    })
    await expect.poll(async () => (await newest()).tookUs).toBeGreaterThan(0)
    const detail: AuthorisationDetail = await json(await root.get(`${LIST}/${one.id}`))
    expect(detail.question).toMatchObject({ cardId: '700', transactionId: one.transactionId })
  })

  test('a changed rule holds from the next request on, at every gateway', async () => {
    const other = await bank.another()
    const there = async () => json(await other.app.fetch(request(purchaseBody(identity))))
    expect(await there()).toEqual({ result: 'APPROVED' })
    await saved([rule({})])
    await expect.poll(there).toEqual({ result: 'DENIED' })
    expect(await result()).toBe('DENIED')
  })

  test('velocity counts what came before, this one included, and refunds are no spending', async () => {
    const card = { cardId: '710' }
    await saved([rule({ velocity: { withinMinutes: 10, moreThanAmount: { currency: 'EUR', amount: 60_00 } } })])
    expect(await result(card)).toBe('APPROVED')
    expect(await result({ ...card, authorisationType: 'AUTHORISED_CREDIT' })).toBe('APPROVED')
    expect(await result(card)).toBe('APPROVED')
    expect(await result(card)).toBe('DENIED')
    // What was declined was not spent: a smaller one still fits.
    const small = { currency: 'EUR', amount: 10_00 }
    expect(await result({ ...card, transactionAmount: small })).toBe('APPROVED')
    await later(10)
    expect(await result(card)).toBe('APPROVED')
  })

  test('purchases of one card in the same moment count each other', async () => {
    await saved([rule({ velocity: { withinMinutes: 5, moreThanRequests: 3 } })])
    const all = await Promise.all(Array.from({ length: 8 }, () => result({ cardId: '711' })))
    expect(all.filter((one) => one === 'APPROVED')).toHaveLength(3)
    expect(await result({ cardId: '712' })).toBe('APPROVED')
  })

  test('a person is asked live and decides', async () => {
    await saved([asks()])
    const tab = await root.listen()
    for (const [verdict, expected] of [
      ['APPROVE', 'APPROVED'],
      ['DECLINE', 'DENIED'],
    ] as const) {
      const { answer, one } = await asked()
      expect(one).toMatchObject({ state: 'WAITING', asked: true, reason: 'have a look' })
      const event = await tab.until('authorisation.asked')
      expect(event).toMatchObject({ id: one.id, kind: 'CARD', deadline: one.deadline, now: clock.now() })
      expect(event.deadline - event.now).toBe(1200)
      clock.pass(1199)
      const decided = await decide(one.id, verdict)
      expect(decided.status).toBe(200)
      expect(await decided.json()).toMatchObject({ by: 'PERSON', person: expect.any(String) })
      expect(await answer).toBe(expected)
      expect(await waitingOnes()).toEqual([])
    }
    await tab.close()
  })

  test('the answer may arrive at another gateway than the question', async () => {
    await saved([asks()])
    const other = await bank.another()
    const { answer, one } = await asked()
    expect(await waitingOnes(other.browser(root))).toMatchObject([{ id: one.id }])
    expect((await decide(one.id, 'APPROVE', other.browser(root))).status).toBe(200)
    expect(await answer).toBe('APPROVED')
  })

  test.each([
    ['DECLINE', 'DENIED'],
    ['APPROVE', 'APPROVED'],
  ] as const)(
    'when nobody answers in time the default holds (%s), and later answers are too late',
    async (unanswered, expected) => {
      const defaults = { ...firstRules.defaults, CARD: { unmatched: 'APPROVE', unanswered } }
      await saved([asks()], { defaults })
      const { answer, one } = await asked()
      clock.pass(1200)
      expect(await answer).toBe(expected)
      const late = await decide(one.id, 'APPROVE')
      expect([late.status, await late.json()]).toEqual([409, { errorCode: 'TOO_LATE' }])
      expect(await newest()).toMatchObject({ id: one.id, by: 'UNANSWERED', asked: true })
    },
  )

  test('of two answers the first counts', async () => {
    await saved([asks()])
    const { answer, one } = await asked()
    const both = await Promise.all([decide(one.id, 'APPROVE'), decide(one.id, 'APPROVE')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await answer).toBe('APPROVED')
    const again = await decide(one.id, 'DECLINE')
    expect([again.status, await again.json()]).toEqual([409, { errorCode: 'ALREADY_DECIDED' }])
    expect(await newest()).toMatchObject({ state: 'APPROVED', by: 'PERSON' })
  })

  test('the same question once more gets the same answer, whatever the rules are now', async () => {
    const body = purchaseBody(identity)
    const first = await bank.app().fetch(request(body, 'ref-same'))
    await saved([rule({})])
    const second = await bank.app().fetch(request(body, 'ref-same'))
    expect([await first.json(), await second.json()]).toEqual([{ result: 'APPROVED' }, { result: 'APPROVED' }])
    expect(await list(`?instrument=700`)).toSatisfy(
      (all: Authorisation[]) => all.filter((one) => one.reference === 'ref-same').length === 1,
    )
    const forged = await bank.app().fetch(request(purchaseBody(identity), 'ref-same'))
    expect(forged.status).toBe(409)
  })

  test('the same question while a person thinks waits for the same word', async () => {
    await saved([asks()])
    const body = purchaseBody(identity)
    const other = await bank.another()
    const first = bank.app().fetch(request(body, 'ref-twice'))
    await clock.waiting(1)
    const second = other.app.fetch(request(body, 'ref-twice'))
    await clock.waiting(2)
    const all = await waitingOnes()
    expect(all).toHaveLength(1)
    await decide(all[0]?.id ?? '', 'APPROVE')
    for (const answer of [await first, await second]) expect(await answer.json()).toEqual({ result: 'APPROVED' })
  })

  test('what a gateway asked before it died is nobody’s decision', async () => {
    await saved([asks()])
    const answer = ask()
    await clock.waiting(1)
    const [one] = await waitingOnes()
    // As the rest of the gateway would be gone: nothing but the row is left.
    await bank.store.db
      .updateTable('gateway_authorisation')
      .set({ deadline: clock.now() - 60_000 })
      .where('id', '=', one?.id ?? '')
      .execute()
    expect(await waitingOnes()).toEqual([])
    expect(await newest()).toMatchObject({ id: one?.id, state: 'UNKNOWN', by: 'LOST' })
    clock.pass(1200)
    expect((await answer).status).toBe(404)
  })

  test('incoming money is decided by its own rules, and papers of the company are not kept', async () => {
    await saved([rule({}), rule({ senderAccount: 'DE89 3704' }, { kind: 'WIRE' })])
    const session: SessionView = await json(await root.get('/api/session'))
    const { accounts } = await json(await root.get('/api/multi/managed_accounts?limit=1'))
    const corporate = await json(await root.get('/api/multi/corporates'))
    const wire = (iban: string) => ({
      id: String(++counter),
      source: {
        instrument: {
          type: 'unknown_sender_accounts',
          instrument: { name: 'Müller GmbH', accountReference: { iban } },
          reference: 'Invoice 7',
        },
      },
      destination: {
        instrument: { type: 'managed_accounts', instrument: accounts[0] },
        owner: { type: 'corporates', owner: corporate },
      },
      amount: { currency: 'EUR', amount: 900_00 },
      timestamp: bank.clock.now(),
    })
    const send = async (iban: string) =>
      json(await bank.app().fetch(request(wire(iban), undefined, '/bank_transfers_in/authorisation_request')))
    expect(await send('DE02500105170137075030')).toEqual({ result: 'APPROVED' })
    expect(await send('DE89370400440532013000')).toEqual({ result: 'DENIED' })
    const [one] = await list('?kind=WIRE&limit=1')
    expect(one).toMatchObject({ party: 'Müller GmbH', partyId: 'DE89370400440532013000', instrumentId: accounts[0].id })
    const kept = await bank.store.db
      .selectFrom('gateway_authorisation')
      .select('question')
      .where('kind', '=', 'WIRE')
      .execute()
    expect(JSON.stringify(kept)).toContain('Invoice 7')
    expect(JSON.stringify(kept)).not.toContain(session.person.email)
  })

  test.each([
    ['the shared key is wrong', { 'webhooks-key': 'guessed' }, 401, 'WRONG_KEY'],
    ['the signature is wrong', { 'signature-v2': 'AAAA' }, 401, 'WRONG_SIGNATURE'],
    ['there is no signature', { 'signature-v2': undefined }, 401, 'NO_SIGNATURE'],
    ['there is no reference', { 'call-ref': undefined }, 401, 'NO_REFERENCE'],
  ])('nothing is decided where %s, and the record says so', async (_, change, status, why) => {
    const before = (await list()).length
    const good = request(purchaseBody(identity))
    const headers = new Headers(good.headers)
    for (const [name, value] of Object.entries(change))
      value === undefined ? headers.delete(name) : headers.set(name, value)
    const answer = await bank.app().fetch(new Request(good, { headers }))
    expect(answer.status).toBe(status)
    expect(await list()).toHaveLength(before)
    const line = await bank.store.db.selectFrom('gateway_audit_line').selectAll().execute()
    expect(JSON.stringify(line)).toContain(why)
  })

  test('an old question is not answered again, and one without form is refused', async () => {
    const old = request(purchaseBody(identity))
    await later(6)
    expect((await bank.app().fetch(old)).status).toBe(401)
    expect((await bank.app().fetch(request({ cardId: 7 }))).status).toBe(400)
  })

  test('two who change the rules: the second is told', async () => {
    await saved([rule({})])
    const stale = { version: rules.version - 1 }
    const second = await save([], stale)
    expect([second.status, await second.json()]).toEqual([409, { errorCode: 'RULES_CHANGED' }])
    const both = await Promise.all([save([]), save([])])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    rules = await json(await root.get(RULES))
    expect(rules).toMatchObject({ rules: [], changedBy: expect.any(String) })
  })

  test('rules that are none are refused by the name of their field', async () => {
    const answer = await save([rule({ categories: ['x'] })])
    expect(answer.status).toBe(400)
    expect(JSON.stringify(await answer.json())).toContain('request.rules.0.if.categories.0')
  })

  test('a rehearsal says what would have been, and changes nothing', async () => {
    for (const amount of [10_00, 20_00, 30_00, 40_00]) {
      await result({ cardId: '720', transactionAmount: { currency: 'EUR', amount } })
    }
    const trial = [
      rule({ cards: ['720'], amounts: [{ currency: 'EUR', from: 40_00 }] }, { name: 'too much' }),
      asks({ cards: ['720'], velocity: { withinMinutes: 60, moreThanAmount: { currency: 'EUR', amount: 50_00 } } }),
    ]
    const before = await json(await root.get(RULES))
    const answer = await root.post(`${RULES}/rehearse`, { rules: trial, defaults: firstRules.defaults, last: 4 })
    expect(answer.status).toBe(200)
    const rehearsal: Rehearsal = await answer.json()
    expect(rehearsal).toMatchObject({
      looked: 4,
      was: { approved: 4, declined: 0, asked: 0 },
      wouldBe: { approved: 2, declined: 1, asked: 1 },
      different: 2,
    })
    expect(rehearsal.differences.map(({ outcome }) => [outcome.action, outcome.rule?.name])).toEqual([
      ['DECLINE', 'too much'],
      ['ASK', 'ask'],
    ])
    expect(await json(await root.get(RULES))).toEqual(before)
    expect(await result({ cardId: '720', transactionAmount: { currency: 'EUR', amount: 40_00 } })).toBe('APPROVED')
  })

  test('a list goes on behind its last row, also where many came in the same moment', async () => {
    await Promise.all(Array.from({ length: 7 }, () => result({ cardId: '730' })))
    const seen: string[] = []
    let next = ''
    do {
      const page = await json(await root.get(`${LIST}?instrument=730&limit=3${next && `&after=${next}`}`))
      seen.push(...page.authorisations.map((one: Authorisation) => one.id))
      next = page.next ?? ''
    } while (next !== '')
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
  })

  test('filters', async () => {
    await saved([rule({ cards: ['740'] })])
    await result({ cardId: '740', merchantData: { merchantName: '100% Wool' } })
    await result({ cardId: '741', merchantData: { merchantName: '1000 Wools' } })
    expect(await list('?instrument=740&state=DECLINED&by=RULE&kind=CARD&asked=false')).toHaveLength(1)
    expect(await list('?party=100%25%20wool')).toHaveLength(1)
    expect(await list(`?rule=${rules.rules[0]?.id}`)).toHaveLength(1)
    expect(await list(`?from=${bank.clock.now() + 1000}`)).toEqual([])
    expect((await root.get(`${LIST}?state=MAYBE`)).status).toBe(400)
  })

  test('the holder of a card is known once somebody has read the card', async () => {
    await stepUp(root)
    const address = { addressLine1: '3 Stage Door', city: 'Leeds', postCode: 'LS1 4AP', country: 'GB' }
    const order = {
      profileId: '2101',
      friendlyName: 'Props',
      nameOnCard: 'Ada Byron',
      mode: 'PREPAID_MODE',
      currency: 'EUR',
      billingAddress: address,
    }
    const card = await json(await root.post('/api/multi/managed_cards', order, { 'idempotency-ref': 'card-1' }))
    expect(card).toMatchObject({ nameOnCard: 'Ada Byron' })
    expect(await result({ cardId: card.id })).toBe('APPROVED')
    expect(await newest()).toMatchObject({ cardholder: 'Ada Byron' })
    await saved([rule({ cardholder: card.nameOnCard })])
    expect(await result({ cardId: card.id })).toBe('DENIED')
    expect(await newest()).toMatchObject({ cardholder: card.nameOnCard })
  })

  test('whose role shows some cards and accounts sees what was asked of those alone', async () => {
    await result({ cardId: '750' })
    await result({ cardId: '751' })
    const table = createRequestTable(bank.store)
    const seen = async (cards: 'all' | string[], accounts: 'all' | string[]) => {
      const sets = {
        cards: cards === 'all' ? cards : new Set(cards),
        accounts: accounts === 'all' ? accounts : new Set(accounts),
      }
      const { rows } = await table.list({ identityId: identity, access: sets }, { limit: 100 })
      return [...new Set(rows.map((row) => (row.kind === 'CARD' ? row.instrument_id : 'WIRE')))]
    }
    expect(await seen(['750'], [])).toEqual(['750'])
    expect(await seen([], [])).toEqual([])
    expect(await seen([], 'all')).toEqual(['WIRE'])
    expect(await seen('all', [])).toEqual(expect.arrayContaining(['750', '751']))
    const [row] = (
      await table.list({ identityId: identity, access: { cards: 'all', accounts: new Set<string>() } }, { limit: 1 })
    ).rows
    const other = { identityId: identity, access: { cards: new Set(['750']), accounts: new Set<string>() } }
    expect(row && (await table.visible(other, row.id))).toBeUndefined()
  })

  test('nobody sees, decides or rules what is another identity’s', async () => {
    await saved([asks()])
    const { answer, one } = await asked()
    const elsewhere = { ...purchaseBody('999999'), cardId: '1' }
    expect(await json(await bank.app().fetch(request(elsewhere)))).toEqual({ result: 'APPROVED' })
    expect(await list('?instrument=1')).toEqual([])
    await bank.store.db
      .updateTable('gateway_authorisation')
      .set({ identity_id: '999999' })
      .where('id', '=', one.id)
      .execute()
    expect(await waitingOnes()).toEqual([])
    expect((await root.get(`${LIST}/${one.id}`)).status).toBe(404)
    expect((await decide(one.id, 'APPROVE')).status).toBe(404)
    clock.pass(1200)
    expect(await answer).toBe('DENIED')
  })

  test('who has no permission gets nothing', async () => {
    const alan = await bank.signIn(bank.browser(), ALAN)
    const session: SessionView = await json(await alan.get('/api/session'))
    expect(session.access.permissions).not.toContain('authorisations.view')
    for (const answer of [
      await alan.get(LIST),
      await alan.get(`${LIST}/waiting`),
      await alan.get(`${LIST}/1`),
      await alan.get(RULES),
      await save([], {}, alan),
      await decide('1', 'APPROVE', alan),
      await alan.post(`${RULES}/rehearse`, { rules: [], defaults: firstRules.defaults }),
    ]) {
      expect(answer.status).toBe(403)
    }
    expect((await bank.browser().get(LIST)).status).toBe(401)
  })
})
