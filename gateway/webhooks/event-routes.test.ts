import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConsoleEvent, ConsoleEventDetail } from '../../contract/console/events'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { GRACE, openTestGateway, type TestGateway } from '../testing/test-gateway'
import { hookOf, weavrOf } from '../testing/weavr'
import { KEEP_MS } from './webhook-table'

const EVENTS = '/api/console/events'
type Page = { events: ConsoleEvent[]; next?: string }
const instrument = (id: string, type = 'managed_accounts') => ({ type, id })
const money = { currency: 'EUR', amount: '1000' }
const at = '1763670000123'

onEachEngine('the log of what Weavr told', (open) => {
  let bank: TestGateway
  let root: Browser
  let tell: ReturnType<typeof weavrOf>
  let identity: string
  let account: string
  beforeAll(async () => {
    bank = await openTestGateway(await open())
    tell = weavrOf(bank)
    root = await bank.signIn()
    const session: { identity: { id: { id: string } } } = await (await root.get('/api/session')).json()
    identity = session.identity.id.id
  })
  beforeEach(async () => {
    await bank.store.db.deleteFrom('gateway_webhook_subject').execute()
    await bank.store.db.deleteFrom('gateway_webhook').execute()
    await bank.store.db.deleteFrom('gateway_owner').execute()
    await bank.restart()
    account = (await accounts(root))[0] ?? ''
  })
  afterAll(() => bank.close())

  async function accounts(browser: Browser): Promise<string[]> {
    const answer: { accounts: { id: string }[] } = await (await browser.get('/api/multi/managed_accounts')).json()
    return answer.accounts.map(({ id }) => id)
  }
  const list = async (query = '', browser = root): Promise<Page> => (await browser.get(`${EVENTS}${query}`)).json()
  const names = async (query = '', browser = root) => (await list(query, browser)).events.map(({ webhook }) => webhook)

  const deposit = (id = account, owner = identity, state = 'COMPLETED') =>
    tell(hookOf('managed_accounts_deposits_watch'), {
      id: instrument(id),
      transactionId: '5',
      transactionAmount: money,
      transactionTimestamp: at,
      owner: { type: 'corporates', id: owner },
      state,
    })
  const transfer = (source: string, id = '500') =>
    tell(hookOf('transfers_watch'), {
      eventType: 'COMPLETED',
      publishedTimestamp: at,
      transfer: {
        id: instrument(id, 'transfer'),
        profileId: '3001',
        source: instrument(source),
        destination: instrument('78'),
        destinationAmount: money,
        state: 'COMPLETED',
        creationTimestamp: at,
      },
    })
  const card = (id: string) =>
    tell(hookOf('managed_cards_state_change_watch'), {
      id: instrument(id, 'managed_cards'),
      timestamp: at,
      eventType: 'BLOCKED',
      cardType: 'VIRTUAL',
      renewalType: 'RENEW',
    })

  test('an event that names an account and nobody is of whoever was shown that account', async () => {
    const tab = await root.listen()
    expect((await transfer(account)).status).toBe(204)
    expect(await tab.until('webhook')).toMatchObject({ section: 'transfers', id: '500', state: 'COMPLETED' })
    expect(await names()).toEqual(['transfers_watch'])
    await tab.close()
  })

  test('one of a thing that nobody has been seen with is kept, shown to nobody, and handed over once', async () => {
    await card('901')
    expect(await names()).toEqual([])
    const tab = await root.listen()
    bank.intercept((_, path) =>
      path.endsWith('/managed_cards/901') ? Response.json({ id: '901', mode: 'DEBIT_MODE' }) : undefined,
    )
    await root.get('/api/multi/managed_cards/901')
    await root.get('/api/multi/managed_cards/901')
    bank.intercept()
    expect(await tab.until('webhook')).toMatchObject({ section: 'managed-cards', id: '901', state: 'BLOCKED' })
    expect(await names()).toEqual(['managed_cards_state_change_watch'])
    await card('901')
    await tab.until('webhook')
    expect(await names()).toHaveLength(2)
    await tab.close()
  })

  test('a refusal teaches nothing', async () => {
    await card('902')
    bank.intercept((_, path) =>
      path.endsWith('/managed_cards/902') ? Response.json({ id: '902' }, { status: 404 }) : undefined,
    )
    await root.get('/api/multi/managed_cards/902')
    bank.intercept()
    expect(await names()).toEqual([])
  })

  test('nobody sees, reads, replays or claims what is another identity’s', async () => {
    await deposit('666', '4711')
    const { id } = await bank.store.db.selectFrom('gateway_webhook').select('id').executeTakeFirstOrThrow()
    expect(await names()).toEqual([])
    expect(await names('?resource=666')).toEqual([])
    expect((await root.get(`${EVENTS}/${id}`)).status).toBe(404)
    expect((await root.post(`${EVENTS}/${id}/replay`)).status).toBe(404)
    // An answer that names the other's account does not make it one's own.
    bank.intercept((_, path) => (path.endsWith('/managed_accounts/666') ? Response.json({ id: '666' }) : undefined))
    await root.get('/api/multi/managed_accounts/666')
    bank.intercept()
    await deposit('666', '4711')
    await transfer('666')
    expect(await names()).toEqual([])
  })

  test('who may not see cards hears and sees nothing of them', async () => {
    const grace = await bank.signIn(undefined, GRACE)
    const { id } = await bank.store.db
      .selectFrom('gateway_session')
      .select('credential_id as id')
      .where('person_email', '=', GRACE)
      .executeTakeFirstOrThrow()
    await giveRole(id, ['session.own', 'events.view', 'accounts.view'])
    const tab = await grace.listen()
    await bank.store.db
      .insertInto('gateway_owner')
      .values({ kind: 'managed_cards', subject_id: '903', identity_id: identity })
      .execute()
    await card('903')
    await deposit()
    expect(await tab.until('webhook')).toMatchObject({ section: 'managed-accounts' })
    expect(await names('', grace)).toEqual(['managed_accounts_deposits_watch'])
    const [first] = (await list('?webhook=managed_cards_state_change_watch')).events
    expect((await grace.get(`${EVENTS}/${first?.id}`)).status).toBe(404)
    expect((await grace.post(`${EVENTS}/${first?.id}/replay`)).status).toBe(403)

    await giveRole(id, ['session.own', 'events.view', 'accounts.view'], ['1'])
    expect(await names('', grace)).toEqual([])
    await giveRole(id, ['session.own', 'accounts.view'])
    expect((await grace.get(EVENTS)).status).toBe(403)
    await tab.close()
  })

  async function giveRole(user: string, permissions: string[], seen: 'all' | string[] = 'all'): Promise<void> {
    const role = { name: `Looks ${permissions.length} ${seen}`, permissions, accounts: seen, cards: 'all', limits: [] }
    const made: { id: string } = await (await root.post('/api/console/roles', role)).json()
    const given = await root.call('POST', `/api/console/people/${user}/role`, { body: { role: made.id } })
    expect(given.ok).toBe(true)
  }

  test('filters, alone and together', async () => {
    await deposit()
    await deposit(account, identity, 'PENDING')
    await transfer(account)
    const [newest] = (await list()).events
    expect(await names()).toHaveLength(3)
    expect(await names('?webhook=transfers_watch')).toEqual(['transfers_watch'])
    expect(await names('?state=PENDING')).toEqual(['managed_accounts_deposits_watch'])
    expect(await names('?resource=500')).toEqual(['transfers_watch'])
    expect(await names(`?resource=${account}`)).toHaveLength(3)
    expect(await names(`?resource=${account}&state=COMPLETED&webhook=managed_accounts_deposits_watch`)).toHaveLength(1)
    expect(await names('?proof=SIGNATURE&form=READABLE')).toHaveLength(3)
    expect(await names('?proof=KEY')).toEqual([])
    expect(await names(`?from=${(newest?.receivedAt ?? 0) + 1}`)).toEqual([])
    expect(await names(`?to=${(newest?.receivedAt ?? 0) + 1}`)).toHaveLength(3)
    expect((await root.get(`${EVENTS}?proof=HOPE`)).status).toBe(400)
    expect((await root.get(`${EVENTS}?limit=0`)).status).toBe(400)
    expect((await root.get(`${EVENTS}?after=nowhere`)).status).toBe(400)
  })

  test('pages follow each other, and what comes in between moves nothing', async () => {
    for (let i = 0; i < 5; i++) await deposit()
    const first = await list('?limit=2')
    await deposit()
    const second = await list(`?limit=2&after=${first.next}`)
    const third = await list(`?limit=2&after=${second.next}`)
    expect(third.next).toBeUndefined()
    const seen = [first, second, third].flatMap(({ events }) => events.map(({ id }) => id))
    expect(seen).toHaveLength(5)
    expect(new Set(seen).size).toBe(5)
  })

  test('in full it has payload, headers and what was proved, and no secret', async () => {
    await deposit()
    await deposit()
    const [event] = (await list()).events
    const detail: ConsoleEventDetail = await (await root.get(`${EVENTS}/${event?.id}`)).json()
    expect(detail).toMatchObject({
      webhook: 'managed_accounts_deposits_watch',
      proof: 'SIGNATURE',
      form: 'READABLE',
      resource: { kind: 'managed_accounts', id: account },
      subjects: [{ kind: 'managed_accounts', id: account }],
      payload: { transactionAmount: money },
      repeats: 0,
    })
    expect(Object.keys(detail.headers).sort()).toEqual(['call-ref', 'content-type', 'published-timestamp'])
    expect((await root.get(`${EVENTS}/no-uuid`)).status).toBe(400)
  })

  test('a replay is heard again, marked as one, recorded, and stored no second time', async () => {
    await deposit()
    const [event] = (await list()).events
    const tab = await root.listen()
    expect((await root.post(`${EVENTS}/${event?.id}/replay`)).status).toBe(204)
    expect(await tab.until('webhook')).toMatchObject({ event: event?.id, replayed: true, id: account })
    expect(await names()).toHaveLength(1)
    const line = await bank.store.db
      .selectFrom('gateway_audit_line')
      .selectAll()
      .where('operation', '=', 'eventReplay')
      .where('resource', '=', event?.id ?? '')
      .executeTakeFirst()
    expect(line).toMatchObject({ outcome: 'DONE', person_name: 'Ada Byron' })
    await tab.close()
  })

  test('after thirty days it is gone, with what it was found by', async () => {
    await deposit()
    await bank.store.db
      .updateTable('gateway_webhook')
      .set((eb) => ({ received_at: eb('received_at', '-', KEEP_MS + 1) }))
      .execute()
    await deposit()
    await bank.restart()
    expect(await names()).toHaveLength(1)
    expect(await bank.store.db.selectFrom('gateway_webhook_subject').selectAll().execute()).toHaveLength(1)
  })

  test('nobody is shown it who is not signed in', async () => {
    for (const path of [EVENTS, `${EVENTS}/${crypto.randomUUID()}`])
      expect((await bank.browser().get(path)).status).toBe(401)
  })
})
