import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EntryOutcome } from '../../contract/console/entry'
import { SessionView } from '../../contract/session'
import { buildWorld } from '../../sandbox/index'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { CODE, openTestGateway, ROOT, type TestGateway } from '../testing/test-gateway'

const company = (email: string) => ({
  rootUser: {
    name: 'Mary',
    surname: 'Somerville',
    email,
    mobile: { countryCode: '+44', number: '7700900188' },
    companyPosition: 'DIRECTOR',
    dateOfBirth: { year: 1980, month: 12, day: 26 },
  },
  company: { name: 'Larkspur Instruments Ltd', type: 'LLC', registrationNumber: '09817264', registrationCountry: 'GB' },
  acceptedTerms: true,
  baseCurrency: 'GBP',
})

onEachEngine('the way in', (open) => {
  let bank: TestGateway
  let browser: Browser
  beforeEach(async () => {
    bank = await openTestGateway(await open())
    browser = bank.browser()
  })
  afterEach(() => bank.close())

  const secret = async (value: string) => ({ value: await bank.passwordToken(value) })
  const entry = async (into = browser) => (await (await into.get('/api/console/entry')).json()).entry
  const outcomeOf = async (answer: Response) => {
    expect(answer.status, await answer.clone().text()).toBe(200)
    return EntryOutcome.parse(await answer.json())
  }
  const sessionOf = async (answer: Response) => {
    const out = await outcomeOf(answer)
    if (!('session' in out)) throw new Error('No session came.')
    return out.session
  }

  describe('a registration', () => {
    test('leads from the company over its first password to a session, and says where it stands meanwhile', async () => {
      const once = { 'idempotency-ref': crypto.randomUUID() }
      const made = await browser.post('/api/console/registrations/corporate', company('mary@larkspur.example'), once)
      expect(made.status, await made.clone().text()).toBe(200)
      expect(await made.json()).toEqual({ passwordAlreadySet: false })
      expect(await entry()).toEqual({ kind: 'registration', email: 'mary@larkspur.example', type: 'CORPORATE' })
      const session = await sessionOf(
        await browser.post('/api/console/entry/password', { password: await secret('Another-2026!') }),
      )
      expect(session.person).toMatchObject({ name: 'Mary Somerville', credentials: { type: 'ROOT' } })
      expect(await entry()).toBeUndefined()
      expect(SessionView.parse(await (await browser.get('/api/session')).json()).identity.name).toBe(
        'Larkspur Instruments Ltd',
      )
    })

    test('nobody else sets its password', async () => {
      await browser.post('/api/console/registrations/corporate', company('mary@larkspur.example'))
      const other = bank.browser()
      const answer = await other.post('/api/console/entry/password', { password: await secret('Another-2026!') })
      expect([answer.status, (await answer.json()).errorCode]).toEqual([409, 'ENTRY_OVER'])
    })

    test('goes on in another browser on the word of a code', async () => {
      const email = 'mary@larkspur.example'
      await browser.post('/api/console/registrations/corporate', company(email))
      const other = bank.browser()
      expect((await other.post('/api/public/multi/corporates/verification/email/send', { email })).status).toBe(204)
      const body = { type: 'CORPORATE', email, verificationCode: CODE }
      const resumed = await other.post('/api/console/registrations/resume', body)
      expect(await resumed.json()).toEqual({ next: 'password' })
      expect(await entry(browser)).toBeUndefined()
      await sessionOf(await other.post('/api/console/entry/password', { password: await secret('Another-2026!') }))
    })
  })

  test('a lost password is replaced by a code, and a stranger learns nothing of it', async () => {
    for (const email of [ROOT, 'nobody@nowhere.example']) {
      expect((await browser.post('/api/console/lost-password/start', { email })).status).toBe(204)
    }
    const body = { email: ROOT, nonce: CODE, newPassword: await secret('Another-2026!') }
    const session = await sessionOf(await browser.post('/api/console/lost-password/resume', body))
    expect(session.person.email).toBe(ROOT)
  })

  test('a password that is too old is changed on the way in', async () => {
    await bank.running.control.fetch(
      new Request('http://sandbox/password-expiry', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: ROOT }),
      }),
    )
    const refused = await browser.post('/api/session', { email: ROOT, password: await secret('Sandbox-2026!') })
    expect((await refused.json()).code).toBe('PASSWORD_EXPIRED')
    expect(await entry()).toEqual({ kind: 'password-expired', email: ROOT })
    const change = { oldPassword: await secret('Sandbox-2026!'), newPassword: await secret('Another-2026!') }
    const session = await sessionOf(await browser.post('/api/console/entry/password-change', change))
    expect(session.person.email).toBe(ROOT)
  })

  test('an invitation is accepted once, and known to have been', async () => {
    const ada = await bank.signIn()
    await ada.post('/api/multi/stepup/challenges/otp/SMS', undefined, { 'idempotency-ref': crypto.randomUUID() })
    const once = () => ({ 'idempotency-ref': crypto.randomUUID() })
    await ada.post('/api/multi/stepup/challenges/otp/SMS/verify', { verificationCode: CODE }, once())
    const order = { name: 'Ivy', surname: 'New', email: 'ivy@northwind.example' }
    const user = await (await ada.post('/api/multi/users', order, once())).json()
    expect((await ada.post(`/api/multi/users/${user.id}/invite`, undefined, once())).status).toBe(204)
    const invitations = async () => (await (await ada.get('/api/console/invitations')).json()).invitations
    const [sent] = await invitations()
    expect(sent).toMatchObject({ userId: user.id, expiresAt: sent.sentAt + 30 * 24 * 3600_000 })
    const accept = async () =>
      browser.post(`/api/console/invitations/${user.id}/accept`, {
        inviteCode: CODE,
        password: await secret('Another-2026!'),
      })
    // Somebody else named the same user in a bulk of theirs.
    const elsewhere = { identity_id: '404', user_id: user.id, sent_at: 1, accepted_at: null }
    await bank.store.db.insertInto('gateway_invitation').values(elsewhere).execute()
    const live = await ada.listen()
    await live.until('hello')
    expect((await sessionOf(await accept())).person.email).toBe('ivy@northwind.example')
    const told = { section: 'authorised-users', operation: 'invitationAccept', id: user.id }
    expect(await live.until('changed')).toMatchObject(told)
    await live.close()
    expect((await accept()).status).toBe(409)
    expect((await invitations())[0].acceptedAt).toBeGreaterThan(0)
    const theirs = bank.store.db.selectFrom('gateway_invitation').select('accepted_at').where('identity_id', '=', '404')
    expect(await theirs.execute()).toEqual([{ accepted_at: null }])
  })

  test('somebody with several identities chooses one, and goes on as another without signing out', async () => {
    await buildWorld(bank.running.sandbox, 'multi-identity')
    const signIn = { email: 'nora@quill.example', password: await secret('Sandbox-2026!') }
    expect((await (await browser.post('/api/session', signIn)).json()).code).toBe('IDENTITY_CHOICE')
    const waiting = await entry()
    const [first, second] = waiting.identities
    const session = await sessionOf(await browser.post('/api/console/entry/identity', { identity: first.id }))
    expect(session.identity).toEqual(first)
    expect(await entry()).toBeUndefined()

    const switched = await browser.post('/api/console/session/identity', { identity: second.id })
    expect(switched.status, await switched.clone().text()).toBe(200)
    expect((await switched.json()).identity).toEqual(second)
    const back = await browser.post('/api/console/session/identity', { identity: first.id })
    expect((await back.json()).identity).toEqual(first)
  })
})
