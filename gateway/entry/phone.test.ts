import { afterAll, beforeEach, expect, test } from 'vitest'
import { SessionView } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import { rules } from '../limits/rules'
import type { Browser } from '../testing/browser'
import { standStill } from '../testing/stand-still'
import { hookOf, weavrOf } from '../testing/weavr'
import { NORA, OMAR, openPhoneDesk, type PhoneDesk } from './testing/phone-desk'

const MINUTE = 60_000
standStill()

onEachEngine('a sign-in by phone', (open) => {
  let bank: PhoneDesk | undefined
  let browser: Browser
  let desk: PhoneDesk
  let weavr: ReturnType<typeof weavrOf>
  beforeEach(async () => {
    await bank?.close()
    bank = await openPhoneDesk(await open())
    desk = bank
    browser = desk.browser()
    weavr = weavrOf(desk)
  })
  afterAll(() => bank?.close())

  test('waits, is approved, and opens a session that is stepped up', async () => {
    const answer = await desk.ask(browser)
    expect(await answer.json()).toMatchObject({ entry: { kind: 'phone', email: NORA, state: 'WAITING' } })
    expect((await (await desk.finish(browser)).json()).errorCode).toBe('NOT_APPROVED')
    expect((await desk.handOver(await desk.approved(await desk.asked()))).status).toBe(204)
    expect(await desk.state(browser)).toBe('APPROVED')
    const session = SessionView.parse((await (await desk.finish(browser)).json()).session)
    expect(session).toMatchObject({
      steppedUp: true,
      person: { email: NORA },
      identity: { name: 'Harbour Freight Ltd' },
    })
    expect((await browser.get('/api/multi/users')).status).toBe(200)
    expect((await (await desk.finish(browser)).json()).errorCode).toBe('ENTRY_OVER')
  })

  test('is one for all gateways: asked here, brought there, finished at a third', async () => {
    const [there, third] = [await desk.another(), await desk.another()]
    await desk.ask(browser)
    await desk.handOver(await desk.approved(await desk.asked()), there.app)
    const moved = third.browser(browser)
    expect(await desk.state(moved)).toBe('APPROVED')
    expect((await desk.finish(moved)).status).toBe(200)
    expect(await desk.state(browser)).toBeUndefined()
  })

  test('is finished once, however many tabs do so at once', async () => {
    await desk.ask(browser)
    await desk.handOver(await desk.approved(await desk.asked()))
    const answers = await Promise.all([desk.finish(browser), desk.finish(browser), desk.finish(browser)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await desk.store.db.selectFrom('gateway_session').select('id').execute()).toHaveLength(1)
  })

  test('cannot be approved by somebody else’s phone: nobody is signed in as another than they asked for', async () => {
    await desk.ask(browser)
    const mine = await desk.asked()
    await desk.ask(desk.browser(), OMAR)
    const theirs = await desk.approved(await desk.asked(OMAR))
    expect((await desk.handOver({ ...theirs, challengeId: mine.challengeId })).status).toBe(204)
    expect(await desk.state(browser)).toBe('WAITING')
    const lines = JSON.stringify(await desk.store.db.selectFrom('gateway_audit_line').selectAll().execute())
    expect(lines).toContain('OTHER_PERSON')
    for (const token of desk.tokens) expect(lines).not.toContain(token)
    expect(lines).not.toContain(theirs.token)
    // Nor spoiled by it, nor by nonsense.
    expect((await desk.handOver({ ...theirs, challengeId: mine.challengeId, token: 'nonsense' })).status).toBe(204)
    await desk.handOver(await desk.approved(mine))
    expect(await desk.state(browser)).toBe('APPROVED')
  })

  test('a token is good once, and whoever brings anything hears the same', async () => {
    await desk.ask(browser)
    const brought = await desk.approved(await desk.asked())
    expect((await desk.handOver({ ...brought, challengeId: '404' })).status).toBe(204)
    expect((await desk.handOver(brought)).status).toBe(204)
    expect((await desk.finish(browser)).status).toBe(200)
    expect((await desk.handOver(brought)).status).toBe(204)
    const other = desk.browser()
    await desk.ask(other)
    const { challengeId } = await desk.asked()
    expect((await desk.handOver({ ...brought, challengeId })).status).toBe(204)
    expect(await desk.state(other)).toBe('WAITING')
  })

  test.each([
    ['no JSON', 'challengeId=1', 'request.body'],
    ['no challenge', { token: 'x', identity: { type: 'CORPORATE', id: '1' } }, 'request.challengeId'],
    ['a strange token', { challengeId: '1', token: 'a b', identity: { type: 'CORPORATE', id: '1' } }, 'request.token'],
    ['no identity', { challengeId: '1', token: 'x' }, 'request.identity'],
    [
      'a field too many',
      { challengeId: '1', token: 'x', identity: { type: 'CORPORATE', id: '1' }, email: NORA },
      'request.body',
    ],
  ])('what is handed over with %s is refused by its field', async (_, body, field) => {
    const answer = await desk.handOver(body)
    expect(answer.status).toBe(400)
    expect((await answer.json()).syntaxErrors.invalidFields[0].fieldName).toBe(field)
  })

  test('the door takes no large bodies, and not everything that comes', async () => {
    expect((await desk.handOver({ token: 'x'.repeat(10_000) })).status).toBe(413)
    const statuses = new Set<number>()
    for (let n = 0; n <= rules['hand-over'].address.burst; n++) statuses.add((await desk.handOver({})).status)
    expect([...statuses]).toEqual([400, 429])
  })

  const watch = async (status: string, type = 'BIOMETRIC') => {
    const { credential, identity } = await desk.asked()
    const named = { type: 'corporates', id: identity.id }
    const told = { credential: { type: 'USER', id: credential.id }, identity: named, type, status }
    await weavr(hookOf('login_watch'), { ...told, publishedTimestamp: String(desk.clock.now()) })
  }
  /** The console knows whose credentials they are once the person has signed in here. */
  const known = async () => {
    const before = desk.browser()
    await desk.ask(before)
    await desk.handOver(await desk.approved(await desk.asked()))
    await desk.finish(before)
  }

  test.each(['DECLINED', 'EXPIRED'])('that the phone has %s ends it, as the platform tells', async (status) => {
    await known()
    await desk.ask(browser)
    await watch(status, 'PASSWORD')
    await watch('VERIFIED')
    expect(await desk.state(browser)).toBe('WAITING')
    await watch(status)
    expect(await desk.state(browser)).toBe(status)
    expect((await (await desk.finish(browser)).json()).errorCode).toBe('NOT_APPROVED')
    expect((await desk.handOver(await desk.approved(await desk.asked()))).status).toBe(204)
    expect(await desk.state(browser)).toBe(status)
  })

  test('a no that may be about either of two browsers ends neither; both end by their time', async () => {
    await known()
    const other = desk.browser()
    await desk.ask(browser)
    await desk.ask(other)
    await watch('DECLINED')
    expect([await desk.state(browser), await desk.state(other)]).toEqual(['WAITING', 'WAITING'])
    desk.advance(5 * MINUTE)
    expect([await desk.state(browser), await desk.state(other)]).toEqual(['EXPIRED', 'EXPIRED'])
    desk.advance(5 * MINUTE)
    expect(await desk.state(browser)).toBeUndefined()
  })

  test('nobody’s address and one without a phone are the same refusal, and few may be asked about', async () => {
    const said = async (email: string) => {
      const answer = await desk.ask(browser, email)
      return [answer.status, await answer.json(), [...answer.headers.keys()].sort()]
    }
    expect(await said('wren@tideline.example')).toEqual(await said('nobody@nowhere.example'))
    const statuses: number[] = []
    for (let n = 0; n <= rules.phone.account.burst; n++) statuses.push((await desk.ask(desk.browser())).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(rules.phone.account.burst)
    expect(statuses.at(-1)).toBe(429)
  })
})
