import { expect, test } from 'vitest'
import { detectDecimalMark } from './decimal-mark'

test.each([
  [['10.00', '5'], ',', '.', true],
  [['10,00', '5,5'], ';', ',', true],
  [['10,00'], ',', ',', true],
  [['1.234,50'], ';', ',', true],
  [['1,234.50'], ',', '.', true],
  // Three digits after the mark: a thousand or thousandths?
  [['1,000', '2,500'], ';', ',', false],
  [['1.000'], ';', '.', false],
  // A comma inside a comma-separated file had to be quoted on purpose: a thousand, refused row by row.
  [['1,000', '7'], ',', '.', true],
  [['10.50', '10,50'], ';', '.', false],
  // One slip among many is shown as a slip.
  [[...Array.from({ length: 20 }, () => '3.50'), '4,50'], ',', '.', true],
  [['5', 'abc', ''], ';', '.', true],
] as const)('%j in a file cut by %j: %j, sure: %j', (amounts, delimiter, mark, sure) => {
  expect(detectDecimalMark(amounts, delimiter)).toEqual({ mark, sure })
})
