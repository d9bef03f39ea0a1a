import { afterEach, beforeEach, expect, test } from 'vitest'
import { operations } from '../../contract/registry'
import { SessionView } from '../../contract/session'
import { onEachEngine } from '../../test/postgres/engines'
import { publicOperations } from '../entry/public-proxy'
import { allowedOperation } from '../proxy/allowed-operation'
import type { Browser } from '../testing/browser'
import { standStill } from '../testing/stand-still'
import { CODE, openTestGateway, stepUp, type TestGateway } from '../testing/test-gateway'
import { kindOf, limitedOperations } from './limited-operations'
import { createLimits } from './limits'
import { rules } from './rules'

const ISSUE = '/api/multi/stepup/challenges/otp/SMS'
const once = () => ({ 'idempotency-ref': crypto.randomUUID() })

test('what is limited exists, and whatever sends or takes a code, an invitation or a password is limited', () => {
  const ids = operations.map(({ id }) => id)
  for (const id of Object.values(limitedOperations).flat()) expect(ids).toContain(id)
  const worth = /(SCAChallenge|SCAVerify|Enrol|enrol|CodeSend|EmailVerify|Invite|lostPassword)/
  for (const id of ids.filter((one) => worth.test(one))) expect(kindOf(id), id).toBeDefined()
})

test('whoever is not signed in reaches of the Multi API what is written here, and no other operation by its name', () => {
  for (const { method, path } of operations.filter(({ auth }) => auth === 'key')) {
    expect(allowedOperation(method, path.replaceAll(/\{\w+\}/g, '1')), path).toBeUndefined()
  }
  expect(publicOperations.map(({ id }) => id).sort()).toEqual([
    'authorisedUserEmailVerificationCodeSend',
    'authorisedUserEmailVerify',
    'consumerRootUserEmailVerificationCodeSend',
    'consumerRootUserEmailVerify',
    'corporateRootUserEmailVerificationCodeSend',
    'corporateRootUserEmailVerify',
    'passwordValidate',
    'userInviteValidate',
  ])
})

standStill()

onEachEngine('limits of the Multi API', (open) => {
  let bank: TestGateway
  let browser: Browser
  beforeEach(async () => {
    bank = await openTestGateway(await open())
    browser = await bank.signIn()
  })
  afterEach(() => bank.close())
  /** The same limits, as another gateway of the database counts them. */
  const elsewhere = () => createLimits(bank.store, bank.clock, bank.options.sessionKey)
  const me = async (who: Browser) => SessionView.parse(await (await who.get('/api/session')).json()).person
  const issues = 'POST /stepup/challenges/otp/SMS'

  test('a machine that has codes sent is stopped before the upstream, told when to come back, and on record', async () => {
    bank.intercept((_, path) =>
      path === '/stepup/challenges/otp/SMS' ? new Response(null, { status: 204 }) : undefined,
    )
    const { burst, everyMs } = rules['code-issue'].account
    expect((await browser.post(ISSUE, undefined, once())).status).toBe(204)
    const asked = bank.count(issues)
    // As if all the others had been sent by another gateway.
    const { type, id } = (await me(browser)).credentials
    for (let n = 1; n < burst; n++) {
      expect((await elsewhere().take('code-issue', { account: `${type} ${id}`, address: '192.0.2.1' })).ok).toBe(true)
    }
    const refused = await browser.post(ISSUE, undefined, once())
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(everyMs / 1000)
    expect(bank.count(issues)).toBe(asked)
    const lines = await bank.store.db.selectFrom('gateway_audit_line').selectAll().execute()
    expect(lines.filter((line) => JSON.stringify(line).includes('TOO_MANY_REQUESTS'))).toHaveLength(1)
    expect((await browser.get('/api/multi/managed_accounts')).status).toBe(200)

    // Another session of the same person has the same limit, another person has their own.
    const again = await bank.signIn()
    expect((await again.post(ISSUE, undefined, once())).status).toBe(429)
    const other = await bank.signIn(undefined, 'alan@northwind.example')
    expect((await other.post(ISSUE, undefined, once())).status).toBe(204)
  })

  test('a code that the upstream did not send costs nothing', async () => {
    bank.intercept((_, path) =>
      path === '/stepup/challenges/otp/SMS' ? new Response(null, { status: 409 }) : undefined,
    )
    for (let n = 0; n < rules['code-issue'].account.burst + 5; n++) {
      expect((await browser.post(ISSUE, undefined, once())).status).toBe(409)
    }
  })

  test('wrong codes run out upstream first; a machine that has ever new ones sent is stopped here', async () => {
    const verify = () => browser.post(`${ISSUE}/verify`, { verificationCode: '000000' }, once())
    await browser.post(ISSUE, undefined, once())
    const codes = []
    for (let n = 0; n < 6; n++) codes.push((await (await verify()).json()).errorCode)
    expect(codes.at(-1)).toBe('STATE_INVALID')
    bank.intercept((_, path) => (path.endsWith('/verify') ? new Response(null, { status: 409 }) : undefined))
    for (let n = 6; n < rules['code-verify'].account.burst; n++) expect((await verify()).status).toBe(409)
    expect((await verify()).status).toBe(429)
  })

  test('right codes cost nothing', async () => {
    bank.intercept((_, path) => (path.startsWith('/stepup/') ? new Response(null, { status: 204 }) : undefined))
    for (let n = 0; n < rules['code-verify'].account.burst + 5; n++) {
      const right = { verificationCode: CODE }
      expect((await browser.post(`${ISSUE}/verify`, right, once())).status).toBe(204)
    }
  })

  test('a script that has run wild in one session is stopped there, and nobody else is', async () => {
    bank.intercept(() => new Response('{}', { headers: { 'content-type': 'application/json' } }))
    bank.advance(1)
    const other = await signInAside()
    const { id } = await bank.store.db
      .selectFrom('gateway_session')
      .select('id')
      .orderBy('created_at')
      .executeTakeFirstOrThrow()
    const limits = elsewhere()
    for (let n = 0; n < 10_000 && (await limits.ofSession(id)) === undefined; n++);
    let refused: Response | undefined
    for (let n = 0; n < 500 && !refused; n++) {
      const answer = await browser.get('/api/multi/managed_accounts')
      if (answer.status === 429) refused = answer
    }
    const rest = [await browser.get('/api/session'), await browser.get('/api/live')]
    for (const path of ['/api/session/activity', '/api/session/display']) rest.push(await browser.post(path))
    expect(rest.map(({ status }) => status)).toEqual([429, 429, 429, 429])
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await browser.get('/api/console/roles')).status).toBe(429)
    expect((await other.get('/api/multi/managed_accounts')).status).toBe(200)
  })

  const signInAside = async () => {
    bank.intercept()
    const other = await bank.signIn()
    bank.intercept(() => new Response('{}', { headers: { 'content-type': 'application/json' } }))
    return other
  }

  test('a step-up is as before', async () => {
    expect((await stepUp(browser)).status).toBe(204)
  })
})
