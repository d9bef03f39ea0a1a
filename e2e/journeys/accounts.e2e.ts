import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { expect, test } from '../fixtures/test'

test.beforeEach(async ({ world, login }) => {
  await world('small-company')
  await login('root')
})

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const news = (page: Page) => page.getByRole('region', { name: 'Notifications' })

async function openAccount(page: Page, name: string): Promise<void> {
  await page.goto('/accounts')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(heading(page, name)).toBeVisible()
}

async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('the list says of each account its state, its balances and whether it has an IBAN', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Accounts', exact: true }).click()
  await expect(heading(page, 'Accounts')).toBeVisible()
  await expect(page.getByText('7 accounts')).toBeVisible()
  const cells = (name: string) => row(page, name).getByRole('cell')
  await expect(cells('Payroll')).toHaveText([
    'Payroll',
    'Active',
    'EUR 1,800,000.00',
    'EUR 1,800,000.00',
    'Assigned',
    'payroll',
    '',
  ])
  await expect(cells('UK reserve')).toHaveText([
    'UK reserve',
    'Active',
    'GBP 60,000.00',
    'GBP 60,000.00',
    'Assigned',
    'reserve',
    '',
  ])
  await expect(cells('Closed project')).toHaveText([
    'Closed project',
    'Blocked by your company',
    'EUR 0.00',
    'EUR 0.00',
    'None',
    'archive',
    '',
  ])
  await expectAccessible(page)
})

