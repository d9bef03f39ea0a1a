import { expect, test } from 'vitest'
import { firstRules } from '../../contract/console/authorisation-rules'
import type { Authorisation, AuthorisationDetail } from '../../contract/console/authorisations'
import type { SessionView } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import { purchaseBody } from '../testing/platform-questions'
import { LIST, useDesk } from './testing/use-desk'

onEachEngine('the authorisation desk', (open) => {
  const desk = useDesk(open)
  const {
    clock,
    json,
    rule,
    asks,
    saved,
    later,
    next,
    request,
    ask,
    result,
    list,
    newest,
    waitingOnes,
    decide,
    asked,
  } = desk

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
      rulesVersion: desk.rules.version,
      reason: 'We have enough.',
    })
    await expect.poll(async () => (await newest()).tookUs).toBeGreaterThan(0)
    const detail: AuthorisationDetail = await json(await desk.root.get(`${LIST}/${one.id}`))
    expect(detail.question).toMatchObject({ cardId: '700', transactionId: one.transactionId })
  })

  test('a changed rule holds from the next request on, at every gateway', async () => {
    const other = await desk.bank.another()
    const there = async () => json(await other.app.fetch(request(purchaseBody(desk.identity))))
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
    const tab = await desk.root.listen()
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
    const other = await desk.bank.another()
    const { answer, one } = await asked()
    expect(await waitingOnes(other.browser(desk.root))).toMatchObject([{ id: one.id }])
    expect((await decide(one.id, 'APPROVE', other.browser(desk.root))).status).toBe(200)
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
    const body = purchaseBody(desk.identity)
    const first = await desk.bank.app().fetch(request(body, 'ref-same'))
    await saved([rule({})])
    const second = await desk.bank.app().fetch(request(body, 'ref-same'))
    expect([await first.json(), await second.json()]).toEqual([{ result: 'APPROVED' }, { result: 'APPROVED' }])
    expect(await list(`?instrument=700`)).toSatisfy(
      (all: Authorisation[]) => all.filter((one) => one.reference === 'ref-same').length === 1,
    )
    const forged = await desk.bank.app().fetch(request(purchaseBody(desk.identity), 'ref-same'))
    expect(forged.status).toBe(409)
  })

  test('the same question while a person thinks waits for the same word', async () => {
    await saved([asks()])
    const body = purchaseBody(desk.identity)
    const other = await desk.bank.another()
    const first = desk.bank.app().fetch(request(body, 'ref-twice'))
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
    await desk.bank.store.db
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
    const session: SessionView = await json(await desk.root.get('/api/session'))
    const { accounts } = await json(await desk.root.get('/api/multi/managed_accounts?limit=1'))
    const corporate = await json(await desk.root.get('/api/multi/corporates'))
    const wire = (iban: string) => ({
      id: String(next()),
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
      timestamp: desk.bank.clock.now(),
    })
    const send = async (iban: string) =>
      json(await desk.bank.app().fetch(request(wire(iban), undefined, '/bank_transfers_in/authorisation_request')))
    expect(await send('DE02500105170137075030')).toEqual({ result: 'APPROVED' })
    expect(await send('DE89370400440532013000')).toEqual({ result: 'DENIED' })
    const [one] = await list('?kind=WIRE&limit=1')
    expect(one).toMatchObject({ party: 'Müller GmbH', partyId: 'DE89370400440532013000', instrumentId: accounts[0].id })
    const kept = await desk.bank.store.db
      .selectFrom('gateway_authorisation')
      .select('question')
      .where('kind', '=', 'WIRE')
      .execute()
    expect(JSON.stringify(kept)).toContain('Invoice 7')
    expect(JSON.stringify(kept)).not.toContain(session.person.email)
  })
})
