import { deliveryAddress, prepaidOrder } from '../../sandbox/testing/cards'
import { expectAccessible } from '../fixtures/accessible'
import { type SecureBank, startSecureBank } from '../fixtures/secure-bank'
import { expect, password, people, test } from '../fixtures/test'
import { checkScreens } from '../pages/check-screens'
import { secureHost } from '../pages/secure-host'

let bank: SecureBank
test.beforeAll(async () => {
  bank = await startSecureBank()
})
test.afterAll(() => bank.stop())

const number = '5555341244441115'
type Secret = { value: string }
type Card = { id: string; cardNumberLastFour: string; cardNumber: Secret; cvv: Secret; pin: Secret }
const signsIn = (token: string | undefined) =>
  bank.call('POST', '/login_with_password', { email: people.root.email, password: { value: token } })

test('a password that is typed into a field signs in once, and the page never sees it', async ({ page }) => {
  const host = secureHost(page, bank.uiKey)
  await page.goto(bank.pages.own.url)
  await host.mountFields({ secret: 'password' })
  await host.field('#a').pressSequentially('Sand')
  await expect.poll(() => host.last('secret', 'strength')).toMatchObject({ id: 0, strength: 'weak' })
  await host.field('#a').fill(password)
  await host.field('#a').press('Enter')
  await expect.poll(() => host.last('secret', 'submit')).toBeTruthy()
  expect(await host.last('secret', 'strength')).toMatchObject({ id: 3, strength: 'strong' })
  const { secret } = await host.tokenize()
  expect(await signsIn(secret)).toMatchObject({ status: 200, body: { token: expect.any(String) } })
  expect((await signsIn(secret)).status).toBe(410)
  expect(JSON.stringify(await host.told())).not.toContain('Sand')
})

test('the newer client captures the same, and a PIN', async ({ page }) => {
  const host = secureHost(page, bank.uiKey)
  await page.goto(`${bank.pages.own.url}/v2`)
  await host.capture('#a', 'password')
  await host.field('#a').fill(password)
  expect((await signsIn(await host.createToken())).status).toBe(200)
  await host.capture('#b', 'cardPin')
  await host.field('#b').fill('4071')
  const token = await host.createToken()
  // The contract leaves 24 characters to the token of a PIN.
  expect(token.length).toBeLessThanOrEqual(24)
  expect(await bank.pin(token)).toBe('4071')
  expect((await signsIn(token)).status, 'a PIN is no password').toBe(404)
})

test('a repeated password that differs gives no token, until it is the same', async ({ page }) => {
  const host = secureHost(page, bank.uiKey)
  await page.goto(bank.pages.own.url)
  await host.mountFields({ secret: 'password', again: 'confirmPassword', pin: 'cardPin' })
  await host.field('#a').fill('Another-2026!')
  await host.field('#b').fill('Another-2027!')
  await host.field('#c').fill('12')
  await expect.poll(() => host.last('again', 'change')).toMatchObject({ valid: false, invalid: true })
  expect(await host.last('pin', 'change')).toMatchObject({ valid: false })
  await expectAccessible(page)
  expect(await host.tokenize()).toEqual({ failed: 'MISMATCH' })
  // The first one is mended, and the second hears of it.
  await host.field('#a').fill('Another-2027!')
  await expect.poll(() => host.last('again', 'change')).toMatchObject({ valid: true })
  await host.field('#c').fill('1234')
  await expect.poll(() => host.last('pin', 'change')).toMatchObject({ valid: true })
  expect(Object.keys(await host.tokenize()).sort()).toEqual(['again', 'pin', 'secret'])
})

for (const [client, path] of [
  ['older', '/'],
  ['newer', '/v2'],
] as const) {
  test(`the ${client} client shows a card to its owner after step-up, each token once`, async ({ page }) => {
    const host = secureHost(page, bank.uiKey)
    await page.goto(`${bank.pages.own.url}${path}`)
    const bearer = await bank.enter(people.root.email)
    expect(await host.associate(`Bearer ${bearer}`)).toBe('done')
    const token = await bank.displayToken(bearer, 'cardNumber', number)
    await host.show('#a', 'cardNumber', token)
    await expect(host.value('#a')).toHaveText('5555 3412 4444 1115')
    await host.show('#b', 'cvv', await bank.displayToken(bearer, 'cvv', '719'))
    await expect(host.value('#b')).toHaveText('719')
    expect(await page.content()).not.toContain('719')
    await host.show('#c', 'cardNumber', token)
    await expect.poll(() => host.last('#c', 'error')).toMatchObject({ code: 'TOKEN_EXPIRED' })
    await expect(host.value('#c')).toHaveText('Not available')
  })
}

