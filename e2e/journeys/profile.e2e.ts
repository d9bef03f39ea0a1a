import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { bank } from '../fixtures/bank'
import { code, expect, test } from '../fixtures/test'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const news = (page: Page) => page.getByRole('region', { name: 'Notifications' })
const fact = (page: Page, term: string) =>
  page.locator('dl > div').filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${term}$`) }) })

test('a verified company changes what it may, is told what is fixed and why, and pays a fee', async ({
  page,
  world,
  login,
  gateway,
}) => {
  await world('small-company')
  await login('root', { stepUp: false })
  await page.goto('/profile')
  await expect(heading(page, 'Northwind Trading Ltd')).toBeVisible()
  await expect(fact(page, 'E-mail address')).toContainText('Fixed by the check')
  await expect(page.getByText('stays as it was checked')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByRole('combobox', { name: 'Industry' }).selectOption({ label: 'Manufacturing' })
  await expect(page.getByRole('textbox', { name: 'Surname' })).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Fee group' }).fill('GOLD')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('There is no fee group of this name.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Fee group' }).fill('PREMIUM')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(fact(page, 'Industry')).toContainText('Manufacturing')
  await expect(fact(page, 'Fee group')).toContainText('PREMIUM')
  await page.goto('/profile/email')
  await expect(page.getByText('Some details are fixed')).toBeVisible()

  const { account } = bank(page.context(), gateway.url)
  const payroll = await account('Payroll')
  await page.goto('/charges')
  await expect(page.getByText('No fee was taken yet')).toBeVisible()
  await page.getByRole('link', { name: 'Pay a fee' }).click()
  const fee = page.getByRole('combobox', { name: 'Which fee' })
  await fee.selectOption({ label: 'Concierge' })
  await page.getByRole('combobox', { name: 'Take it from' }).selectOption(payroll.id)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Pay the fee now' }).click()
  await expect(page.getByText('This fee has a name, but no price yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await fee.selectOption({ label: 'Monthly subscription' })
  await page.getByRole('button', { name: 'Continue' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Pay the fee now' }).click()
  await expect(page.getByText('EUR 9.99 were taken from Payroll.')).toBeVisible()
  expect((await account('Payroll')).balances.availableBalance).toBe(payroll.balances.availableBalance - 999)
  await page.getByRole('link', { name: 'To the charges' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Monthly subscription' })).toContainText('Taken')
})

test('before its check a company changes address and number, as often as is allowed, and proves them', async ({
  page,
  world,
  loginAs,
  gateway,
}) => {
  await world('onboarding')
  await loginAs('birch@onboarding.example', { stepUp: false })
  await page.goto('/profile/email')
  const address = page.getByRole('textbox', { name: 'New e-mail address' })
  const changeAddress = page.getByRole('button', { name: 'Change the address' })
  await address.fill('cedar@onboarding.example')
  await changeAddress.click()
  await expect(page.getByText('Somebody signs in with this address already.')).toBeVisible()
  await address.fill('robin@mailinator.com')
  await changeAddress.click()
  await expect(page.getByText('Addresses of this provider are not taken.')).toBeVisible()
  await address.fill('robin@birch.example')
  await changeAddress.click()
  const digits = page.getByRole('textbox', { name: 'Six-digit code' })
  await expect(digits).toBeFocused()
  await digits.fill(code)
  await page.getByRole('button', { name: 'Confirm this address' }).click()
  await expect(news(page).getByText('The address is confirmed.')).toBeVisible()
  await address.fill('robin.birch@birch.example')
  await changeAddress.click()
  await expect(page.getByText('The address was changed a short while ago.')).toBeVisible()

  // As many changes as are allowed, by way of the bank; the last number is one that no message reaches.
  const headers = { 'x-requested-with': 'multi-console', origin: gateway.url }
  for (const number of ['7700900811', '7700900812', '7700900990']) {
    const data = { mobile: { countryCode: '+44', number } }
    const answer = await page.context().request.patch(`${gateway.url}/api/multi/corporates`, { headers, data })
    expect(answer.status()).toBe(200)
  }
  await page.goto('/security/phone')
  await page.getByRole('button', { name: 'Send the code' }).click()
  await expect(page.getByRole('alert')).toContainText('No text message reaches this number.')
  await page.getByRole('link', { name: 'Change the number' }).click()
  const number = page.getByRole('textbox', { name: 'New mobile number' })
  await number.fill('+44 7700 900814')
  await page.getByRole('button', { name: 'Change the number' }).click()
  await expect(page.getByText('The number was changed as often as is allowed.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Begin the count of changes anew' }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Change the number' }).click()
  await expect(heading(page, 'Register my phone')).toBeVisible()

  await page.getByRole('button', { name: 'Send the code' }).click()
  const register = page.getByRole('button', { name: 'Register this phone' })
  for (const refused of [
    'is not right.',
    'is not right.',
    'is not right.',
    'One try is left',
    'Too many wrong codes',
  ]) {
    await expect(digits).toBeFocused()
    await digits.fill('000000')
    await register.click()
    await expect(page.getByRole('alert')).toContainText(refused)
  }
  const again = page.getByRole('button', { name: 'Send the code' })
  await expect(again).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(digits).toBeFocused()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(news(page).getByText('Your phone is registered.')).toBeVisible()
  await page.goto('/profile')
  await expect(fact(page, 'Mobile number')).toContainText('+44 7700900814confirmed')
})

test('a person keeps their own details, in their own words, and pays a fee from their account', async ({
  page,
  world,
  loginAs,
  gateway,
}) => {
  await world('consumer')
  await loginAs('clara@stone.example', { stepUp: false })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/profile/edit')
  await page.getByRole('combobox', { name: 'What you do' }).selectOption({ label: 'Student' })
  await page.getByRole('textbox', { name: 'Place of birth' }).fill('Galway')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(heading(page, 'Clara Stone')).toBeVisible()
  await expect(fact(page, 'What you do')).toContainText('Student')
  await expect(page.getByRole('main')).not.toContainText(/company/i)
  await expectAccessible(page)

  const accounts = await bank(page.context(), gateway.url).accounts()
  const everyday = accounts.find(({ currency }) => currency === 'EUR')
  if (!everyday) throw new Error('Clara has no account in euro')
  await page.goto('/charges/new')
  await page.getByRole('combobox', { name: 'Which fee' }).selectOption({ label: 'Printed statement' })
  await page.getByRole('combobox', { name: 'Take it from' }).selectOption(everyday.id)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Pay the fee now' }).click()
  await expect(page.getByText(`EUR 5.00 were taken from ${everyday.friendlyName}.`)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
