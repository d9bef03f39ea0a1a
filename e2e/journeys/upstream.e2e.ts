import { freePort, type RunningGateway, startGateway } from '../fixtures/gateway'
import { pointingAt, startStandaloneSandbox } from '../fixtures/standalone-sandbox'
import { code, expect, password, people, test } from '../fixtures/test'
import { checkScreens } from '../pages/check-screens'
import { codeForm, signInForm } from '../pages/sign-in'

/*
 * Another Multi API than the embedded one, with the newer generation of the secure components' script; every other journey
 * goes with the older one.
 */
let gateway: RunningGateway
let sandbox: Awaited<ReturnType<typeof startStandaloneSandbox>> | undefined
let port: number
test.beforeAll(async () => {
  port = await freePort()
  gateway = await startGateway(pointingAt(port, 'weavr-client-v2.js'))
})
test.afterAll(async () => {
  sandbox?.thaw()
  await Promise.all([gateway.stop(), sandbox?.stop()])
})

test('with credentials set, the same page works against another Multi API, once its protected field can be had', async ({
  page,
}) => {
  await page.goto(`${gateway.url}/`)
  const form = signInForm(page)
  const again = page.getByRole('button', { name: 'Load it again' })
  await expect(page.getByRole('alert')).toContainText('An ad blocker or a firewall may be in the way')
  await form.email.fill(people.root.email)

  sandbox = await startStandaloneSandbox(port)
  sandbox.freeze()
  await again.click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('alert')).toContainText('The connection may be slow', { timeout: 20_000 })

  sandbox.thaw()
  await again.click()
  await expect(form.secret).toBeVisible()
  await expect(form.email).toHaveValue(people.root.email)
  await form.enter(people.root.email)
  await codeForm(page).enter(code)
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('2,090,000.00')
  // Nothing of the embedded sandbox is there.
  await expect(page.getByText('Sandbox on this machine')).toHaveCount(0)
  expect((await page.request.post(`${gateway.url}/__sandbox/world`, { data: { name: 'empty' } })).status()).toBe(404)
  await page.getByRole('link', { name: 'Accounts' }).first().click()
  await page.getByRole('link', { name: 'Payroll' }).first().click()
  await expect(page.getByRole('heading', { name: 'Payroll', level: 1 })).toBeVisible()
})

test('in the newer client a password is chosen and a check is walked through', async ({ page }) => {
  sandbox ??= await startStandaloneSandbox(port)
  await page.goto(`${gateway.url}/my-check`)
  await signInForm(page).enter(people.grace.email)
  await codeForm(page).enter(code)
  await page.getByRole('button', { name: 'Start my check', exact: true }).click()
  const frame = page.frameLocator('iframe[title="Verification of your identity"]')
  const screens = checkScreens(frame)
  await frame.getByRole('checkbox').check()
  const lent = await frame
    .locator('html')
    .evaluate(() => Reflect.get(document, 'featurePolicy')?.allowsFeature('camera'))
  expect(lent, 'the camera is lent to the screens').toBe(true)
  await screens.press('Continue')
  await screens.press('Continue')
  await screens.press('Use sample documents')
  await screens.press('Continue')
  await screens.press('Submit for review')
  await screens.press('Approve')
  await expect(page.getByText('Your identity is confirmed')).toBeVisible()

  await page.goto(`${gateway.url}/security/password`)
  const typed = (at: number) => page.locator('iframe').nth(at).contentFrame().locator('input[type=password]')
  const change = page.getByRole('button', { name: 'Change the password', exact: true })
  await typed(1).fill('sandbox')
  await expect(page.getByText('Strength: weak')).toBeVisible()
  await typed(2).fill('Another-2026!')
  // Last of the three, so that the repetition could be taken for the present password's.
  await typed(0).fill(password)
  await change.click()
  await expect(page.getByText('This is not the same as above. Type it again.')).toBeVisible()
  await typed(2).fill('sandbox')
  await change.click()
  await expect(page.getByText('This is too short. Use at least 8 characters.')).toBeVisible()
  await typed(1).fill('Another-2026!')
  await typed(2).fill('Another-2026!')
  await change.click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
})
