import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { expect, people, test } from '../fixtures/test'
import { signInForm } from '../pages/sign-in'
import { transferWizard } from '../pages/transfer-wizard'

const table = (page: Page) => page.getByRole('table', { name: 'Audit record, newest first' })

async function openRecord(page: Page, search = ''): Promise<void> {
  await page.goto(`/audit${search}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Audit record' })).toBeVisible()
}

async function makeTransfer(page: Page): Promise<void> {
  const wizard = transferWizard(page)
  await page.goto('/transfers/new')
  await wizard.choose('From', 'Operating')
  await wizard.choose('To', 'Supplier float')
  await wizard.amount.fill('12.34')
  await wizard.description.fill('Lamps for the lobby')
  await wizard.next.click()
  await page.getByRole('button', { name: 'Transfer EUR 12.34' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Transfer of/ })).toBeVisible()
}

test('a transfer is in the record, with all that was said, and leads to the transfer', async ({
  page,
  world,
  login,
}) => {
  await world('small-company')
  await login('root')
  await makeTransfer(page)
  await page.getByRole('link', { name: 'Audit record' }).first().click()
  await expect(page.getByText(/^The record holds: \d+ lines checked\.$/)).toBeVisible()
  const row = table(page).getByRole('row').filter({ hasText: '12.34' })
  await expect(row).toContainText('Transfer money')
  await expect(row).toContainText(people.root.name)
  await expect(row).toContainText('Done')
  await expectAccessible(page)

  await row.getByRole('link', { name: 'Transfer money' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Transfer money' })).toBeVisible()
  const said = page.getByRole('region', { name: 'What it said' })
  await expect(said.getByRole('definition').filter({ hasText: 'Lamps for the lobby' })).toBeVisible()
  const deed = page.getByRole('region', { name: 'What was done' })
  await expect(deed).toContainText('Owner')
  await expect(deed).toContainText('EUR 12.34')
  await expectAccessible(page)
  await deed.getByRole('link', { name: /^\d+$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Transfer of/ })).toBeVisible()
})

test('a refused sign-in is there, and says whose it was meant to be', async ({ page, context, world, login }) => {
  await world('small-company')
  await login('root')
  await context.clearCookies()
  await page.goto('/sign-in')
  const form = signInForm(page)
  await form.enter(people.root.email, 'Not-this-one-2026!')
  await expect(form.refusal).toBeVisible()
  await login('root')
  await openRecord(page, '?outcome=REFUSED')
  const row = table(page).getByRole('row').filter({ hasText: 'Sign in' })
  await expect(row).toContainText(`Meant for ${people.root.name}`)
  await row.getByRole('link').click()
  await expect(page.getByText('CREDENTIALS_REFUSED')).toBeVisible()
  await expect(page.getByText(people.root.email)).toHaveCount(0)
})

test('filters are in the address and can be taken away again', async ({ page, world, login }) => {
  await world('small-company')
  await login('root')
  await makeTransfer(page)
  await openRecord(page)
  await page.getByLabel('Part').selectOption('Transfers')
  await expect(page).toHaveURL(/section=transfers/)
  await expect(table(page).getByRole('link')).toHaveCount(1)
  await page.getByLabel('Outcome').selectOption('Refused')
  await expect(page.getByText('No line of the record matches these filters')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear filters' }).last().click()
  await page.getByLabel('Search').fill('LAMPS for')
  await page.getByLabel('Search').press('Enter')
  await expect(table(page).getByRole('link')).toHaveCount(1)
  await table(page).getByRole('link').click()
  await page.getByRole('link', { name: 'Everything about it' }).click()
  await expect(page.getByText(/^Only about \d+$/)).toBeVisible()
  await page.getByRole('button', { name: /^Remove this filter/ }).click()
  await expect(page.getByText(/^Only about/)).toBeHidden()
})

test('the filtered lines are taken along as files', async ({ page, world, login }) => {
  await world('small-company')
  await login('root')
  await makeTransfer(page)
  await openRecord(page, '?section=transfers')
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ])
  expect(csv.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  const rows = (await readFile(await csv.path(), 'utf8')).trim().split('\r\n')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toMatch(/^\d+,\d{4}-\d\d-\d\dT[\d:.]+Z,Ada Byron,/)
  expect(rows[1]).toContain('EUR 1234')
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export JSON' }).click(),
  ])
  const lines: unknown = JSON.parse(await readFile(await json.path(), 'utf8'))
  expect(lines).toMatchObject([
    { operation: 'transferCreate', outcome: 'DONE', amounts: [{ currency: 'EUR', amount: 1234 }] },
  ])
})

test('whoever may not see the record does not see the way to it', async ({ page, world, login }) => {
  await world('small-company')
  await login('alan')
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Transfers' }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Audit record' })).toHaveCount(0)
  // Whoever knows the address finds a closed page, and nothing is asked for that could only be refused and put on record.
  const asked: string[] = []
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
  await page.goto('/audit')
  await expect(page.getByRole('heading', { level: 1, name: 'This page is not open to your role' })).toBeVisible()
  expect(asked).toContain('/api/session')
  expect(asked.filter((path) => path.startsWith('/api/console/audit'))).toEqual([])
})
