import { type SecureBank, startSecureBank } from '../fixtures/secure-bank'
import { expect, password, people, test } from '../fixtures/test'
import { secureHost } from '../pages/secure-host'

let bank: SecureBank
test.beforeAll(async () => {
  bank = await startSecureBank()
})
test.afterAll(() => bank.stop())

const number = '5555341244441115'
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
