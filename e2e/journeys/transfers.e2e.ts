import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { expect, test } from '../fixtures/test'
import { localText, transferWizard } from '../pages/transfer-wizard'

const MINUTE = 60_000

test.beforeEach(async ({ world, login }) => {
  await world('small-company')
  await login('root')
})

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

/** The rows of the list whose amount it is. */
async function transfersOf(page: Page, amount: string) {
  await page.goto('/transfers')
  await expect(page.getByRole('table', { name: 'Transfers, newest first' })).toHaveAttribute('aria-busy', 'false')
  return page.getByRole('row').filter({ hasText: amount })
}

async function expectAvailable(page: Page, balances: Record<string, string>): Promise<void> {
  await page.goto('/accounts')
  for (const [name, balance] of Object.entries(balances)) {
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
    await expect(row.getByRole('cell').nth(2)).toHaveText(balance)
  }
}

test('money moves between two own accounts, and both show it', async ({ page }) => {
  const wizard = transferWizard(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'New transfer' }).click()
  await expect(wizard.form('From')).toBeVisible()
  await wizard.next.click()
  await expect(page.getByText('Choose an account to pay from.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Closed project' })).toBeDisabled()
  await expectAccessible(page)
  await wizard.choose('From', 'Operating')

  await expect(page.getByRole('heading', { level: 2, name: 'To', exact: true })).toBeFocused()
  await expect(page.getByRole('radio', { name: /^Operating/ })).toBeDisabled()
  await expect(page.getByText('You are paying from this account')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^UK operating/ })).toBeDisabled()
  await expect(page.getByText('Holds GBP, not EUR').first()).toBeVisible()
  await wizard.choose('To', 'Supplier float')

  await wizard.amount.fill('1250.5')
  await wizard.description.fill('Goods for the fair')
  await expectAccessible(page)
  await wizard.next.click()
  await expect(wizard.form('Review')).toContainText('Goods for the fair')
  await expect(wizard.balances('Operating').getByRole('cell')).toHaveText(['EUR 250,000.00', 'EUR 248,749.50'])
  await expect(wizard.balances('Supplier float').getByRole('cell')).toHaveText(['EUR 40,000.00', 'EUR 41,250.50'])
  await expectAccessible(page)

  await wizard.submit.click()
  await expect(heading(page, 'Transfer of EUR 1,250.50')).toBeVisible()
  await expect(page.getByText('Done: EUR 1,250.50 moved')).toBeVisible()
  await expect(page.getByText('Operating paid, Supplier float received.')).toBeVisible()
  await expect(wizard.side('From')).toContainText('EUR 250,000.00')
  await expect(wizard.side('From')).toContainText('EUR 248,749.50')
  await expect(wizard.side('To')).toContainText('EUR 40,000.00')
  await expect(wizard.side('To')).toContainText('EUR 41,250.50')
  await expectAccessible(page)

  await expectAvailable(page, { Operating: 'EUR 248,749.50', 'Supplier float': 'EUR 41,250.50' })
  await page.getByRole('link', { name: 'Supplier float' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('Goods for the fair')
  await expect(page.getByRole('row').nth(1)).toContainText('EUR +1,250.50')
})

test('a transfer from an account begins with it, and keeps what was typed over a reload', async ({ page }) => {
  const wizard = transferWizard(page)
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'UK operating', exact: true }).click()
  await page.getByRole('link', { name: 'Transfer from here' }).click()
  await wizard.choose('To', 'UK reserve')
  await wizard.amount.fill('99.95')
  await wizard.description.fill('Half typed')
  await page.reload()
  await expect(wizard.form('Amount')).toContainText('UK reserve')
  await expect(wizard.amount).toHaveValue('99.95')
  await expect(wizard.description).toHaveValue('Half typed')
  await wizard.next.click()
  await page.reload()
  await expect(wizard.form('Review')).toContainText('Half typed')
  await page.goBack()
  await expect(wizard.amount).toHaveValue('99.95')
  await page.goForward()

  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(wizard.form('From')).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
})

