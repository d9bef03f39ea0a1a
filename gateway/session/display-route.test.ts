import { afterAll, beforeAll, expect, test } from 'vitest'
import { MINUTE, openTestGateway, stepUp, type TestGateway } from '../testing/test-gateway'

let bank: TestGateway
beforeAll(async () => {
  bank = await openTestGateway()
})
afterAll(() => bank.close())

const PATH = '/api/session/display'
const ofViewer = async (token: string) => {
  const headers = {
    'content-type': 'application/json',
    origin: 'http://localhost:4000',
    'ui-key': 'sandbox-ui-key',
    authorization: `Bearer ${token}`,
  }
  const request = new Request('http://secure/sessions', { method: 'POST', headers, body: '{}' })
  const answer = await bank.running.secureUi.fetch(request)
  return { status: answer.status, body: await answer.json() }
}

test('a session gets a pass for a minute after step-up, and its own token stays where it is', async () => {
  const browser = await bank.signIn()
  const early = await browser.post(PATH)
  expect([early.status, await early.json()]).toMatchObject([403, { code: 'STEP_UP_REQUIRED' }])
  await stepUp(browser)
  const answer = await browser.post(PATH)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const pass = (await answer.json()) as { token: string; expiresAt: number }
  expect([...bank.tokens]).not.toContain(pass.token)
  expect(await ofViewer(pass.token)).toEqual({ status: 200, body: { steppedUp: true } })
  bank.advance(MINUTE)
  expect((await ofViewer(pass.token)).status).toBe(403)
})

test('a pass ends with its session', async () => {
  const browser = await bank.signIn()
  await stepUp(browser)
  const { token } = (await (await browser.post(PATH)).json()) as { token: string }
  await browser.call('DELETE', '/api/session')
  expect((await ofViewer(token)).status).toBe(403)
})

test('nobody gets one, nor whoever the bank has forgotten', async () => {
  expect((await bank.browser().post(PATH)).status).toBe(401)
  const browser = await bank.signIn()
  await stepUp(browser)
  await bank.store.db.updateTable('sandbox_token').set({ revoked: 1 }).execute()
  expect((await browser.post(PATH)).status).toBe(401)
})

test.each([
  ['that know no such thing', async () => new Response(null, { status: 404 }), 501],
  ['that answer something else', async () => Response.json({ token: 5 }), 501],
  ['that are away', async () => new Response(null, { status: 502 }), 502],
  ['that are not the upstream’s', undefined, 501],
])('of secure components %s there is none', async (_, secureUi, status) => {
  const other = await openTestGateway(undefined, secureUi ? { secureUi } : {})
  if (!secureUi) {
    delete other.options.secureUi
    await other.restart()
  }
  const browser = await other.signIn()
  await stepUp(browser)
  expect((await browser.post(PATH)).status).toBe(status)
  await other.close()
})
