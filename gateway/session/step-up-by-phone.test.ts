import { afterAll, beforeAll, expect, test } from 'vitest'
import { SessionView } from '../../contract/session'
import { buildWorld } from '../../sandbox/index'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { MINUTE, openTestGateway, type TestGateway } from '../testing/test-gateway'
import { hookOf, weavrOf } from '../testing/weavr'

onEachEngine('a step-up by phone', (open) => {
  let bank: TestGateway
  let session: SessionView
  beforeAll(async () => {
    bank = await openTestGateway(await open())
    await buildWorld(bank.running.sandbox, 'multi-identity')
  })
  afterAll(() => bank.close())

  /** Nora at the company where her phone is linked. */
  async function nora(): Promise<Browser> {
    const browser = bank.browser()
    const password = { value: await bank.passwordToken() }
    await browser.post('/api/session', { email: 'nora@quill.example', password })
    const { entry } = await (await browser.get('/api/console/entry')).json()
    const harbour = entry.identities.find(({ name }: { name: string }) => name.startsWith('Harbour'))
    const went = await browser.post('/api/console/entry/identity', { identity: harbour.id })
    session = SessionView.parse((await went.json()).session)
    return browser
  }
  const ask = async (browser: Browser): Promise<string> => {
    const once = { 'idempotency-ref': crypto.randomUUID() }
    const answer = await browser.post('/api/multi/stepup/challenges/push/BIOMETRIC', undefined, once)
    expect(answer.status, await answer.clone().text()).toBe(200)
    return (await answer.json()).id
  }
  const stands = async (browser: Browser) => (await (await browser.get('/api/console/session/step-up')).json()).state
  const steppedUp = async (browser: Browser) => (await (await browser.get('/api/session')).json()).steppedUp
  const tell = (challengeId: string, status: string) =>
    weavrOf(bank)(hookOf('stepup_watch'), {
      credential: session.person.credentials,
      identity: session.identity.id,
      challengeId,
      type: 'BIOMETRIC',
      status,
      publishedTimestamp: String(bank.clock.now()),
    })

  test('is the session’s once the phone has approved, under a new cookie', async () => {
    const browser = await nora()
    expect(await stands(browser)).toBe('NONE')
    const challenge = await ask(browser)
    expect(await stands(browser)).toBe('WAITING')
    const former = browser.cookie()
    await tell(challenge, 'VERIFIED')
    expect(await stands(browser)).toBe('VERIFIED')
    expect(browser.cookie()).not.toBe(former)
    expect(await steppedUp(browser)).toBe(true)
  })

  test('is told as declined, and as expired also where nobody says so', async () => {
    const browser = await nora()
    await tell(await ask(browser), 'DECLINED')
    expect(await stands(browser)).toBe('DECLINED')
    await ask(browser)
    expect(await stands(browser)).toBe('WAITING')
    bank.advance(2 * MINUTE)
    await browser.post('/api/session/activity')
    bank.advance(3 * MINUTE)
    expect(await stands(browser)).toBe('EXPIRED')
    expect(await steppedUp(browser)).toBe(false)
  })

  test('steps up no other session of the same person', async () => {
    const [browser, other] = [await nora(), await nora()]
    const challenge = await ask(browser)
    await ask(other)
    await tell(challenge, 'VERIFIED')
    expect(await stands(other)).toBe('WAITING')
    expect(await steppedUp(other)).toBe(false)
  })
})
