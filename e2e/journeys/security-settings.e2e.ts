import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { code, expect, password, test } from '../fixtures/test'
import { chosenPassword } from '../pages/ways-in'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const news = (page: Page) => page.getByRole('region', { name: 'Notifications' })
const way = (page: Page, name: string) => page.getByRole('listitem', { name })
const phone = (page: Page) => page.getByRole('region', { name: 'Phone of the sandbox' })

test('a password is changed: one that is weak, used before or not the present one is refused where it stands', async ({
  page,
  world,
  login,
}) => {
  await world('small-company')
  await login('alan', { stepUp: false })
  await page.goto('/')
  await page.getByRole('link', { name: 'Security', exact: true }).click()
  await page.getByRole('link', { name: 'Change the password' }).click()
  await expect(heading(page, 'Change the password')).toBeVisible()
  const submit = page.getByRole('button', { name: 'Change the password' })
  const old = page
    .getByRole('group', { name: 'Present password' })
    .frameLocator('iframe')
    .locator('input[type=password]')
  const { first, fill } = chosenPassword(page)
  const choose = async (value: string) => {
    await fill(value)
    await submit.click()
  }

  await expect(old).toBeFocused()
  await submit.click()
  await expect(page.getByText('Type the password that you sign in with now.')).toBeVisible()
  await old.fill('Not-my-2026!')
  await choose('password')
  await expect(page.getByText('too easy to guess')).toBeVisible()
  await first.clear()
  await choose('Quite-new-2026!')
  await expect(page.getByText('The present password is not right.')).toBeVisible()
  await expect(old).toHaveValue('')
  await old.fill(password)
  await first.clear()
  await choose(password)
  await expect(page.getByText('You have used this one before.')).toBeVisible()
  await expect(first).toHaveValue('')
  await expectAccessible(page)
  await choose('Quite-new-2026!')
  await expect(news(page).getByText('Your password is changed.')).toBeVisible()
  await expect(heading(page, 'Security')).toBeVisible()
})

test('an authenticator app is linked on the phone and unlinked here, by keyboard and on a narrow page', async ({
  page,
  world,
  login,
}) => {
  await world('small-company')
  await login('root', { stepUp: false })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/security')
  const app = way(page, 'Authenticator app')
  await expect(way(page, 'Phone for codes')).toContainText('In use')
  await expect(way(page, 'Phone with face or fingerprint')).toContainText('Not set up')

  // The code comes first; what was asked for then happens by itself.
  await app.getByRole('button', { name: 'Link an app' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const digits = dialog.getByRole('textbox', { name: 'Six-digit code' })
  await expect(dialog.getByText('It can be entered until')).toBeVisible()
  await expect(digits).toBeFocused()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(app).toContainText('Waiting for your yes on the phone')
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, ['color-contrast'])
  await phone(page).getByRole('button', { name: 'Decline: Link this app' }).click()
  await expect(app).toContainText('Turned down, or nobody answered')
  await app.getByRole('button', { name: 'Ask the phone again' }).click()
  await phone(page).getByRole('button', { name: 'Approve: Link this app' }).click()
  await expect(app).toContainText('In use')
  await expect(news(page).getByText('The app is linked.')).toBeVisible()

  await app.getByRole('button', { name: 'Unlink the app' }).focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('alertdialog')
  await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(app).toContainText('Not set up')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
