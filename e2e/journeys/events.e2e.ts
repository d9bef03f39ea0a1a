import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { bank } from '../fixtures/bank'
import { simulator } from '../fixtures/simulator'
import { expect, people, test } from '../fixtures/test'

test.beforeEach(async ({ world, login }) => {
  await world('small-company')
  await login('root')
})

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const rows = (page: Page) => page.getByRole('table', { name: 'Events, newest first' }).getByRole('row')
const deposits = (page: Page) => rows(page).filter({ hasText: 'Deposit' })
const asked = { 'x-requested-with': 'multi-console' }

test('money that arrives is on the account’s page and in the log without a reload', async ({
  page,
  context,
  gateway,
}) => {
  const { id } = await bank(context, gateway.url).account('Operating')
  const log = await context.newPage()
  await log.goto('/events')
  await expect(heading(log, 'Events')).toBeVisible()
  await page.goto(`/accounts/${id}`)
  await expect(heading(page, 'Operating')).toBeVisible()
  await expect(page.getByText('EUR 250,000.00').first()).toBeVisible()

  await simulator(gateway.url).deposit(id, 12_345)
  await expect(page.getByText('EUR 250,123.45').first()).toBeVisible()
  await expect(page.getByText('Delft Instruments BV').first()).toBeVisible()

  await expect(deposits(log)).toHaveCount(1)
  await expect(deposits(log).getByRole('cell')).toHaveText([
    'Deposit',
    'Completed',
    `Account ${id}`,
    /\d/,
    'Signature',
    'As documented',
    '',
  ])
  await deposits(log).getByRole('link').click()
  await expect(heading(log, 'Deposit')).toBeVisible()
  await expect(log.getByText('Weavr signed the whole message with the API key')).toBeVisible()
  const payload = log.getByRole('region', { name: 'Payload as JSON' })
  await expect(payload).toContainText('"senderName": "Delft Instruments BV"')
  await expect(payload).toContainText('"amount": "12345"')
  await log.getByRole('link', { name: id }).click()
  await expect(heading(log, 'Operating')).toBeVisible()
})

test('a transfer names no company, and is in the log of the one that owns the account', async ({
  page,
  gateway,
  context,
}) => {
  await page.goto('/events?webhook=transfers_watch')
  await expect(page.getByText('No event matches these filters')).toBeVisible()
  const ask = bank(context, gateway.url)
  const [source, destination] = [await ask.account('Operating'), await ask.account('Payroll')]
  const transfer = await context.request.post('/api/multi/transfers', {
    headers: { ...asked, origin: gateway.url, 'idempotency-ref': crypto.randomUUID() },
    data: {
      profileId: '3001',
      source: { type: 'managed_accounts', id: source.id },
      destination: { type: 'managed_accounts', id: destination.id },
      destinationAmount: { currency: 'EUR', amount: 100 },
    },
  })
  expect(transfer.status()).toBe(200)
  await expect(rows(page).filter({ hasText: 'Transfer' }).first()).toContainText('Completed')
})

test('what comes while somebody reads moves nothing, and waits behind a bar', async ({ page, context, gateway }) => {
  const { id } = await bank(context, gateway.url).account('Operating')
  const { deposit } = simulator(gateway.url)
  await deposit(id, 100)
  await page.goto('/events')
  await expect(deposits(page)).toHaveCount(1)
  const link = deposits(page).first().getByRole('link')
  await link.focus()
  for (const amount of [200, 300, 400]) await deposit(id, amount)
  const bar = page.getByRole('status').filter({ hasText: 'new events' })
  await expect(bar).toContainText('3 new events')
  await expect(deposits(page)).toHaveCount(1)
  await expect(link).toBeFocused()
  await expectAccessible(page)
  await bar.getByRole('button', { name: 'Show' }).press('Enter')
  await expect(deposits(page)).toHaveCount(4)
  await expect(bar).toBeHidden()
  await deposit(id, 500)
  await expect(deposits(page)).toHaveCount(5)
})

