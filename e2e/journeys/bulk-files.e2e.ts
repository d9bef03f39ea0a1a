import { bulkCsvHeader, makeBulkCsv } from '../../bench/fixtures/bulk-csv'
import { expectAccessible } from '../fixtures/accessible'
import { bank } from '../fixtures/bank'
import { expect, test } from '../fixtures/test'
import { newBulkPage } from '../pages/new-bulk'

test.beforeEach(async ({ world, login }) => {
  await world('small-company')
  await login('root')
})

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

const refused: [name: string, content: string | Buffer, sentence: RegExp][] = [
  ['an empty file', '', /empty/i],
  ['a delimiter that is none of ours', 'source account~destination account~amount\n1~2~3', /separator|one column/i],
]
for (const [name, content, sentence] of refused) {
  test(`${name} is refused with a sentence of its own`, async ({ page }) => {
    const wizard = newBulkPage(page)
    await wizard.open()
    await wizard.choose(content)
    await expect(page.getByText('This file cannot be used')).toBeVisible()
    await expect(page.getByRole('main').getByText(sentence).first()).toBeVisible()
    await expectAccessible(page)
  })
}

test('of 10,001 rows one is too many, and 10,000 stay', async ({ page, context, gateway }) => {
  const accounts = (await bank(context, gateway.url).accounts()).filter((a) => a.state.state === 'ACTIVE')
  const wizard = newBulkPage(page)
  await wizard.open()
  await wizard.choose(makeBulkCsv(10_001, accounts))
  await expect(page.getByText(/10000 rows are ready|10,000 rows are ready/)).toBeVisible()
  await expect(wizard.toReview).toBeDisabled()
  // What has to be repaired is shown first.
  await expect(page.getByText(/A bulk takes 10,000 rows at most/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Set row 10002 aside' }).click()
  await wizard.toReview.click()
  await expect(wizard.submit).toHaveAccessibleName('Submit 10,000 transfers')
})

const readable: [name: string, file: (header: string, from: string, to: string) => string | Buffer][] = [
  [
    'semicolons with decimal commas',
    (head, from, to) => `${head.replaceAll(',', ';')}\n${from};${to};1234,50;EUR;Rent;`,
  ],
  ['quotes with a line break', (head, from, to) => `${head}\n${from},${to},1234.50,EUR,"Rent,\nfirst floor",`],
  ['a byte order mark', (head, from, to) => `\ufeff${head}\r\n${from},${to},1234.50,EUR,Rent,`],
  ['UTF-16', (head, from, to) => utf16(`${head}\r\n${from},${to},1234.50,EUR,Rent,`)],
  // 0xDC is Ü in Windows-1252 and no valid UTF-8; accounts may be given by name, descriptions may not hold it.
  ['Windows-1252', (head, from, to) => Buffer.from(`${head},\xdcbung\r\n${from},${to},1234.50,EUR,Rent,,x`, 'latin1')],
]
for (const [name, file] of readable) {
  test(`${name}: read as meant`, async ({ page, context, gateway }) => {
    const { account } = bank(context, gateway.url)
    const wizard = newBulkPage(page)
    await wizard.open()
    await wizard.choose(file(bulkCsvHeader, (await account('Payroll')).id, (await account('Operating')).id))
    if (name === 'Windows-1252') {
      // A header that the template does not have: the columns are shown, with the letter read right.
      await expect(page.getByText('Übung').first()).toBeVisible()
      await page.getByRole('button', { name: 'Continue', exact: true }).click()
    }
    await wizard.toReview.click()
    await expect(page.getByRole('table', { name: 'Totals by currency' })).toContainText('1,234.50')
  })
}

test('each wrong cell has its sentence; it is repaired in place or set aside, and the rest of the file stays', async ({
  page,
  context,
  gateway,
}) => {
  const { account, bulks } = bank(context, gateway.url)
  const [from, to, blocked] = [await account('Payroll'), await account('Operating'), await account('Closed project')]
  const row = (amount: string, source = from.id, destination = to.id) =>
    `${source},${destination},${amount},EUR,x${amount},`
  const csv = [
    bulkCsvHeader,
    row('10.00'),
    row('1e3'),
    row('0x10'),
    row('-5'),
    row('"1,000"'),
    row('12.345'),
    row('7.00', '999999999999999999'),
    row('8.00', blocked.id),
    row('9.00', from.id, from.id),
  ].join('\n')
  const wizard = newBulkPage(page)
  await wizard.open()
  await wizard.choose(csv)
  await expect(page.getByText(/1 row is ready, 8 have to be repaired or set aside/)).toBeVisible()
  const grid = page
    .getByRole('table', { name: /Rows of the file/ })
    .or(page.getByRole('grid', { name: /Rows of the file/ }))
  for (const sentence of [
    '“1e3” is written as a power of ten.',
    '“0x10” is a hexadecimal number.',
    '“-5” is negative.',
    '“1,000” has a thousands separator',
    '“12.345” has more decimals than EUR has.',
    'No account of yours has the id 999999999999999999.',
    '“Closed project” is blocked',
    'Source and destination are the same account, “Payroll”.',
  ]) {
    await expect(grid.getByText(sentence).first(), sentence).toBeVisible()
  }
  await expectAccessible(page)

  // Row 1 is the header, so the second payment stands in row 3, as in a spreadsheet.
  await wizard.cell('Amount', 3).fill('1000.00')
  await wizard.cell('Amount', 3).press('Enter')
  await expect(page.getByText(/2 rows are ready, 7 have to be repaired or set aside/)).toBeVisible()
  // What is typed survives a reload.
  await page.reload()
  await expect(page.getByText(/2 rows are ready, 7 have to be repaired or set aside/)).toBeVisible()
  for (const number of [4, 5, 6, 7, 8, 9, 10]) {
    const aside = page.getByRole('button', { name: `Set row ${number} aside` })
    await aside.click()
    // The rows below move up: whoever aims at the next one before they have would hit its neighbour.
    await expect(aside).toBeHidden()
  }
  await wizard.toReview.click()
  await expect(page.getByRole('table', { name: 'Totals by currency' })).toContainText('1,010.00')
  await wizard.submitAndOpen()
  expect(await bulks()).toHaveLength(1)
})

test('unknown headers are matched by hand; a duplicated column is refused with its reason', async ({
  page,
  context,
  gateway,
}) => {
  const { account } = bank(context, gateway.url)
  const [from, to] = [await account('Payroll'), await account('Operating')]
  const wizard = newBulkPage(page)
  await wizard.open()
  await wizard.choose(`A,B,amount,amount,currency\n${from.id},${to.id},5.00,6.00,EUR`)
  await expect(page.getByText(/stands twice/).first()).toBeVisible()
  await expectAccessible(page)
  const holds = (column: string) => page.getByRole('combobox', { name: new RegExp(`^Column ${column}, .*Holds$`) })
  await holds('A').selectOption('source')
  await holds('B').selectOption('destination')
  await holds('C').selectOption('amount')
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await wizard.toReview.click()
  await expect(page.getByRole('table', { name: 'Totals by currency' })).toContainText('5.00')
})
