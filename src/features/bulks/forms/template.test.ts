import { expect, test } from 'vitest'
import { readTable } from '@/lib/csv/read-table'
import { matchColumns } from './match-columns'
import { templateCsv } from './template'
import { testAccounts } from './test-accounts'

test('the template is known, names live accounts and pays nothing as it is', () => {
  const read = readTable(templateCsv(testAccounts).slice(1), { maxRows: 10 })
  expect(read.ok && matchColumns(read.table.header).known).toBe(true)
  expect(read.ok && read.table.rows).toEqual([
    ['Operating', 'Payroll', '', 'EUR', '', '', ''],
    ['UK operating', 'UK reserve', '', 'GBP', '', '', ''],
  ])
})

test('accounts of one name are written by their ids', () => {
  const twins = testAccounts.filter((account) => account.name === 'Twin')
  expect(templateCsv(twins)).toContain('107,108,,EUR')
})
