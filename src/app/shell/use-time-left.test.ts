import { expect, it } from 'vitest'
import { leftOf } from './use-time-left'

it.each([
  [300_000, 'minutes', 5],
  [299_999, 'minutes', 5],
  [60_001, 'minutes', 2],
  [60_000, 'seconds', 60],
  [59_001, 'seconds', 60],
  [500, 'seconds', 1],
  [0, 'seconds', 0],
] as const)('%i ms is said as %s %i', (ms, unit, value) => {
  expect(leftOf(ms)).toEqual({ unit, value })
})
