import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { expect, test } from '../fixtures/test'

/** What is a company's, and strange to a person. Names of those who paid may hold anything. */
const companyWords =
  /\byour company\b|\bback office\b|\broles?\b|\bowner\b|\bapprovals?\b|\boperator\b|\bbulks?\b|\bcolleagues?\b|\bfee group\b/i

const rooms = (page: Page) => page.getByRole('complementary').getByRole('navigation').getByRole('link')

test('a person has a portal: fewer rooms, plainer words, and nothing of a company behind its addresses', async ({
  page,
  world,
  loginAs,
}) => {
  await world('consumer')
  await loginAs('clara@stone.example')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Your money' })).toBeVisible()
  await expect(rooms(page)).toHaveText(['Your money', 'Accounts', 'Transfers', 'Your details', 'Charges', 'Security'])
  await expect(page.getByRole('region', { name: 'What you have' })).toContainText('EUR')
  await expect(page.getByRole('link', { name: 'Move money' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'New bulk transfer' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Your sign-in: Clara Stone' }).click()
  await expect(page.getByRole('menuitem', { name: 'Sign out', exact: true })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: /role/i })).toHaveCount(0)
  await page.keyboard.press('Escape')

  for (const name of ['Your money', 'Accounts', 'Transfers', 'Your details', 'Charges', 'Security']) {
    await rooms(page).filter({ hasText: name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(/^Loading/)).toHaveCount(0)
    expect(await page.locator('body').innerText(), name).not.toMatch(companyWords)
  }
  for (const [path, label] of [
    ['/accounts/new', 'Name'],
    ['/profile/edit', 'Main currency'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByLabel(label, { exact: true })).toBeVisible()
    expect(await page.locator('body').innerText(), path).not.toMatch(companyWords)
  }

  for (const path of [
    '/bulks',
    '/approvals',
    '/users',
    '/roles/new',
    '/authorisations',
    '/events',
    '/audit',
    '/my-role',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'This page is not part of your portal' })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Go to your money' }).click()
  await expect(page).toHaveURL('/')
})

test('the portal is whole on a phone, by day and in the dark', async ({ page, world, loginAs }) => {
  await world('consumer')
  await loginAs('clara@stone.example')
  await page.setViewportSize({ width: 390, height: 844 })
  for (const [path, heading] of [
    ['/', 'Your money'],
    ['/bulks', 'This page is not part of your portal'],
    ['/accounts', 'Accounts'],
  ] as const) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(page.getByText(/^Loading/)).toHaveCount(0)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, ['color-contrast'])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, 'nothing is wider than the screen').toBeLessThanOrEqual(390)
  }
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog', { name: 'More pages' }).getByRole('link', { name: 'Security' }).click()
  await expect(page).toHaveURL('/security')
})

test('a company has its back office as before', async ({ page, world, login }) => {
  await world('small-company')
  await login('root')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(rooms(page)).toHaveText([
    'Overview',
    'Accounts',
    'Transfers',
    'Bulk transfers',
    /^Approvals/,
    'People',
    'Roles and people',
    'Authorisations',
    'Events',
    'Audit record',
    'Company details',
    'Charges',
    'Security',
  ])
  await expect(page.getByRole('link', { name: 'New bulk transfer' })).toBeVisible()
  await page.getByRole('button', { name: 'Your sign-in: Ada Byron' }).click()
  await expect(page.getByRole('menuitem', { name: 'Your role: Owner' })).toBeVisible()
})
