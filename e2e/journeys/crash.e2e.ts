import { makeBulkCsv } from '../../bench/fixtures/bulk-csv'
import { bank, countOf } from '../fixtures/bank'
import { expect, test } from '../fixtures/test'
import { bulkMonitor } from '../pages/bulk-monitor'
import { newBulkPage } from '../pages/new-bulk'

test('the process is killed in the middle of a bulk: nothing is lost, nobody is paid twice, the page goes on', async ({
  page,
  context,
  gateway,
  sandbox,
  world,
  login,
  complaints,
}) => {
  await world('small-company')
  await login('root')
  await sandbox.bulkPace(400)
  const { accounts, account, bulk, transferCount } = bank(context, gateway.url)
  const before = await account('Payroll')
  const transfersBefore = await transferCount()
  const pair = (await accounts()).filter((a) => ['Payroll', 'Operating'].includes(a.friendlyName))
  // All from Payroll to Operating: what leaves one is what each row says.
  const csv = makeBulkCsv(2_000, pair)
    .split('\r\n')
    .map((line) => line.replace(/^(\d+),(\d+),/, `${before.id},${pair.find((a) => a.id !== before.id)?.id},`))
    .join('\r\n')
  const cents = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .reduce((sum, line) => sum + Number((line.split(',')[2] ?? '').replace('.', '')), 0)

  const wizard = newBulkPage(page)
  await wizard.open()
  await wizard.choose(csv)
  await wizard.toReview.click()
  const bulkId = await wizard.submitAndOpen()
  const monitor = bulkMonitor(page)
  await monitor.start.click()
  await monitor.settledAtLeast(100)

  await gateway.crashAndRestart()
  expect((await bulk(bulkId)).status).toBe('RUNNING')
  await sandbox.bulkPace(null)
  // The page that stayed open finds its stream again by itself.
  await monitor.completed()
  expect(countOf(await bulk(bulkId), 'COMPLETED')).toBe(2_000)
  expect((await account('Payroll')).balances.actualBalance).toBe(before.balances.actualBalance - cents)
  expect(await transferCount()).toBe(transfersBefore + 2_000)
  // While nobody answered, the browser said so; that is all it may have to complain about.
  const unexpected = complaints.filter((text) => !/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY/.test(text))
  complaints.length = 0
  expect(unexpected).toEqual([])
})