test('filters are in the address and outlive a reload', async ({ page, context, gateway }) => {
  const ask = bank(context, gateway.url)
  const [first, second] = [await ask.account('Operating'), await ask.account('UK operating')]
  const { deposit } = simulator(gateway.url)
  await deposit(first.id, 100)
  await deposit(second.id, 200, 'GBP')
  await page.goto('/events')
  await expect(deposits(page)).toHaveCount(2)
  await page.getByRole('textbox', { name: 'Id of what it is about' }).fill(second.id)
  await page.getByRole('textbox', { name: 'Id of what it is about' }).press('Enter')
  await page.getByRole('combobox', { name: 'Event' }).selectOption('Deposit')
  await expect(deposits(page)).toHaveCount(1)
  await expect(page).toHaveURL(`/events?webhook=managed_accounts_deposits_watch&resource=%22${second.id}%22`)
  await page.reload()
  await expect(deposits(page)).toHaveCount(1)
  await expect(deposits(page)).toContainText(second.id)
  await page.getByRole('combobox', { name: 'State' }).selectOption('Failed')
  await expect(page.getByText('No event matches these filters')).toBeVisible()
  await page.getByRole('search').getByRole('button', { name: 'Clear filters' }).click()
  await expect(deposits(page)).toHaveCount(2)
})

test('an event is replayed by who may, and told to the others’ pages; who may not is told why', async ({
  page,
  context,
  gateway,
  someoneElse,
}) => {
  const { id } = await bank(context, gateway.url).account('Operating')
  await simulator(gateway.url).deposit(id, 100)
  await page.goto('/events')
  await deposits(page).getByRole('link').click()
  const grace = await someoneElse('grace')
  await grace.goto(`/accounts/${id}`)
  await expect(heading(grace, 'Operating')).toBeVisible()
  const read = grace.waitForResponse((answer) => answer.url().endsWith(`/managed_accounts/${id}`))
  await page.getByRole('button', { name: 'Replay' }).click()
  await read
  await expect(page.getByText('Replayed: every open page of your company was told again.')).toBeVisible()
  await page.goto('/events')
  await expect(deposits(page)).toHaveCount(1)

  const headers = { ...asked, origin: gateway.url }
  const role = await context.request.post('/api/console/roles', {
    headers,
    data: {
      name: 'Looks',
      permissions: ['session.own', 'events.view', 'accounts.view'],
      accounts: 'all',
      cards: 'all',
      limits: [],
    },
  })
  const { id: roleId }: { id: string } = await role.json()
  const { people: all }: { people: { credentials: { id: string }; email: string }[] } = await (
    await context.request.get('/api/console/people', { headers })
  ).json()
  const user = all.find(({ email }) => email === people.grace.email)
  const given = await context.request.post(`/api/console/people/${user?.credentials.id}/role`, {
    headers,
    data: { role: roleId },
  })
  expect(given.ok()).toBe(true)
  await grace.goto('/events')
  await deposits(grace).getByRole('link').click()
  const replay = grace.getByRole('button', { name: 'Replay' })
  await expect(replay).toHaveAttribute('aria-disabled', 'true')
  await expect(replay).toHaveAccessibleDescription(/Your role, Looks, may not send notifications once more\./)
})

test('pages follow each other; the log and a message are as accessible by day as by night', async ({
  page,
  context,
  gateway,
}) => {
  const { id } = await bank(context, gateway.url).account('Operating')
  const { deposit } = simulator(gateway.url)
  await Promise.all(Array.from({ length: 55 }, (_, index) => deposit(id, 100 + index)))
  await page.goto('/events?webhook=managed_accounts_deposits_watch')
  await expect(deposits(page)).toHaveCount(50)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page)
  }
  await page.getByRole('link', { name: 'Older events' }).click()
  await expect(page).toHaveURL(/after=/)
  await expect(deposits(page)).toHaveCount(5)
  await page.goBack()
  await expect(deposits(page)).toHaveCount(50)
  await deposits(page).first().getByRole('link').click()
  await expect(heading(page, 'Deposit')).toBeVisible()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await expectAccessible(page)
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBe(0)
  }
})