test('the address of a later step skips nothing', async ({ page }) => {
  const wizard = transferWizard(page)
  const askForReview = () => page.goto('/transfers/new?step=review')
  await askForReview()
  await expect(page).toHaveURL('/transfers/new?step=from')
  await wizard.choose('From', 'Payroll')
  await expect(wizard.form('To')).toBeVisible()
  await askForReview()
  await expect(page).toHaveURL('/transfers/new?step=to')
  await wizard.choose('To', 'Operating')
  await expect(wizard.form('Amount')).toBeVisible()
  await askForReview()
  await expect(page).toHaveURL('/transfers/new?step=amount')
  // Nor does the first figure that makes an amount.
  await wizard.amount.pressSequentially('12.3')
  await expect(wizard.amount).toHaveValue('12.3')
  await wizard.amount.pressSequentially('45')
  await askForReview()
  await expect(wizard.form('Amount')).toBeVisible()
  await expect(wizard.submit).toBeHidden()
})

test('every unusable amount is refused in its own words', async ({ page }) => {
  const wizard = transferWizard(page)
  await wizard.between('Operating', 'Supplier float')
  const refusals = {
    '': 'Enter an amount.',
    '0': 'Enter an amount above zero.',
    '1e3': 'Write the amount in full, without an exponent.',
    '0x10': 'Write the amount in decimal figures, as in 1250.00.',
    '-5': 'The amount must not be negative.',
    '1,000': 'Leave out the marks between thousands, as in 1250.00.',
    '12.345': 'EUR has at most 2 decimals.',
    ten: 'This is not an amount. Write it as 1250.00.',
    '99999999999999999': 'This is more than can be handled.',
  }
  for (const [typed, sentence] of Object.entries(refusals)) {
    await wizard.amount.fill(typed)
    await wizard.next.click()
    await expect(wizard.form('Amount').getByText(sentence, { exact: true })).toBeVisible()
    await expect(wizard.amount).toHaveAttribute('aria-invalid', 'true')
    await expect(wizard.amount).toBeFocused()
  }
  await wizard.description.fill('Café [1]')
  await wizard.next.click()
  await expect(page.getByText('Use plain letters without accents, digits and common signs')).toBeVisible()
  await expectAccessible(page)
})

test('more than is available is warned of, then refused, and moves nothing', async ({ page }) => {
  const wizard = transferWizard(page)
  await wizard.between('Supplier float', 'Operating')
  await wizard.amount.fill('40000.01')
  const warning = page.getByRole('status').filter({ hasText: 'More than is available' })
  await expect(warning).toContainText('Supplier float has EUR 40,000.00 available, EUR 0.01 less than this.')
  await wizard.next.click()
  await expect(warning).toBeVisible()
  await wizard.submit.click()
  await expect(page.getByRole('alert')).toContainText(
    'There is not enough available on the account to pay from. Nothing was moved.',
  )
  await expectAccessible(page)
  await expectAvailable(page, { 'Supplier float': 'EUR 40,000.00', Operating: 'EUR 250,000.00' })
})

test('a scheduled transfer waits, and is carried out when its time comes', async ({ page, sandbox }) => {
  const wizard = transferWizard(page)
  await wizard.between('Payroll', 'Operating')
  await wizard.amount.fill('77')
  await wizard.later.check()
  await wizard.next.click()
  await expect(page.getByText('Choose the date and time.')).toBeVisible()
  await wizard.at.fill('2020-02-29T12:00')
  await wizard.next.click()
  await expect(page.getByText('Choose a time that lies ahead.')).toBeVisible()
  // Soon enough for the session to be alive by then.
  const { now } = await sandbox.advance(0)
  await wizard.at.fill(localText(now + 2 * MINUTE))
  await wizard.next.click()
  await expect(wizard.form('Review')).toContainText('Balances change when the transfer is carried out.')
  await wizard.submit.click()
  await expect(page.getByText('Scheduled: EUR 77.00 will be moved on')).toBeVisible()
  await expect(wizard.side('From')).toContainText('EUR 1,800,000.00')
  await expectAccessible(page)
  const address = page.url()

  await expect(await transfersOf(page, 'EUR 77.00')).toContainText('Scheduled')
  await page.getByRole('combobox', { name: 'State' }).selectOption('Scheduled')
  await expect(page.getByText('1–2 of 2')).toBeVisible()
  await expectAccessible(page)

  await page.goto(address)
  await sandbox.advance(2 * MINUTE)
  await expect(page.getByText('Completed', { exact: true })).toBeVisible()
  await expect(page.getByText('Carried out')).toBeVisible()
  await expect(wizard.side('From')).toContainText('EUR 1,799,923.00')
  await expect(wizard.side('To')).toContainText('EUR 250,077.00')
  await expectAvailable(page, { Payroll: 'EUR 1,799,923.00', Operating: 'EUR 250,077.00' })
})