test('a PIN that is typed for a card of the bank is the one that the card shows', async ({ page }) => {
  const bearer = await bank.enter(people.root.email)
  const card = async (method: string, path: string, body?: unknown) => {
    const answer = await bank.call(method, `/managed_cards${path}`, body, bearer)
    expect(answer.status, JSON.stringify(answer)).toBeLessThan(300)
    return answer.body as Card
  }
  const { id, cardNumberLastFour } = await card('POST', '', prepaidOrder())
  const host = secureHost(page, bank.uiKey)
  await page.goto(bank.pages.own.url)
  await host.mountFields({ secret: 'cardPin' })
  await host.field('#a').fill('4071')
  const { secret } = await host.tokenize()
  await card('POST', `/${id}/physical`, { deliveryAddress, pin: { value: secret } })
  await card('POST', `/${id}/physical/activate`, {})

  await page.reload()
  await host.associate(`Bearer ${bearer}`)
  const { cardNumber, cvv } = await card('GET', `/${id}`)
  const { pin } = await card('GET', `/${id}/physical/pin`)
  await host.show('#a', 'cardNumber', cardNumber.value)
  await expect(host.value('#a')).toHaveText(new RegExp(`^(\\d{4} ){3}${cardNumberLastFour}$`))
  await host.show('#b', 'cvv', cvv.value)
  await expect(host.value('#b')).toHaveText(/^\d{3}$/)
  await host.show('#c', 'cardPin', pin.value)
  await expect(host.value('#c')).toHaveText('4071')
  await expectAccessible(page)
})

test('a marked card number is copied without its gaps', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const host = secureHost(page, bank.uiKey)
  await page.goto(bank.pages.own.url)
  const bearer = await bank.enter(people.root.email)
  await host.associate(`Bearer ${bearer}`)
  await host.show('#a', 'cardNumber', await bank.displayToken(bearer, 'cardNumber', number))
  await expect(host.value('#a')).toHaveText('5555 3412 4444 1115')
  await host.value('#a').click({ clickCount: 3 })
  await page.keyboard.press('ControlOrMeta+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(number)
})

test('nobody, a session without step-up, another company and an old token are told why not', async ({ page }) => {
  const host = secureHost(page, bank.uiKey)
  await page.goto(bank.pages.own.url)
  const bearer = await bank.enter(people.root.email)
  const fresh = () => bank.displayToken(bearer, 'cvv', '719')
  const code = async (place: string, token: string) => {
    await page.evaluate((place) => document.querySelector(place)?.replaceChildren(), place)
    await host.show(place, 'cvv', token)
    await expect.poll(() => host.last(place, 'error')).toBeTruthy()
    return (await host.last(place, 'error'))?.code
  }
  await host.associate(null)
  expect(await code('#a', await fresh())).toBe('NOT_ASSOCIATED')
  expect(await host.associate('Bearer nonsense')).toBe('NOT_ASSOCIATED')
  await host.associate(`Bearer ${await bank.enter(people.grace.email, { stepUp: false })}`)
  expect(await code('#b', await fresh())).toBe('STEP_UP_REQUIRED')
  await host.associate(`Bearer ${bearer}`)
  const old = await fresh()
  bank.sandbox.clock.advance(60_000)
  expect(await code('#c', old)).toBe('TOKEN_EXPIRED')
})

test('a page that holds an association shows the card for a minute, without ever having the session’s token', async ({
  page,
}) => {
  const host = secureHost(page, bank.uiKey)
  await page.goto(bank.pages.own.url)
  const bearer = await bank.enter(people.root.email)
  const association = await bank.associate(bearer)
  expect(await host.associate(association)).toBe('done')
  await host.show('#a', 'cvv', await bank.displayToken(bearer, 'cvv', '719'))
  await expect(host.value('#a')).toHaveText('719')
  expect((await bank.call('GET', '/managed_accounts', undefined, association)).status, 'opens no door of the API').toBe(
    401,
  )
  bank.sandbox.clock.advance(60_000)
  await host.show('#b', 'cvv', await bank.displayToken(bearer, 'cvv', '719'))
  await expect.poll(() => host.last('#b', 'error')).toMatchObject({ code: 'NOT_ASSOCIATED' })
})

test('another key is told so', async ({ page }) => {
  const host = secureHost(page, bank.uiKey)
  await page.goto(bank.pages.own.url)
  await host.mountFields({ secret: 'password' }, 'another-key')
  await host.field('#a').fill(password)
  expect(await host.tokenize()).toEqual({ failed: 'UI_KEY' })
})

