import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consoleEndpoints } from '../../test/contract/console-endpoints'
import { openTestGateway, ROOT, type TestGateway } from '../testing/test-gateway'

const name = { name: 'Mary', surname: 'Somerville', email: 'mary@larkspur.example' }
const mobile = { countryCode: '+44', number: '7700900188' }
const born = { year: 1980, month: 12, day: 26 }
const company = {
  rootUser: { ...name, mobile, companyPosition: 'DIRECTOR', dateOfBirth: born },
  company: { name: 'Larkspur Ltd', type: 'LLC', registrationNumber: '09817264', registrationCountry: 'GB' },
  acceptedTerms: true,
  baseCurrency: 'GBP',
}
const home = { addressLine1: '1 High Street', city: 'Leeds', postCode: 'LS1 1AA', country: 'GB' }
const person = {
  rootUser: { ...name, mobile, dateOfBirth: born, address: home },
  acceptedTerms: true,
  baseCurrency: 'GBP',
}
const corporate = '/registrations/corporate'
const consumer = '/registrations/consumer'
const typed = { value: 'x' }
const accept = '/invitations/7/accept'

/** What is wrong, and the field that is named. */
const bad: [path: string, body: unknown, field: string][] = [
  ['/entry/identity', {}, 'identity'],
  ['/entry/identity', { identity: { type: 'BANK', id: '1' } }, 'identity.type'],
  ['/entry/identity', { identity: { type: 'CORPORATE', id: 'one' } }, 'identity.id'],
  ['/entry/phone', {}, 'email'],
  ['/entry/phone', { email: 'nora' }, 'email'],
  ['/entry/phone', { email: `${'n'.repeat(250)}@quill.example` }, 'email'],
  ['/entry/phone', { email: ['nora@quill.example'] }, 'email'],
  ['/entry/password', {}, 'password'],
  ['/entry/password', { password: 'Sandbox-2026!' }, 'password'],
  ['/entry/password', { password: { value: 7 } }, 'password.value'],
  ['/entry/password-change', { newPassword: typed }, 'oldPassword'],
  ['/entry/password-change', { oldPassword: typed }, 'newPassword'],
  [corporate, {}, 'rootUser'],
  [corporate, { ...company, rootUser: { ...company.rootUser, email: 'mary' } }, 'rootUser.email'],
  [
    corporate,
    { ...company, rootUser: { ...company.rootUser, mobile: { countryCode: '44', number: '1' } } },
    'rootUser.mobile.countryCode',
  ],
  [
    corporate,
    { ...company, rootUser: { ...company.rootUser, dateOfBirth: { ...born, month: 13 } } },
    'rootUser.dateOfBirth.month',
  ],
  [
    corporate,
    { ...company, company: { ...company.company, registrationCountry: 'Britain' } },
    'company.registrationCountry',
  ],
  [corporate, { ...company, company: { ...company.company, type: 'GUILD' } }, 'company.type'],
  [corporate, { ...company, acceptedTerms: 'yes' }, 'acceptedTerms'],
  [corporate, { ...company, baseCurrency: 'POUND' }, 'baseCurrency'],
  [consumer, {}, 'rootUser'],
  [consumer, { ...person, rootUser: { ...person.rootUser, surname: 7 } }, 'rootUser.surname'],
  [
    consumer,
    { ...person, rootUser: { ...person.rootUser, address: { ...home, country: 'UKX' } } },
    'rootUser.address.country',
  ],
  ['/registrations/resume', { email: ROOT, verificationCode: '123456' }, 'type'],
  ['/registrations/resume', { type: 'CORPORATE', email: 'x', verificationCode: '123456' }, 'email'],
  ['/registrations/resume', { type: 'CORPORATE', email: ROOT, verificationCode: '12345a' }, 'verificationCode'],
  ['/invitations/seven/accept', { inviteCode: '123456', password: typed }, 'user_id'],
  [accept, { password: typed }, 'inviteCode'],
  [accept, { inviteCode: '123 456', password: typed }, 'inviteCode'],
  [accept, { inviteCode: '123456' }, 'password'],
  [accept, { inviteCode: '123456', password: typed, mobile: { countryCode: '+44' } }, 'mobile.number'],
  ['/lost-password/start', {}, 'email'],
  ['/lost-password/start', { email: `${ROOT}\u0000` }, 'email'],
  ['/lost-password/resume', { nonce: '123456', newPassword: typed }, 'email'],
  ['/lost-password/resume', { email: ROOT, newPassword: typed }, 'nonce'],
  ['/lost-password/resume', { email: ROOT, nonce: '1234567', newPassword: typed }, 'nonce'],
  ['/lost-password/resume', { email: ROOT, nonce: '123456' }, 'newPassword'],
]
const badWhenSignedIn: typeof bad = [
  ['/session/identity', { identity: 'harbour' }, 'identity'],
  ['/session/password', { oldPassword: typed, newPassword: {} }, 'newPassword.value'],
]

