import { afterAll, beforeAll, expect, test } from 'vitest'
import { scrub } from '../scrub'
import type { Browser } from '../testing/browser'
import { openTestGateway, stepUp, type TestGateway } from '../testing/test-gateway'

const secrets = ['tok-4711', 'key-0815', 'Sandbox-2026!', 'db-pass', '654321', '5555444433331111', 'coo-kie']
/** An error as code of others might throw it, with everything in it that it had in its hands. */
const telling = () =>
  new Error(
    `POST https://user:db-pass@multi.example/x failed: authorization: Bearer tok-4711; api-key: key-0815; cookie=coo-kie; ` +
      `{"password":{"value":"x"},"password": "Sandbox-2026!","verificationCode":"654321","cardNumber":"5555444433331111"} ` +
      `postgres://console:db-pass@db/console token=tok-4711&x=1`,
  )

let bank: TestGateway
let browser: Browser
beforeAll(async () => {
  bank = await openTestGateway()
  browser = await bank.signIn()
  await stepUp(browser)
})
afterAll(() => bank.close())

test.each([
  ['a read', 'GET', '/api/multi/managed_accounts', undefined],
  ['a write', 'POST', '/api/multi/transfers', { tag: 'x' }],
  ['a step-up', 'POST', '/api/multi/stepup/challenges/otp/SMS/verify', { verificationCode: '654321' }],
  ['a sign-in', 'POST', '/api/session', { email: 'ada@x.example', password: { value: 'x' } }],
])('%s that fails with secrets in its error tells nobody any of them', async (_, method, path, body) => {
  bank.intercept(() => {
    throw telling()
  })
  const from = bank.logged().length
  const answer = await browser.call(method, path, {
    ...(body && { body }),
    headers: { 'idempotency-ref': crypto.randomUUID() },
  })
  bank.intercept()
  const told = `${await answer.text()} ${JSON.stringify([...answer.headers])} ${bank.logged().slice(from)}`
  expect(answer.status).toBeGreaterThanOrEqual(500)
  expect(told).toContain('failed')
  for (const secret of secrets) expect(told).not.toContain(secret)
  const lines = JSON.stringify(await bank.store.db.selectFrom('gateway_audit_line').selectAll().execute())
  for (const secret of secrets) expect(lines).not.toContain(secret)
})

test('an ordinary message stays as it is', () => {
  for (const text of [
    'connect ECONNREFUSED 127.0.0.1:5432',
    'The session key must have 32 bytes.',
    'no such table: gateway_session',
    'relation "gateway_limit" does not exist at character 15',
    'duplicate key value violates unique constraint "gateway_session_pk"',
  ]) {
    expect(scrub(text)).toBe(text)
  }
})