test('filters are in the address, and outlive a reload and the way back', async ({ page }) => {
  await page.goto('/accounts')
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('EUR')
  await expect(page).toHaveURL('/accounts?currency=EUR')
  await expect(page.getByText('1–4 of 4')).toBeVisible()
  await page.getByRole('combobox', { name: 'State' }).selectOption('Active')
  await expect(page).toHaveURL('/accounts?state=ACTIVE&currency=EUR')
  await expect(page.getByText('1–3 of 3')).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).fill('oll')
  await page.getByRole('textbox', { name: 'Name' }).press('Enter')
  await expect(page).toHaveURL('/accounts?name=oll&state=ACTIVE&currency=EUR')
  const onlyPayroll = async () => {
    await expect(page.getByText('1–1 of 1')).toBeVisible()
    await expect(row(page, 'Payroll')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('oll')
    await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('ACTIVE')
    await expect(page.getByRole('combobox', { name: 'Currency' })).toHaveValue('EUR')
  }
  await onlyPayroll()
  await page.reload()
  await onlyPayroll()
  await page.getByRole('link', { name: 'Payroll', exact: true }).click()
  await expect(heading(page, 'Payroll')).toBeVisible()
  await page.goBack()
  await onlyPayroll()

  await page.getByRole('textbox', { name: 'Name' }).fill('nothing is called this')
  await page.getByRole('textbox', { name: 'Name' }).press('Enter')
  await expect(page.getByText('No account matches these filters')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(page).toHaveURL('/accounts')
  await expect(page.getByText('1–7 of 7')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('')
})

test('one account shows its balances, its bank details and what moved', async ({ page }) => {
  await openAccount(page, 'Operating')
  await expect(page).toHaveTitle('Operating · Multi Console')
  const balances = page.getByRole('region', { name: 'Balances' })
  await expect(balances).toContainText('Available to spend')
  await expect(balances.getByText('EUR 250,000.00')).toHaveCount(2)
  const receiving = page.getByRole('region', { name: 'Receiving money' })
  await expect(receiving).toContainText('Northwind Trading Ltd')
  await expect(receiving.getByText(/^IE\d{2}(\s\w{1,4})+$/)).toBeVisible()
  const newest = page.getByRole('row').nth(1)
  await expect(newest).toContainText('From Boulangerie Martin')
  await expect(newest).toContainText('EUR +4,077.00')
  await expect(newest).toContainText('EUR 250,000.00')
  await expectAccessible(page)

  await page.goto('/accounts/999')
  await expect(page.getByRole('alert')).toContainText('No such account')
  await expect(page.getByRole('alert')).toContainText('This does not exist, or it is not yours to see.')
  await expectAccessible(page)
})

test('movements are filtered by kind and day, page by page', async ({ page }) => {
  await openAccount(page, 'Operating')
  await expect(page.getByText('1–20 of 36')).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('21–36 of 36')).toBeVisible()
  await expect(page.getByRole('row').last()).toContainText('OPENING')
  await page.goBack()
  await expect(page.getByText('1–20 of 36')).toBeVisible()

  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Transfer')
  await expect(page).toHaveURL(/\?type=TRANSFER$/)
  const transfers = page.getByRole('cell', { name: 'Transfer', exact: true })
  await expect(page.getByText('1–10 of 10')).toBeVisible()
  await expect(transfers).toHaveCount(10)
  await page.reload()
  await expect(transfers).toHaveCount(10)
  await page.getByLabel('From', { exact: true }).fill('2099-01-01')
  await expect(page.getByText('No movement matches these filters')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear filters' }).last().click()
  await expect(page.getByText('1–20 of 36')).toBeVisible()
})

test('an account is opened once its form is right', async ({ page }) => {
  await page.goto('/accounts')
  await page.getByRole('link', { name: 'New account' }).click()
  await expect(heading(page, 'New account')).toBeVisible()
  await expectAccessible(page)
  const name = page.getByRole('textbox', { name: 'Name' })
  const tag = page.getByRole('textbox', { name: 'Tag' })
  const open = page.getByRole('button', { name: 'Open account' })
  await tag.fill('two words')
  await open.click()
  await expect(page.getByText('Give the account a name.')).toBeVisible()
  await expect(page.getByText('Choose a currency.')).toBeVisible()
  await expect(page.getByText('A tag has only letters, digits, - and _; no spaces.')).toBeVisible()
  await expect(name).toBeFocused()
  await expectAccessible(page)

  await name.fill('Trade fair')
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('GBP')
  await tag.fill('fair-2026')
  await open.dblclick()
  await expect(heading(page, 'Trade fair')).toBeVisible()
  await expect(news(page)).toContainText('Trade fair is open.')
  await expect(page.getByRole('region', { name: 'Balances' }).getByText('GBP 0.00')).toHaveCount(2)
  await expect(page.getByText('Nothing has moved yet')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Accounts' }).last().click()
  await expect(row(page, 'Trade fair')).toHaveCount(1)
  await expect(page.getByText('8 accounts')).toBeVisible()
})

test('an account gets another name, and a half-typed one is not lost unasked', async ({ page }) => {
  await openAccount(page, 'Payroll')
  await page.getByRole('link', { name: 'Rename' }).click()
  await expect(heading(page, 'Rename Payroll')).toBeVisible()
  await expectAccessible(page)
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Give the account a name.')).toBeVisible()

  await name.fill('Wages')
  await page.getByRole('link', { name: 'Overview' }).click()
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await expect(question).toBeVisible()
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Stay here' }).click()
  await expect(name).toHaveValue('Wages')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(heading(page, 'Wages')).toBeVisible()
  await expect(news(page)).toContainText('Saved as Wages.')
  await page.reload()
  await expect(heading(page, 'Wages')).toBeVisible()
})

test('an account is blocked and unblocked, each after a question', async ({ page, context }) => {
  await openAccount(page, 'Supplier float')
  const other = await context.newPage()
  await other.goto(page.url())
  await chooseAction(other, 'Block account')
  await chooseAction(page, 'Block account')
  const question = (tab: Page) => tab.getByRole('alertdialog', { name: 'Block Supplier float?' })
  await expect(question(page)).toContainText('The EUR 40,000.00 on it stay where they are.')
  await expectAccessible(page)
  await question(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Active', { exact: true })).toBeVisible()

  await chooseAction(page, 'Block account')
  await question(page).getByRole('button', { name: 'Block account' }).click()
  await expect(page.getByText('This account is blocked')).toBeVisible()
  await expect(news(page)).toContainText('Supplier float is blocked.')
  await expect(page.getByRole('link', { name: 'Transfer from here' })).toBeHidden()
  await expectAccessible(page)
  // The other tab asked while the account was still open to it.
  await question(other).getByRole('button', { name: 'Block account' }).click()
  await expect(question(other).getByRole('alert')).toContainText('The account is blocked already.')

  await page.getByRole('button', { name: 'Unblock account' }).click()
  const unblock = page.getByRole('alertdialog', { name: 'Unblock Supplier float?' })
  await expectAccessible(page)
  await unblock.getByRole('button', { name: 'Unblock account' }).click()
  await expect(page.getByText('This account is blocked')).toBeHidden()
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Transfer from here' })).toBeVisible()
  // The button that asked is gone; a keyboard goes on from the heading.
  await expect(page.getByRole('heading', { name: 'Supplier float', level: 1 })).toBeFocused()
})

test('an IBAN is requested, and appears when the bank has assigned it', async ({ page, sandbox }) => {
  await openAccount(page, 'Closed project')
  const receiving = page.getByRole('region', { name: 'Receiving money' })
  await expect(receiving).toContainText('Only an active account can be given an IBAN.')
  await page.getByRole('button', { name: 'Unblock account' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unblock account' }).click()

  await receiving.getByRole('button', { name: 'Request an IBAN' }).click()
  await expect(receiving.getByText('On its way')).toBeVisible()
  await expectAccessible(page)
  await sandbox.advance(3_000)
  await expect(receiving.getByText('Account holder')).toBeVisible()
  await expect(receiving).toContainText('Northwind Trading Ltd')
  await expect(receiving.getByRole('button', { name: 'Copy IBAN' })).toBeVisible()
  await page.goto('/accounts')
  await expect(row(page, 'Closed project')).toContainText('Assigned')
})

test('an empty account is removed by its name, one with money not at all', async ({ page }) => {
  await openAccount(page, 'US sales')
  await chooseAction(page, 'Remove account')
  const refusal = page.getByRole('dialog', { name: 'US sales cannot be removed yet' })
  await expect(refusal).toContainText('There is still USD 75,000.00 on it.')
  await expectAccessible(page)
  await refusal.getByRole('button', { name: 'Close' }).first().click()

  await openAccount(page, 'Closed project')
  await chooseAction(page, 'Remove account')
  const question = page.getByRole('alertdialog', { name: 'Remove Closed project for good?' })
  await question.getByRole('textbox').fill('Closed')
  await question.getByRole('button', { name: 'Remove account' }).click()
  await expect(question).toContainText('This is not the name of the account.')
  await expectAccessible(page)
  await question.getByRole('textbox').fill('Closed project')
  await question.getByRole('button', { name: 'Remove account' }).click()
  await expect(page.getByText('This account has been removed')).toBeVisible()
  await expect(page.getByRole('button', { name: 'More actions' })).toBeHidden()
})