describe('on the way in', () => {
  let bank: TestGateway
  beforeAll(async () => {
    bank = await openTestGateway()
  })
  afterAll(() => bank.close())

  async function complaint(answer: Response): Promise<string> {
    expect(answer.status, await answer.clone().text()).toBe(400)
    return (await answer.json()).syntaxErrors.invalidFields[0].fieldName
  }

  test('every resource that takes a body is looked at here', async () => {
    const own = (await consoleEndpoints()).filter(({ section, body }) => section === 'entry' && body)
    const paths = new Set([...bad, ...badWhenSignedIn].map(([path]) => path))
    for (const { path } of own) expect(paths).toContain(path.replace('{user_id}', '7'))
  })

  test.each(bad)('%s with %j is a complaint about %s, and nothing goes upstream', async (path, body, field) => {
    const before = bank.calls.length
    expect(await complaint(await bank.browser().post(`/api/console${path}`, body))).toBe(`request.${field}`)
    expect(bank.calls).toHaveLength(before)
  })

  test.each(badWhenSignedIn)('%s with %j is a complaint about %s', async (path, body, field) => {
    const browser = await bank.signIn()
    expect(await complaint(await browser.post(`/api/console${path}`, body))).toBe(`request.${field}`)
  })

  test('nobody says under which profile or from where they register', async () => {
    const sent: unknown[] = []
    bank.intercept(async (request, path) => {
      if (path !== '/corporates') return undefined
      sent.push(await request.clone().json())
      return undefined
    })
    const forged = { ...company, profileId: '1901', ipAddress: '203.0.113.7' }
    expect((await bank.browser().post(`/api/console${corporate}`, forged)).status).toBe(200)
    bank.intercept()
    expect(sent).toEqual([{ ...company, profileId: '1001', ipAddress: 'unknown' }])
  })

  const raw = (path: string, body: BodyInit) =>
    bank.app().fetch(
      new Request(`http://127.0.0.1:4000${path}`, {
        method: 'POST',
        headers: {
          origin: 'http://127.0.0.1:4000',
          'x-requested-with': 'multi-console',
          'content-type': 'application/json',
        },
        body,
      }),
    )

  test.each(['/api/console/lost-password/start', '/api/public/multi/corporates/verification/email/send'])(
    '%s takes no body that is none, and none that is too large',
    async (path) => {
      for (const body of ['{"email":', '[]', 'null', '"x"', 'email=x', '\ufeff{}', new Uint8Array([0xff, 0xfe])]) {
        expect((await raw(path, body)).status).toBe(400)
      }
      const large = await raw(path, JSON.stringify({ email: 'x'.repeat(40_000) }))
      expect([large.status, (await large.json()).code]).toEqual([413, 'TOO_LARGE'])
    },
  )

  test.each([
    ['no header', { 'x-requested-with': '' }],
    ['a foreign origin', { origin: 'https://evil.example' }],
  ])('a call with %s begins no way in for anybody (login CSRF)', async (_, headers) => {
    const before = bank.calls.length
    for (const { method, path } of (await consoleEndpoints()).filter(({ auth }) => auth === 'key')) {
      if (method === 'GET') continue
      const url = `/api/console${path.replace('{user_id}', '7')}`
      expect((await bank.browser().call(method, url, { headers, body: {} })).status).toBe(403)
    }
    expect(bank.calls).toHaveLength(before)
  })
})
