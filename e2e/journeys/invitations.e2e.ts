import type { BrowserContext, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { code, expect, password, test } from '../fixtures/test'

const DAY = 24 * 60 * 60_000
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test.beforeEach(async ({ world }) => {
  await world('small-company')
})

/** Adds and invites somebody as the root user, without the page; afterwards nobody is signed in. Answers their id. */
async function invite(context: BrowserContext, url: string, email: string): Promise<string> {
  const headers = () => ({
    'x-requested-with': 'multi-console',
    origin: url,
    'idempotency-ref': crypto.randomUUID(),
  })
  const data = { name: 'Ivy', surname: 'Late', email, mobile: { countryCode: '+44', number: '7700900188' } }
  const made = await context.request.post(`${url}/api/multi/users`, { headers: headers(), data })
  expect(made.status(), 'adding a user').toBe(200)
  const { id } = await made.json()
  const sent = await context.request.post(`${url}/api/multi/users/${id}/invite`, { headers: headers() })
  expect(sent.status(), 'inviting').toBe(204)
  await context.request.delete(`${url}/api/session`, { headers: headers() })
  return id
}

/** The protected fields for a password and its repetition. */
async function choosePassword(page: Page, chosen: string): Promise<void> {
  const [first, again] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)]
  await first.locator('input[type=password]').fill(chosen)
  await again.locator('input[type=password]').fill(chosen)
}

test('an invitation leads in: password, address, phone, identity; and is good once', async ({
  page,
  login,
  context,
  gateway,
}) => {
  await login('root')
  const id = await invite(context, gateway.url, 'ivy@northwind.example')

  // The code of the link is nowhere in the address, and a wrong one can be typed anew.
  await page.goto(`/invite?user_id=${id}&nonce=000000&email=ivy@northwind.example`)
  await expect(page.getByText('This invitation cannot be used')).toBeVisible()
  expect(page.url()).not.toContain('nonce')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(code)
  await page.keyboard.press('Enter')

  await expect(page.getByRole('button', { name: 'Accept and sign in' })).toBeVisible()
  await choosePassword(page, 'short')
  await page.getByRole('button', { name: 'Accept and sign in' }).click()
  await expect(page.getByText('This is too short. Use at least 8 characters.')).toBeVisible()
  await choosePassword(page, password)
  await page.getByRole('checkbox', { name: /Use another mobile number/ }).press('Space')
  await page.getByRole('textbox', { name: 'Mobile number' }).fill('+44 7700 900199')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Accept and sign in' }).click()

  // From here on the steps are the session's, and stand in the address: a reload keeps the place.
  await expect(heading(page, 'Welcome, Ivy Late')).toBeVisible()
  await page.getByRole('button', { name: 'Send the code' }).press('Enter')
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(code)
  await page.getByRole('button', { name: 'Confirm this address' }).press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Mobile phone' })).toBeVisible()
  await page.reload()
  await expect(page.getByText(/\+44 7700900199/)).toBeVisible()
  await page.getByRole('button', { name: 'Send the code' }).press('Enter')
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill('999999')
  await page.getByRole('button', { name: 'Register this phone' }).press('Enter')
  await expect(page.getByText('The phone is not registered yet')).toBeVisible()
  await page.getByRole('textbox', { name: 'Six-digit code' }).fill(code)
  await page.getByRole('button', { name: 'Register this phone' }).press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Your identity' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start my check' }).press('Enter')
  await expect(page.frameLocator('iframe').first().getByRole('button').first()).toBeVisible()
  // By key: the screens above it grow as they come, and would move it away from under a pointer.
  await page.getByRole('button', { name: 'Open the console' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Your sign-in: Ivy Late' })).toBeVisible()

  // The same link again: it is used up, and says what to do.
  await context.clearCookies()
  await page.goto(`/invite?user_id=${id}&nonce=${code}&email=ivy@northwind.example`)
  await expect(page.getByText('If you have chosen a password already, sign in with it.')).toBeVisible()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(heading(page, 'Sign in')).toBeVisible()
})

test('an invitation is over after a month; one without its code asks for it; one that is cut says so', async ({
  page,
  login,
  context,
  gateway,
  sandbox,
}) => {
  await login('root')
  const id = await invite(context, gateway.url, 'ivy@northwind.example')
  await page.goto('/invite')
  await expect(page.getByText('This link is not whole')).toBeVisible()
  await page.goto(`/invite?user_id=${id}`)
  const digits = page.getByRole('textbox', { name: 'Six-digit code' })
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await digits.fill('12')
  await page.keyboard.press('Enter')
  await expect(digits).toHaveAccessibleDescription('The code has six digits.')
  await digits.fill(code)
  await page.keyboard.press('Enter')

  // No answer comes to the very deed: nobody knows, and the page says what to try.
  await choosePassword(page, password)
  await sandbox.fault({ operation: 'userInviteConsume', when: 'before', status: 503, times: 1 })
  await page.getByRole('button', { name: 'Accept and sign in' }).click()
  await expect(page.getByText(/we do not know whether the password was set/)).toBeVisible()

  await sandbox.advance(31 * DAY)
  await page.goto(`/invite?user_id=${id}&nonce=${code}`)
  await expect(page.getByText(/more than a month old/)).toBeVisible()
})

test('one’s own check begins where the way to it is free', async ({ page, login }) => {
  await login('grace')
  await page.goto('/my-check')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Start my check' }).press('Enter')
  await expect(page.frameLocator('iframe').first().getByRole('button').first()).toBeVisible()
  await login('root')
  await page.goto('/my-check')
  await expect(page.getByText('Your identity is checked together with your company')).toBeVisible()
})
