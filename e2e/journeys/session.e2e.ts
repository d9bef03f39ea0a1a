import type { Page, Request } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { expect, password, people, test } from '../fixtures/test'
import { codeForm, signInForm } from '../pages/sign-in'
import { transferWizard } from '../pages/transfer-wizard'

const MINUTE = 60_000

test.beforeEach(async ({ world, login }) => {
  await world('small-company')
  await login('root')
})

const warning = (page: Page) => page.getByRole('region', { name: 'Your session is about to end' })
const overPage = (page: Page) => page.getByRole('dialog', { name: 'Sign in to go on' })
const isTransfer = (request: Request) => request.method() === 'POST' && request.url().endsWith('/api/multi/transfers')

test('the last minute is counted down, and one press starts the time anew', async ({ page, sandbox }) => {
  await page.goto('/accounts/new')
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Half typed')
  await expect(page.getByRole('timer', { name: 'Session ends in 5 minutes without activity' })).toBeVisible()
  await sandbox.advance(4 * MINUTE)
  const left = warning(page).getByRole('timer')
  await expect(left).toHaveText(/^Session ends in [56]\d seconds$/)
  const first = await left.innerText()
  await expect(left).not.toHaveText(first)
  await expectAccessible(page)

  await warning(page).getByRole('button', { name: 'Stay signed in' }).click()
  await expect(warning(page)).toBeHidden()
  await expect(page.getByRole('timer', { name: 'Session ends in 5 minutes without activity' })).toBeVisible()
  await expect(name).toHaveValue('Half typed')
  await sandbox.advance(4 * MINUTE)
  await expect(warning(page)).toBeVisible()
})

test('a session that has ended is taken up over the page, with everything that was typed', async ({
  page,
  sandbox,
}) => {
  await page.goto('/accounts/new')
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Trade fair')
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('USD')
  await sandbox.advance(5 * MINUTE)

  await expect(overPage(page)).toContainText('Your session has ended. What you were doing is still here.')
  const form = signInForm(page)
  await expect(form.email).toHaveValue(people.root.email)
  await expect(form.secret).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await form.enter(people.root.email, 'Sandbox-2025!')
  await expect(form.refusal).toContainText('E-mail address or password is not right.')
  await form.enter(people.root.email)
  await expect(overPage(page)).toBeHidden()

  await expect(page).toHaveURL('/accounts/new')
  await expect(name).toHaveValue('Trade fair')
  await expect(page.getByRole('combobox', { name: 'Currency' })).toHaveValue('USD')
  await page.getByRole('button', { name: 'Open account' }).click()
  // The new session has not been confirmed with a code yet.
  await codeForm(page).enter()
  await expect(page.getByRole('heading', { level: 1, name: 'Trade fair' })).toBeVisible()
})

test('a refused transfer is sent once more with the same reference, and made once', async ({ page, sandbox }) => {
  const sent: Request[] = []
  page.on('request', (request) => isTransfer(request) && sent.push(request))
  const wizard = transferWizard(page)
  await wizard.between('Operating', 'Payroll')
  await wizard.amount.fill('512.25')
  await wizard.next.click()
  // The bank has given up the token, and the page learns of it by this very transfer.
  await sandbox.fault({ operation: 'transferCreate', when: 'before', status: 401, times: 1 })
  await wizard.submit.click()
  await expect(overPage(page)).toBeVisible()
  await signInForm(page).enter(people.root.email)
  await expect(page.getByText('Done: EUR 512.25 moved')).toBeVisible()

  const references = sent.map((request) => request.headers()['idempotency-ref'])
  expect(references).toHaveLength(2)
  expect(references[0]).toBeTruthy()
  expect(references[1]).toBe(references[0])
  expect(sent[1]?.postData()).toBe(sent[0]?.postData())
  await page.goto('/transfers')
  await expect(page.getByText('1–17 of 17')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'EUR 512.25' })).toHaveCount(1)
})

test('another person who signs in finds nothing of the one before', async ({ page, sandbox }) => {
  const wizard = transferWizard(page)
  await wizard.between('UK operating', 'UK reserve')
  await wizard.amount.fill('12.50')
  await sandbox.advance(5 * MINUTE)
  await expect(overPage(page)).toBeVisible()
  const form = signInForm(page)
  await form.fill(people.grace.email)
  await expect(overPage(page)).toContainText('the page starts afresh, and what was typed is discarded')
  await form.button.click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('button', { name: 'Your sign-in: Grace Hopper' })).toBeVisible()
  await page.goto('/transfers/new?step=amount')
  await expect(wizard.form('From')).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
})

test('whoever does not want to sign in again leaves the page', async ({ page, sandbox }) => {
  await page.goto('/accounts')
  await expect(page.getByRole('link', { name: 'Payroll' })).toBeVisible()
  await sandbox.advance(5 * MINUTE)
  await overPage(page).getByRole('button', { name: 'Leave this page' }).click()
  await expect(page).toHaveURL('/sign-in')
  await expect(page.getByText('Payroll')).toBeHidden()
})

test('signing in again in one tab is enough for the other', async ({ page, context, sandbox }) => {
  await page.goto('/accounts/new')
  await page.getByRole('textbox', { name: 'Name' }).fill('Half typed')
  const other = await context.newPage()
  await other.goto('/accounts')
  await sandbox.advance(5 * MINUTE)
  await expect(overPage(page)).toBeVisible()
  await expect(overPage(other)).toBeVisible()
  await signInForm(other).enter(people.root.email)
  await expect(overPage(other)).toBeHidden()
  await expect(overPage(page)).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Half typed')
})

test('what the page reads by itself does not keep the session alive', async ({
  page,
  sandbox,
  gateway,
  playwright,
}) => {
  const grace = await playwright.request.newContext({
    baseURL: gateway.url,
    extraHTTPHeaders: { 'x-requested-with': 'multi-console', origin: gateway.url },
  })
  const signIn = { email: people.grace.email, password: { value: await sandbox.secureToken(password) } }
  expect((await grace.post('/api/session', { data: signIn })).status()).toBe(200)

  // A scheduled transfer is asked for every few seconds.
  await page.goto('/transfers?state=SCHEDULED')
  await page.getByRole('link', { name: 'Operating → Supplier float' }).click()
  const supplier = page.getByRole('region', { name: 'Accounts' }).getByRole('link').last()
  await expect(supplier).toHaveText('Supplier float')
  const polled = () => page.waitForResponse((response) => /\/api\/multi\/transfers\/\d+$/.test(response.url()))
  await sandbox.advance(2 * MINUTE)
  await polled()
  // What somebody else does arrives over the live stream, and is read at once.
  const account = (await supplier.getAttribute('href'))?.split('/').at(-1)
  const renamed = await grace.patch(`/api/multi/managed_accounts/${account}`, { data: { friendlyName: 'Suppliers' } })
  expect(renamed.status()).toBe(200)
  await expect(supplier).toHaveText('Suppliers')
  await sandbox.advance(2 * MINUTE)
  await expect(warning(page)).toBeVisible()
  await polled()
  await sandbox.advance(MINUTE)
  await expect(overPage(page)).toBeVisible()
  await grace.dispose()
})