test('a scheduled transfer can be called off, with a reason', async ({ page }) => {
  await page.goto('/transfers?state=SCHEDULED')
  await page.getByRole('link', { name: 'Operating → Supplier float' }).click()
  await expect(heading(page, 'Transfer of EUR 2,500.00')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel transfer' }).click()
  const question = page.getByRole('alertdialog', { name: 'Cancel this transfer?' })
  await expect(question).toContainText('EUR 2,500.00 from Operating to Supplier float')
  await expectAccessible(page)
  await question.getByRole('textbox', { name: 'Reason' }).fill('Ünusable')
  await expect(question).toContainText('Use at most 50 letters, digits, spaces, - and _.')
  await question.getByRole('textbox', { name: 'Reason' }).fill('Paid by card')
  await question.getByRole('button', { name: 'Cancel transfer' }).click()
  await expect(page.getByText('It was cancelled before it was carried out. Nothing was moved.')).toBeVisible()
  await expect(page.getByText('Paid by card')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel transfer' })).toBeHidden()
  await expectAccessible(page)
})

test('pressing twice pays once', async ({ page }) => {
  const wizard = transferWizard(page)
  await wizard.between('UK operating', 'UK reserve')
  await wizard.amount.fill('333.33')
  await wizard.next.click()
  await wizard.submit.dblclick()
  await expect(page.getByText('Done: GBP 333.33 moved')).toBeVisible()
  await expect(await transfersOf(page, 'GBP 333.33')).toHaveCount(1)
  await expectAvailable(page, { 'UK operating': 'GBP 119,666.67', 'UK reserve': 'GBP 60,333.33' })
})

test('after a lost answer the same transfer is asked for again, and made once', async ({ page, context, sandbox }) => {
  const references: (string | undefined)[] = []
  page.on('request', (request) => {
    const made = request.method() === 'POST' && request.url().endsWith('/api/multi/transfers')
    if (made) references.push(request.headers()['idempotency-ref'])
  })
  const wizard = transferWizard(page)
  await wizard.between('UK operating', 'UK reserve')
  await wizard.amount.fill('444.44')
  await wizard.next.click()
  const unknown = page.getByRole('status').filter({ hasText: 'We do not know yet whether this went through' })
  const checkAgain = page.getByRole('button', { name: 'Check again' })

  await context.setOffline(true)
  await wizard.submit.click()
  await expect(unknown).toContainText('No answer came, so we do not know whether this was carried out.')
  await expectAccessible(page)
  await context.setOffline(false)
  // This time it is carried out, and the answer gets lost.
  await sandbox.fault({ operation: 'transferCreate', when: 'after', status: 503, times: 1 })
  await checkAgain.click()
  await expect(unknown).toContainText('The service has a problem on its side, so we do not know whether')
  await page.reload()
  await wizard.submit.click()
  await expect(page.getByText('Done: GBP 444.44 moved')).toBeVisible()

  expect(references).toHaveLength(3)
  expect(new Set(references).size).toBe(1)
  await expect(await transfersOf(page, 'GBP 444.44')).toHaveCount(1)
  await expectAvailable(page, { 'UK operating': 'GBP 119,555.56', 'UK reserve': 'GBP 60,444.44' })
})

test('the list of transfers is filtered in its address', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Transfers', exact: true }).click()
  await expect(page.getByText('1–16 of 16')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Account' }).selectOption({ label: 'UK reserve (GBP)' })
  await expect(page.getByText('1–4 of 4')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1–4 of 4')).toBeVisible()
  await page.getByRole('combobox', { name: 'State' }).selectOption('Failed')
  await expect(page.getByText('No transfer matches these filters')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(page).toHaveURL('/transfers')
  await page.goto('/transfers/999')
  await expect(page.getByRole('alert')).toContainText('transfer')
  await expectAccessible(page)
})
