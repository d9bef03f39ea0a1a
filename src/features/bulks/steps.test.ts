import { describe, expect, test } from 'vitest'
import type { OpenedFile, Summary } from './import/protocol'
import { newBulkSearch } from './search'
import { furthestStep, stepAfterOpening, stepToShow } from './steps'

const file: OpenedFile = {
  name: 'a.csv',
  encoding: 'utf-8',
  delimiter: ',',
  rows: 2,
  columns: [],
  mapping: { source: 0, destination: 1, amount: 2, currency: 3 },
  known: true,
  decimalMark: '.',
  askDecimalMark: false,
  doubtfulAmounts: [],
  readInMs: 1,
}
const summary = (change: Partial<Summary> = {}): Summary => ({
  version: 1,
  rows: 2,
  included: 2,
  aside: 0,
  sound: 2,
  errorRows: 0,
  warningRows: 0,
  causes: [],
  totals: { rows: 2, currencies: [], sources: [] },
  shortfalls: [],
  walkAfter: [],
  shown: 2,
  checkedInMs: 1,
  ...change,
})

describe('furthestStep', () => {
  test.each([
    [undefined, 'file'],
    [{ file: { ...file, mapping: { source: 0 } }, summary: summary() }, 'columns'],
    [{ file: { ...file, askDecimalMark: true }, summary: summary() }, 'columns'],
    [{ file, summary: summary({ errorRows: 1 }) }, 'check'],
    [{ file, summary: summary({ included: 0, aside: 2 }) }, 'check'],
    [{ file, summary: summary({ warningRows: 2 }) }, 'review'],
    [{ file, summary: summary() }, 'review'],
  ] as const)('case %#: %s', (work, step) => {
    expect(furthestStep(work)).toBe(step)
  })
})

test('no address skips a check, and any done step can be gone back to', () => {
  const bad = { file, summary: summary({ errorRows: 1 }) }
  expect(stepToShow('review', bad).id).toBe('check')
  expect(stepToShow('columns', bad).id).toBe('columns')
  expect(stepToShow('review', undefined)).toEqual({ id: 'file' })
  expect(stepToShow(undefined, bad).id).toBe('check')
  expect(stepToShow('file', bad)).toEqual({ id: 'file' })
})

test('a known file goes straight to its check, another to its columns', () => {
  expect(stepAfterOpening(file)).toBe('check')
  expect(stepAfterOpening({ ...file, known: false })).toBe('columns')
})

test('an address with a step that does not exist says nothing', () => {
  expect(newBulkSearch({ step: 'payout' })).toEqual({})
  expect(newBulkSearch({ step: 'review', more: 1 })).toEqual({ step: 'review' })
})
