import { expect, test } from '../fixtures/test'
import { checkScreens } from '../pages/check-screens'
import { onboarding } from '../pages/onboarding'
import { signInForm } from '../pages/sign-in'

test('a company proves its address: a wrong code, another address, another device, and a session that dies', async ({
  page,
  browser,
  world,
  sandbox,
  gateway,
  loginAs,
}) => {
  await world('onboarding')
  await loginAs('birch@onboarding.example', { stepUp: false })
  const way = onboarding(page)
  await page.goto('/onboarding/corporate?step=check')
  await way.step('E-mail address')
  await page.getByLabel('Six-digit code').fill('654321')
  await page.getByRole('button', { name: 'Confirm this address' }).click()
  await expect(page.getByRole('alert')).toContainText('That code is not right')
  await page.getByRole('button', { name: 'Change the address' }).click()
  await page.getByLabel('New e-mail address').fill('robin@mailinator.com')
  await page.getByRole('button', { name: 'Use this address' }).click()
  await expect(page.getByText('Addresses of this provider are not taken here.')).toBeVisible()
  await page.getByLabel('New e-mail address').fill('robin@birch.example')
  await page.getByRole('button', { name: 'Use this address' }).click()
  await expect(page.getByText('the code for robin@birch.example')).toBeVisible()

  // The link is opened on a phone; this page goes on by itself.
  const other = await browser.newContext({ baseURL: gateway.url })
  const phone = await other.newPage()
  await phone.goto('/onboarding/email?email=robin@birch.example&nonce=123456')
  await expect(phone.getByRole('link', { name: 'Back to the beginning' })).toBeVisible()
  await phone.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(phone.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await other.close()
  await way.step('Verification')

  await sandbox.advance(6 * 60_000)
  await page.getByRole('button', { name: 'Verify the company' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await signInForm(page).enter('robin@birch.example')
  await expect(dialog).toHaveCount(0)
  await expect(checkScreens(page.locator('iframe').contentFrame()).heading('Verify the company')).toBeVisible()
})

test('a company whose verification is done for it is told so', async ({ page, world, loginAs }) => {
  await world('onboarding')
  await loginAs('kapok@onboarding.example', { stepUp: false })
  const way = onboarding(page)
  await page.goto('/onboarding/corporate')
  await way.step('Verification')
  // Whoever does not verify now has a way back to where they came from.
  await expect(page.getByRole('link', { name: 'Go to my pages' })).toHaveAttribute('href', '/')
  await page.getByRole('button', { name: 'Verify the company' }).click()
  await expect(page.getByRole('main')).toContainText('The verification is done for you')
})
