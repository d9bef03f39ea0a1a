import { afterEach, beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import type { Browser } from '../testing/browser'
import { standStill } from '../testing/stand-still'
import { CODE } from '../testing/test-gateway'
import { openPhoneDesk, type PhoneDesk } from './testing/phone-desk'

standStill()
const WREN = 'wren@tideline.example'
const MARY = 'mary@larkspur.example'
const registration = {
  rootUser: {
    ...{ name: 'Mary', surname: 'Somerville', email: MARY, companyPosition: 'DIRECTOR' },
    mobile: { countryCode: '+44', number: '7700900188' },
    dateOfBirth: { year: 1980, month: 12, day: 26 },
  },
  company: { name: 'Larkspur Ltd', type: 'LLC', registrationNumber: '09817264', registrationCountry: 'GB' },
  acceptedTerms: true,
  baseCurrency: 'GBP',
}

onEachEngine('what a registration or a former password has opened', (open) => {
  let desk: PhoneDesk
  beforeEach(async () => {
    desk = await openPhoneDesk(await open())
  })
  afterEach(() => desk.close())

  const secret = async (value = 'Sandbox-2026!') => ({ value: await desk.passwordToken(value) })
  const signIn = async (email: string, value?: string) => {
    const into = desk.browser()
    const answer = await into.post('/api/session', { email, password: await secret(value) })
    return { into, status: answer.status }
  }
  const register = (into: Browser, once: string) =>
    into.post('/api/console/registrations/corporate', registration, { 'idempotency-ref': once })
  const password = async (into: Browser) =>
    (await into.post('/api/console/entry/password', { password: await secret('Another-2026!') })).status
  async function proved(): Promise<Browser> {
    const owner = desk.browser()
    await owner.post('/api/public/multi/corporates/verification/email/send', { email: MARY })
    const resumed = await owner.post('/api/console/registrations/resume', {
      ...{ type: 'CORPORATE', email: MARY, verificationCode: CODE },
    })
    expect(await resumed.json()).toEqual({ next: 'password' })
    return owner
  }

  test('whoever has the address goes on alone, in however many browsers it was registered', async () => {
    const once = crypto.randomUUID()
    const [one, two] = [desk.browser(), desk.browser()]
    for (const browser of [one, two]) expect((await register(browser, once)).status).toBe(200)
    const owner = await proved()
    expect([await password(one), await password(two)]).toEqual([409, 409])
    expect(await password(owner)).toBe(200)
  })

  test('a registration sent again gives nothing back to the browser that has lost it', async () => {
    const once = crypto.randomUUID()
    const first = desk.browser()
    await register(first, once)
    const owner = await proved()
    const again = await register(first, once)
    expect([again.status, (await again.json()).errorCode]).toEqual([409, 'ROOT_EMAIL_NOT_UNIQUE'])
    expect(await password(first)).toBe(409)
    expect(await password(owner)).toBe(200)
  })

  const recover = async (email: string) => {
    const browser = desk.browser()
    await browser.post('/api/console/lost-password/start', { email })
    const body = { email, nonce: CODE, newPassword: await secret('Another-2026!') }
    return browser.post('/api/console/lost-password/resume', body)
  }
  const isOpen = async (browser: Browser) => (await browser.get('/api/session')).status === 200

  test('a new password ends what was opened under a former address', async () => {
    const { into: former } = await signIn(WREN)
    await desk.store.db
      .updateTable('sandbox_credential')
      .set({ email: 'wren.adler@tideline.example' })
      .where('email', '=', WREN)
      .execute()
    expect((await recover('wren.adler@tideline.example')).status).toBe(200)
    expect(await isOpen(former)).toBe(false)
  })

  test('a new password ends what the former one opened, whatever becomes of the sign-in with it', async () => {
    const { into: former } = await signIn(WREN)
    let set = false
    desk.intercept((_, path) => {
      if (set) throw new Error('the line is down')
      set = path === '/passwords/lost_password/resume'
      return undefined
    })
    expect((await recover(WREN)).status).toBeGreaterThanOrEqual(500)
    desk.intercept()
    expect(set).toBe(true)
    expect(await isOpen(former)).toBe(false)
  })

  test('a changed password whose answer nobody can read ends the other sessions too', async () => {
    const [{ into: mine }, { into: former }] = [await signIn(WREN), await signIn(WREN)]
    desk.intercept(async (request, path) => {
      if (path !== '/passwords/update') return undefined
      await desk.running.multi.fetch(request)
      return Response.json({})
    })
    const body = { oldPassword: await secret(), newPassword: await secret('Another-2026!') }
    expect((await mine.post('/api/console/session/password', body)).status).toBe(502)
    desk.intercept()
    expect(await isOpen(former)).toBe(false)
  })
})
