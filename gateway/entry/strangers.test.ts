import { afterEach, beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { canaries, found } from '../audit/testing/canaries'
import { everyGatewayTable } from '../audit/testing/read-everything'
import { createLimits } from '../limits/limits'
import { rules } from '../limits/rules'
import type { Browser } from '../testing/browser'
import { standStill } from '../testing/stand-still'
import { CODE, ROOT } from '../testing/test-gateway'
import { NORA, openPhoneDesk, type PhoneDesk } from './testing/phone-desk'

standStill()
const WREN = 'wren@tideline.example'
const IVO = 'ivo@tideline.example'
const MARY = 'mary@larkspur.example'
const registration = (email = MARY) => ({
  rootUser: {
    ...{ name: 'Mary', surname: 'Somerville', email, companyPosition: 'DIRECTOR' },
    mobile: { countryCode: '+44', number: '7700900188' },
    dateOfBirth: { year: 1980, month: 12, day: 26 },
  },
  company: { name: 'Larkspur Ltd', type: 'LLC', registrationNumber: '09817264', registrationCountry: 'GB' },
  acceptedTerms: true,
  baseCurrency: 'GBP',
})

onEachEngine('strangers on the way in', (open) => {
  let desk: PhoneDesk
  let browser: Browser
  beforeEach(async () => {
    desk = await openPhoneDesk(await open())
    browser = desk.browser()
  })
  afterEach(() => desk.close())

  const secret = async (value = 'Sandbox-2026!') => ({ value: await desk.passwordToken(value) })
  const signIn = async (into: Browser, email: string) => into.post('/api/session', { email, password: await secret() })
  const post = (path: string, body?: unknown, into = browser) => into.post(`/api/console${path}`, body)
  const said = async (answer: Response) => [answer.status, (await answer.json()).errorCode]
  const entry = async (into = browser) => (await (await into.get('/api/console/entry')).json()).entry
  const lines = async () => {
    const rows = await desk.store.db.selectFrom('gateway_audit_line').selectAll().orderBy('at').execute()
    expect(await desk.store.db.selectFrom('gateway_audit_pending').selectAll().execute()).toEqual([])
    return rows
  }
  const register = (into = browser, once = crypto.randomUUID(), email = MARY) =>
    into.post('/api/console/registrations/corporate', registration(email), { 'idempotency-ref': once })

  const choose = async (into = browser, n = 0) =>
    post('/entry/identity', { identity: (await entry(into)).identities[n].id }, into)
  const steps = {
    '/entry/identity': async () => ({ identity: { type: 'CORPORATE', id: '1' } }),
    '/entry/finish': async () => undefined,
    '/entry/password': async () => ({ password: await secret('Another-2026!') }),
    '/entry/password-change': async () => ({ oldPassword: await secret(), newPassword: await secret('Another-2026!') }),
  }
  const kinds = {
    choice: ['/entry/identity', () => signIn(browser, NORA)],
    'password-expired': ['/entry/password-change', () => signIn(browser, IVO)],
    phone: ['/entry/finish', () => desk.ask(browser)],
    registration: ['/entry/password', () => register()],
  } as const

  test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
    'an entry of the kind %s opens no other door',
    async (kind) => {
      const [own, begin] = kinds[kind]
      await begin()
      expect((await entry()).kind).toBe(kind)
      for (const [path, body] of Object.entries(steps)) {
        if (path === own) continue
        expect([path, ...(await said(await post(path, await body())))]).toEqual([path, 409, 'ENTRY_OVER'])
      }
      // Nor is it a session, nor anybody else's.
      expect((await browser.get('/api/session')).status).toBe(401)
      const cookie = browser.cookie()
      const forged = desk.browser()
      forged.setCookie(cookie?.replace('multi-console-entry=', 'multi-console='))
      expect((await forged.get('/api/session')).status).toBe(401)
      expect(await entry(desk.browser())).toBeUndefined()
      // Given up, it is over for whoever kept the cookie.
      expect((await browser.call('DELETE', '/api/console/entry')).status).toBe(204)
      forged.setCookie(cookie)
      expect(await entry(forged)).toBeUndefined()
    },
  )

  test('two tabs that choose at once open one session; what the upstream refuses can be chosen again', async () => {
    await signIn(browser, NORA)
    desk.intercept((_, path) => (path === '/access_token' ? new Response(null, { status: 503 }) : undefined))
    expect((await choose()).status).toBe(502)
    desk.intercept()
    const answers = await Promise.all([choose(), choose(), choose()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await desk.store.db.selectFrom('gateway_session').select('id').execute()).toHaveLength(1)
  })

  test('whoever begins anew, or signs in, leaves nothing open behind them', async () => {
    await signIn(browser, NORA)
    const logouts = desk.count('POST /logout')
    await signIn(browser, IVO)
    expect(desk.count('POST /logout')).toBe(logouts + 1)
    await signIn(browser, WREN)
    expect(desk.count('POST /logout')).toBe(logouts + 2)
    expect(await desk.store.db.selectFrom('gateway_entry').select('id').execute()).toEqual([])
  })

  test('a registration sent twice is one company; its first password is set once, and by nobody with a guessed code', async () => {
    const once = crypto.randomUUID()
    const [first, again] = [await register(browser, once), await register(browser, once)]
    expect([first.status, again.status]).toEqual([200, 200])
    const owned = await desk.store.db.selectFrom('sandbox_credential').select('id').where('email', '=', MARY).execute()
    expect(owned).toHaveLength(1)
    const thief = desk.browser()
    const body = { type: 'CORPORATE', email: MARY, verificationCode: '000000' }
    await thief.post('/api/public/multi/corporates/verification/email/send', { email: MARY })
    expect((await post('/registrations/resume', body, thief)).status).toBe(409)
    expect(await entry(thief)).toBeUndefined()
    const password = async () => post('/entry/password', { password: await secret('Another-2026!') })
    const answers = [await password(), await password()]
    expect(answers.map(({ status }) => status)).toEqual([200, 409])
    // Who proves the address afterwards learns that there is a password, and sets none.
    const resumed = await post('/registrations/resume', { ...body, verificationCode: CODE }, thief)
    expect(await resumed.json()).toEqual({ next: 'sign-in' })
    expect(await entry(thief)).toBeUndefined()
  })

  const asked = async (path: string, email: string) => {
    const answer = await desk.browser().post(path, { email })
    return [answer.status, await answer.text(), [...answer.headers.keys()].sort()]
  }
  test.each([
    '/api/console/lost-password/start',
    '/api/public/multi/corporates/verification/email/send',
    '/api/public/multi/consumers/verification/email/send',
    '/api/public/multi/users/verification/email/send',
  ])('%s says the same of every address', async (path) => {
    const nobody = await asked(path, 'nobody@nowhere.example')
    expect(nobody[0]).toBe(204)
    for (const email of [WREN, NORA, ROOT]) expect(await asked(path, email)).toEqual(nobody)
  })

  test('who is signed in hears why no code was sent', async () => {
    await signIn(browser, WREN)
    const answer = await browser.post('/api/public/multi/corporates/verification/email/send', { email: WREN })
    expect(await said(answer)).toEqual([409, 'ALREADY_VERIFIED'])
  })

  test.each([
    ['an invitation, by its user', '/api/public/multi/users/7/invite/validate', { inviteCode: '000000' }, '7'],
    ['an invitation accepted', '/api/console/invitations/7/accept', { inviteCode: '000000' }, '7'],
    [
      'a proof of an address',
      '/api/public/multi/corporates/verification/email/verify',
      { verificationCode: '000000', email: MARY },
      MARY,
    ],
    [
      'a registration',
      '/api/console/registrations/resume',
      { verificationCode: '000000', email: MARY, type: 'CORPORATE' },
      MARY,
    ],
    ['a lost password', '/api/console/lost-password/resume', { nonce: '000000', email: MARY }, MARY],
  ])('codes of %s are not guessed, at whichever gateway', async (_, path, body, account) => {
    const guess = async () => browser.post(path, { ...body, password: await secret(), newPassword: await secret() })
    const { burst } = rules['code-verify'].account
    expect((await guess()).status).toBeGreaterThanOrEqual(400)
    const elsewhere = createLimits(desk.store, desk.clock, desk.options.sessionKey)
    for (let n = 1; n < burst; n++) {
      expect((await elsewhere.take('code-verify', { account, address: `192.0.2.${n}` })).ok).toBe(true)
    }
    const refused = await guess()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('who has a customer’s address is not found out by registering', async () => {
    const statuses: number[] = []
    for (let n = 0; n <= rules.registration.account.burst; n++)
      statuses.push((await register(browser, undefined, NORA)).status)
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([409]))
    expect(statuses.at(-1)).toBe(429)
  })

  test('what is done is on the record of whose it is, once that is known; addresses are hashes', async () => {
    await signIn(desk.browser(), WREN)
    const tideline = (await lines()).at(-1)?.chain
    await post('/lost-password/start', { email: WREN })
    await post('/lost-password/resume', { email: WREN, nonce: CODE, newPassword: await secret('Another-2026!') })
    await register()
    const all = await lines()
    const of = (operation: string) => all.find((line) => line.operation === operation)
    expect(of('lostPasswordStart')).toMatchObject({ chain: tideline, person_id: null, outcome: 'DONE' })
    expect(of('passwordRecover')).toMatchObject({ chain: tideline, person_name: 'Wren Adler', outcome: 'DONE' })
    const made = of('registerCorporate')
    expect([made?.chain, made?.outcome]).toEqual([made?.resource, 'DONE'])
    expect(JSON.stringify(all)).not.toContain('@')
  })

  test('what is refused fills no record, and how much was left out is said', async () => {
    const wrong = async () =>
      post('/lost-password/resume', {
        email: `${crypto.randomUUID()}@x.example`,
        nonce: '000000',
        newPassword: await secret(),
      })
    for (let n = 0; n < 30; n++) expect((await wrong()).status).toBe(409)
    const kept = (await lines()).filter(({ operation }) => operation === 'passwordRecover')
    expect(kept).toHaveLength(10)
    desk.advance(60_000)
    await wrong()
    expect((await lines()).at(-1)?.change).toContain('"leftOutBefore":20')
    for (let n = 0; n < 40; n++) await browser.call('DELETE', '/api/console/entry')
    expect((await lines()).filter(({ operation }) => operation === 'entryLeave')).toEqual([])
  })

  test('nothing of it holds a password, a code or a token: neither record, log nor tables', async () => {
    const typed = { value: canaries.password }
    await register()
    await post('/entry/password', { password: typed })
    await signIn(browser, IVO)
    await post('/entry/password-change', { oldPassword: typed, newPassword: typed })
    await post('/lost-password/resume', { email: WREN, nonce: canaries.code, newPassword: typed })
    await post('/invitations/7/accept', { inviteCode: canaries.code, password: typed })
    await post('/registrations/resume', { type: 'CORPORATE', email: MARY, verificationCode: canaries.code })
    await browser.post('/api/public/multi/passwords/validate', { password: typed })
    await desk.handOver({ challengeId: '1', token: canaries.token, identity: { type: 'CORPORATE', id: '1' } })
    await desk.ask(browser)
    const brought = await desk.approved(await desk.asked())
    await desk.handOver(brought)
    const real = {
      ...Object.fromEntries([...desk.tokens].map((token, n) => [`token ${n}`, token])),
      phone: brought.token,
    }
    const cookies = browser.cookie()?.split('=').slice(1).join() ?? 'none'
    for (const [name, text] of [...(await everyGatewayTable(desk.store)), ['log', desk.logged()] as const]) {
      expect([name, found(text, { ...real, cookies })]).toEqual([name, []])
    }
    expect(desk.logged()).not.toContain(MARY)
  })
})
