import { makeBulkCsv } from '../../bench/fixtures/bulk-csv'
import { expectAccessible } from '../fixtures/accessible'
import { bank, countOf } from '../fixtures/bank'
import { expect, test } from '../fixtures/test'
import { bulkMonitor } from '../pages/bulk-monitor'
import { newBulkPage } from '../pages/new-bulk'

const ROWS = 10_000

test.beforeEach(async ({ world, login }) => {
  await world('small-company')
  await login('root')
})

test('10,000 transfers from one file: checked, summed, submitted, started, watched to the end', async ({
  page,
  context,
  gateway,
}) => {
  const { accounts, bulk, bulks } = bank(context, gateway.url)
  const payable = (await accounts()).filter(
    (a) => a.state.state === 'ACTIVE' && ['Payroll', 'Operating'].includes(a.friendlyName),
  )
  const csv = makeBulkCsv(ROWS, payable)
  const total = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .reduce((sum, line) => sum + BigInt((line.split(',')[2] ?? '').replace('.', '')), 0n)

  const wizard = newBulkPage(page)
  await wizard.open()
  await wizard.choose(csv)
  // The template is known: no column has to be matched by hand.
  await expect(page.getByText('All 10,000 rows are ready.')).toBeVisible()
  await expectAccessible(page)
  await wizard.toReview.click()
  const cents = total.toString().padStart(3, '0')
  const written = `${BigInt(cents.slice(0, -2)).toLocaleString('en-GB')}.${cents.slice(-2)}`
  await expect(page.getByRole('table', { name: 'Totals by currency' })).toContainText(written)
  await expectAccessible(page)

  // A double click makes one bulk.
  await wizard.submit.dblclick()
  await page.waitForURL(/\/bulks\/\d+/)
  const bulkId = new URL(page.url()).pathname.split('/').pop() ?? ''
  const monitor = bulkMonitor(page)
  await monitor.says(/Submitted, not started\. 10,000 transfers wait/)
  expect(await bulks()).toHaveLength(1)
  await expectAccessible(page)

  await monitor.start.dblclick()
  await monitor.completed()
  expect(countOf(await bulk(bulkId), 'COMPLETED')).toBe(ROWS)
  const after = await accounts()
  const sum = (rows: typeof after) =>
    rows.filter((a) => a.currency === 'EUR').reduce((n, a) => n + a.balances.actualBalance, 0)
  expect(sum(after), 'own transfers move money and make none').toBe(209_000_000)
  await expectAccessible(page)
})

test('pause, resume and cancel; leaving, reloading and a second tab show the same truth', async ({
  page,
  context,
  gateway,
  sandbox,
}) => {
  await sandbox.bulkPace(150)
  const { accounts, bulk } = bank(context, gateway.url)
  const csv = makeBulkCsv(
    2_000,
    (await accounts()).filter((a) => ['Payroll', 'Operating'].includes(a.friendlyName)),
  )
  const wizard = newBulkPage(page)
  await wizard.open()
  await wizard.choose(csv)
  await wizard.toReview.click()
  const bulkId = await wizard.submitAndOpen()
  const monitor = bulkMonitor(page)
  await monitor.start.click()
  await monitor.settledAtLeast(1)

  const second = await context.newPage()
  await second.goto(`/bulks/${bulkId}`)
  const other = bulkMonitor(second)
  await other.settledAtLeast(1)

  await monitor.pause.click()
  await monitor.says(/Paused\./)
  await other.says(/Paused\./)
  // What the state does not allow says why.
  await expect(monitor.pause).toHaveAttribute('aria-disabled', 'true')
  await expect(monitor.pause).toHaveAccessibleDescription('Only a running bulk can be paused.')
  const held = await bulk(bulkId)
  expect(held.status).toBe('PAUSED')
  await expect.poll(other.settled).toBe(countOf(held, 'COMPLETED'))
  await expectAccessible(page)

  // Away and back, and a reload: the bank is the truth, not the tab.
  await page.getByRole('link', { name: 'Overview' }).first().click()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  await page.goto(`/bulks/${bulkId}`)
  await page.reload()
  await monitor.says(/Paused\./)
  expect(await monitor.settled()).toBe(countOf(held, 'COMPLETED'))

  await other.resume.click()
  await monitor.settledAtLeast(countOf(held, 'COMPLETED') + 1)
  await monitor.cancel.click()
  const dialog = page.getByRole('alertdialog', { name: 'Cancel this bulk?' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Cancel the bulk' }).click()
  await monitor.says(/Cancelled\./)
  await other.says(/Cancelled\./)
  const ended = await bulk(bulkId)
  expect(countOf(ended, 'COMPLETED') + countOf(ended, 'CANCELLED')).toBe(2_000)
  // Nothing is left to steer.
  await expect(monitor.pause.or(monitor.cancel)).toHaveCount(0)
})

test('failures by reason, and a failed row down to its request and response', async ({ page, context, gateway }) => {
  const { account, bulk } = bank(context, gateway.url)
  const [rich, poor] = [await account('Operating'), await account('Supplier float')]
  const header = 'source account,destination account,amount,currency,description,tag'
  // Supplier float holds 40,000.00: its second row cannot be paid.
  const csv = [
    header,
    `${poor.id},${rich.id},30000.00,EUR,First,a`,
    `${poor.id},${rich.id},30000.00,EUR,Second,b`,
    `${rich.id},${poor.id},10.00,EUR,Third,c`,
  ].join('\n')
  const wizard = newBulkPage(page)
  await wizard.open()
  await wizard.choose(csv)
  await wizard.toReview.click()
  await expect(page.getByText(/Supplier float has too little/)).toBeVisible()
  const bulkId = await wizard.submitAndOpen()
  const monitor = bulkMonitor(page)
  await monitor.start.click()
  await monitor.says(/2 transfers were carried out, one failed/)
  const failures = page.getByRole('table', { name: 'Why rows failed' })
  await expect(failures).toContainText('There was not enough available on the source account.')
  await failures.getByRole('link', { name: 'Row 2' }).click()
  const sheet = page.getByRole('dialog', { name: 'Row 2' })
  await expect(sheet).toContainText('"amount": 3000000')
  await expect(sheet).toContainText('FUNDS_INSUFFICIENT')
  await expectAccessible(page)
  expect((await bulk(bulkId)).status).toBe('PARTIALLY_COMPLETED')
})

test('told to stop at the first failure, it leaves the rest undone', async ({ page, context, gateway }) => {
  const { account, bulk } = bank(context, gateway.url)
  const [rich, poor] = [await account('Operating'), await account('Supplier float')]
  const row = (amount: string, text: string) => `${poor.id},${rich.id},${amount},EUR,${text},`
  const csv = [
    'source account,destination account,amount,currency,description,tag',
    row('1.00', 'one'),
    row('50000.00', 'two'),
    row('2.00', 'three'),
  ].join('\n')
  const wizard = newBulkPage(page)
  await wizard.open()
  await wizard.choose(csv)
  await wizard.toReview.click()
  const bulkId = await wizard.submitAndOpen()
  await page.getByRole('radio', { name: /Stop at the first failure/ }).check()
  await bulkMonitor(page).start.click()
  await bulkMonitor(page).says(/It was told to stop at the first failure, and did\./)
  const ended = await bulk(bulkId)
  expect([countOf(ended, 'COMPLETED'), countOf(ended, 'FAILED'), countOf(ended, 'CANCELLED')]).toEqual([1, 1, 1])
})
