import { expect, test } from 'vitest'
import { firstRules } from '../../contract/console/authorisation-rules'
import type { Authorisation, Rehearsal } from '../../contract/console/authorisations'
import type { SessionView } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import { purchaseBody } from '../testing/platform-questions'
import { stepUp } from '../testing/test-gateway'
import { createRequestTable } from './request-table'
import { LIST, RULES, useDesk } from './testing/use-desk'

const ALAN = 'alan@northwind.example'

onEachEngine('who asks the desk, and who sees it', (open) => {
  const desk = useDesk(open)
  const { clock, json, rule, asks, save, saved, later, request, result, list, newest, waitingOnes, decide, asked } =
    desk

  test.each([
    ['the shared key is wrong', { 'webhooks-key': 'guessed' }, 401, 'WRONG_KEY'],
    ['the signature is wrong', { 'signature-v2': 'AAAA' }, 401, 'WRONG_SIGNATURE'],
    ['there is no signature', { 'signature-v2': undefined }, 401, 'NO_SIGNATURE'],
    ['there is no reference', { 'call-ref': undefined }, 401, 'NO_REFERENCE'],
  ])('nothing is decided where %s, and the record says so', async (_, change, status, why) => {
    const before = (await list()).length
    const good = request(purchaseBody(desk.identity))
    const headers = new Headers(good.headers)
    for (const [name, value] of Object.entries(change))
      value === undefined ? headers.delete(name) : headers.set(name, value)
    const answer = await desk.bank.app().fetch(new Request(good, { headers }))
    expect(answer.status).toBe(status)
    expect(await list()).toHaveLength(before)
    const line = await desk.bank.store.db.selectFrom('gateway_audit_line').selectAll().execute()
    expect(JSON.stringify(line)).toContain(why)
  })

  test('an old question is not answered again, and one without form is refused', async () => {
    const old = request(purchaseBody(desk.identity))
    await later(6)
    expect((await desk.bank.app().fetch(old)).status).toBe(401)
    expect((await desk.bank.app().fetch(request({ cardId: 7 }))).status).toBe(400)
  })

  test('two who change the rules: the second is told', async () => {
    await saved([rule({})])
    const stale = { version: desk.rules.version - 1 }
    const second = await save([], stale)
    expect([second.status, await second.json()]).toEqual([409, { errorCode: 'RULES_CHANGED' }])
    const both = await Promise.all([save([]), save([])])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await desk.refresh()
    expect(desk.rules).toMatchObject({ rules: [], changedBy: expect.any(String) })
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
    const before = await json(await desk.root.get(RULES))
    const answer = await desk.root.post(`${RULES}/rehearse`, { rules: trial, defaults: firstRules.defaults, last: 4 })
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
    expect(await json(await desk.root.get(RULES))).toEqual(before)
    expect(await result({ cardId: '720', transactionAmount: { currency: 'EUR', amount: 40_00 } })).toBe('APPROVED')
  })

  test('a list goes on behind its last row, also where many came in the same moment', async () => {
    await Promise.all(Array.from({ length: 7 }, () => result({ cardId: '730' })))
    const seen: string[] = []
    let next = ''
    do {
      const page = await json(await desk.root.get(`${LIST}?instrument=730&limit=3${next && `&after=${next}`}`))
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
    expect(await list(`?rule=${desk.rules.rules[0]?.id}`)).toHaveLength(1)
    expect(await list(`?from=${desk.bank.clock.now() + 1000}`)).toEqual([])
    expect((await desk.root.get(`${LIST}?state=MAYBE`)).status).toBe(400)
  })

  test('the holder of a card is known once somebody has read the card', async () => {
    await stepUp(desk.root)
    const address = { addressLine1: '3 Stage Door', city: 'Leeds', postCode: 'LS1 4AP', country: 'GB' }
    const order = {
      profileId: '2101',
      friendlyName: 'Props',
      nameOnCard: 'Ada Byron',
      mode: 'PREPAID_MODE',
      currency: 'EUR',
      billingAddress: address,
    }
    const card = await json(await desk.root.post('/api/multi/managed_cards', order, { 'idempotency-ref': 'card-1' }))
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
    await result({ cardId: '300' })
    const wire = { kind: 'WIRE' }
    await desk.bank.store.db.updateTable('gateway_authorisation').set(wire).where('instrument_id', '=', '300').execute()
    const table = createRequestTable(desk.bank.store)
    const seen = async (cards: 'all' | string[], accounts: 'all' | string[]) => {
      const sets = {
        cards: cards === 'all' ? cards : new Set(cards),
        accounts: accounts === 'all' ? accounts : new Set(accounts),
      }
      const { rows } = await table.list({ identityId: desk.identity, access: sets }, { limit: 100 })
      return [...new Set(rows.map((row) => (row.kind === 'CARD' ? row.instrument_id : 'WIRE')))]
    }
    expect(await seen(['750'], [])).toEqual(['750'])
    expect(await seen([], [])).toEqual([])
    expect(await seen([], 'all')).toEqual(['WIRE'])
    expect(await seen('all', [])).toEqual(expect.arrayContaining(['750', '751']))
    const [row] = (
      await table.list(
        { identityId: desk.identity, access: { cards: 'all', accounts: new Set<string>() } },
        { limit: 1 },
      )
    ).rows
    const other = { identityId: desk.identity, access: { cards: new Set(['750']), accounts: new Set<string>() } }
    expect(row && (await table.visible(other, row.id))).toBeUndefined()
  })

  test('nobody sees, decides or rules what is another identity’s', async () => {
    await saved([asks()])
    const { answer, one } = await asked()
    const elsewhere = { ...purchaseBody('999999'), cardId: '1' }
    expect(await json(await desk.bank.app().fetch(request(elsewhere)))).toEqual({ result: 'APPROVED' })
    expect(await list('?instrument=1')).toEqual([])
    await desk.bank.store.db
      .updateTable('gateway_authorisation')
      .set({ identity_id: '999999' })
      .where('id', '=', one.id)
      .execute()
    expect(await waitingOnes()).toEqual([])
    expect((await desk.root.get(`${LIST}/${one.id}`)).status).toBe(404)
    expect((await decide(one.id, 'APPROVE')).status).toBe(404)
    clock.pass(1200)
    expect(await answer).toBe('DENIED')
  })

  test('who has no permission gets nothing', async () => {
    const alan = await desk.bank.signIn(desk.bank.browser(), ALAN)
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
    expect((await desk.bank.browser().get(LIST)).status).toBe(401)
  })
})
