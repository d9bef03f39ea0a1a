import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { matchColumns } from '../forms/match-columns'
import type { OpenedFile } from '../import/protocol'
import { ColumnsStep } from './columns-step'

afterEach(cleanup)

const fileWith = (header: string[], change: Partial<OpenedFile> = {}): OpenedFile => {
  const match = matchColumns(header)
  return {
    name: 'a.csv',
    encoding: 'utf-8',
    delimiter: ',',
    rows: 2,
    columns: match.columns.map((column) => ({ ...column, samples: ['1', '2', '3'] })),
    mapping: match.mapping,
    known: match.known,
    decimalMark: '.',
    askDecimalMark: false,
    doubtfulAmounts: [],
    readInMs: 1,
    ...change,
  }
}
const show = (file: OpenedFile) => {
  const on = { onMapping: vi.fn(), onMark: vi.fn(), onContinue: vi.fn() }
  render(<ColumnsStep file={file} {...on} />)
  return on
}
const option = (select: HTMLElement, name: RegExp) => within(select).getByRole<HTMLOptionElement>('option', { name })

test('what is missing stands on top, and nothing goes on without it', () => {
  show(fileWith(['from', 'to', 'worth', 'currency']))
  expect(screen.getByText('Not found yet: Amount')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Continue' }).disabled).toBe(true)
})

test('a field that another column has cannot be taken, and says who has it', () => {
  show(fileWith(['from', 'to', 'worth', 'currency']))
  const select = screen.getByRole('combobox', { name: /Column C, worth/ })
  expect(option(select, /^Currency \(column D has it\)$/).disabled).toBe(true)
  expect(option(select, /^Amount/).disabled).toBe(false)
})

test('a header that stands twice is told at both places', () => {
  show(fileWith(['from', 'to', 'amount', 'currency', 'amount']))
  expect(screen.getByText(/stands twice, here and in column E/)).toBeTruthy()
  expect(screen.getByText(/stands twice, here and in column C/)).toBeTruthy()
})

test('amounts that can be read both ways are asked about with their own figures', () => {
  const { onMark } = show(
    fileWith(['from', 'to', 'amount', 'currency'], { askDecimalMark: true, doubtfulAmounts: ['1,500'] }),
  )
  expect(screen.getByText('1,500 is 1500')).toBeTruthy()
  expect(screen.getByText('1,500 is 1.500')).toBeTruthy()
  screen.getByRole('radio', { name: /A point separates/ }).click()
  expect(onMark).toHaveBeenCalledWith('.')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Continue' }).disabled).toBe(true)
})