for (const [client, path, messages] of [
  ['older', '/', ['step_change', 'step_change', 'step_change', 'step_change', 'complete', 'step_change']],
  ['newer', '/v2', ['stepChange', 'stepChange', 'stepChange', 'stepChange', 'kybSubmitted', 'kybApproved']],
] as const) {
  test(`a company walks through its check in the ${client} client, and is approved`, async ({ page }) => {
    const company = await bank.newCompany()
    const host = secureHost(page, bank.uiKey)
    await page.goto(`${bank.pages.own.url}${path}`)
    await host.check('company', await company.reference())
    const screen = checkScreens(host.frame('#check'))
    await screen.toSubmission('Larkspur Instruments Ltd')
    expect(await company.status()).toBe('PENDING_REVIEW')
    await screen.press('Approve')
    await expect(screen.heading('Approved')).toBeFocused()
    expect(await company.status()).toBe('APPROVED')
    await expect.poll(async () => (await host.told()).map(({ type }) => type)).toEqual(messages)
    expect((await host.told()).at(-1)).toMatchObject({ status: 'APPROVED' })
  })
}

test('a company is sent back with a note, corrects it, and is turned down', async ({ page }) => {
  const company = await bank.newCompany()
  const host = secureHost(page, bank.uiKey)
  await page.goto(`${bank.pages.own.url}/v2`)
  await host.check('company', await company.reference())
  const screen = checkScreens(host.frame('#check'))
  await screen.toSubmission('Larkspur Instruments Ltd')
  await screen.sendBack('Ask for documents', 'Documents unsatisfactory', 'Page two of the articles is missing.')
  await expect(screen.heading('More documents are needed')).toBeVisible()
  await expect.poll(async () => (await host.told()).at(-1)).toMatchObject({ type: 'kybRejected', rejectType: 'RETRY' })
  expect(await company.status()).toBe('INITIATED')

  await page.reload()
  await host.check('company', await company.reference())
  await expect(screen.alert).toContainText('Page two of the articles is missing.')
  await screen.toSubmission('Larkspur Instruments Ltd')
  await screen.sendBack('Reject for good', 'Unsupported country')
  await expect(screen.heading('Rejected')).toBeVisible()
  await expect.poll(async () => (await host.told()).at(-1)).toMatchObject({ type: 'kybRejected', rejectType: 'FINAL' })
  expect(await company.status()).toBe('REJECTED')
  expect(await company.start()).toMatchObject({ status: 409, body: { errorCode: 'KYB_PERMANENTLY_REJECTED' } })
})

test('a reference that is none, and one of another kind of check, are told apart', async ({ page }) => {
  const host = secureHost(page, bank.uiKey)
  await page.goto(bank.pages.own.url)
  await host.check('company', '1')
  const screen = checkScreens(host.frame('#check'))
  await expect(screen.alert).toContainText('This verification has ended or was started anew.')
  await page.reload()
  await host.check('consumer', await (await bank.newCompany()).reference())
  await expect(screen.alert).toContainText('This reference belongs to another kind of verification.')
  expect(await host.told()).toMatchObject([{ type: 'error', code: 'OTHER_CHECK' }])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the screens of a check are accessible, fit a phone and can be walked by keyboard, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 390, height: 844 })
    const host = secureHost(page, bank.uiKey)
    await page.goto(bank.pages.own.url)
    await host.check('company', await (await bank.newCompany()).reference())
    const screen = checkScreens(host.frame('#check'))
    const look = async (name: string) => {
      await expectAccessible(page)
      expect(await screen.overflow(), `${name} is no wider than the phone`).toBe(0)
    }
    await expect(screen.heading('Verify the company')).toBeVisible()
    await look('consent')
    await screen.key('Continue')
    await expect(screen.field('checkbox')).toBeFocused()
    await look('consent-missing')
    await page.keyboard.press('Space')
    await screen.key('Continue')
    await expect(screen.heading('Company details')).toBeFocused()
    await screen.key('Continue')
    await look('details-missing')
    await page.keyboard.press('ArrowDown')
    await screen.key('Continue')
    await expect(screen.heading('Documents')).toBeFocused()
    await screen.key('Continue')
    await look('documents-missing')
    await screen.key('Use sample documents')
    await screen.key('Continue')
    await expect(screen.heading('Check and submit')).toBeFocused()
    await look('check')
    await screen.key('Submit for review')
    await expect(screen.heading('Submitted for review')).toBeFocused()
    await look('review')
    await screen.key('Leave in review')
    await look('in-review')
  })
}

test.describe('a page of another origin', () => {
  // The browser says in its console why it refuses the frame; that is what is wanted here.
  test.use({ complaints: [] })

  test('gets no frame, and hears so', async ({ page }) => {
    const host = secureHost(page, bank.uiKey)
    await page.goto(bank.pages.foreign.url)
    await host.mountFields({ secret: 'password' })
    await expect.poll(() => host.last('secret', 'error')).toMatchObject({ code: 'FRAME_REFUSED' })
    expect(await host.last('secret', 'ready')).toBeUndefined()
    await expect(host.field('#a')).toHaveCount(0)
  })
})
