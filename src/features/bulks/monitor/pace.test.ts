import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratePerMinute, roundUp, type Sample, timeLeft, withSample } from './pace'
import { sayDuration, sayTimeLeft } from './say-time'

const steady = (n: number, perSecond: number): Sample[] =>
  Array.from({ length: n }, (_, i) => ({ at: 1_000_000 + i * 1000, settled: i * perSecond }))

describe('withSample', () => {
  test('keeps a minute', () => {
    const kept = steady(100, 1).reduce<readonly Sample[]>((all, sample) => withSample(all, sample), [])
    expect(kept).toHaveLength(60)
    expect(kept.at(-1)?.settled).toBe(99)
  })
  test('begins anew when the count falls back, and takes no news from the past', () => {
    const some = steady(3, 5)
    expect(withSample(some, { at: 2_000_000, settled: 4 })).toEqual([{ at: 2_000_000, settled: 4 }])
    expect(withSample(some, { at: 1_000_000, settled: 50 })).toBe(some)
  })
})

describe('ratePerMinute', () => {
  test('is rows over time', () => {
    expect(ratePerMinute(steady(5, 10))).toBe(600)
    expect(ratePerMinute(steady(1, 10))).toBeUndefined()
    expect(ratePerMinute([])).toBeUndefined()
  })
})

describe('timeLeft', () => {
  test('says nothing before the third sample, when nothing is left, or when nothing moves', () => {
    expect(timeLeft(steady(2, 10), 100)).toBeUndefined()
    expect(timeLeft(steady(5, 10), 0)).toBeUndefined()
    expect(timeLeft(steady(5, 0), 100)).toBeUndefined()
  })
  test('a steady pace has a tenth of leeway on either side', () => {
    expect(timeLeft(steady(5, 10), 100)).toEqual({ low: 9_000, high: 11_000 })
  })
  test('a changing pace widens the range', () => {
    const slowing = [0, 100, 200, 250, 270].map((settled, i) => ({ at: i * 1000, settled }))
    const left = timeLeft(slowing, 1000)
    // The older half made 100 a second, the newer 35.
    expect(left?.low).toBeCloseTo(9_000)
    expect(left?.high).toBeCloseTo((1000 / 35) * 1100)
  })
  test('a pace that has stopped for now still has the old one to go by', () => {
    const stalled = [0, 100, 100, 100].map((settled, i) => ({ at: i * 1000, settled }))
    expect(timeLeft(stalled, 100)).toBeDefined()
  })
  test('low is never above high, and both are positive', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.nat(500)), { minLength: 3, maxLength: 30 })
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 10_000 }), (moves, remaining) => {
        let at = 0
        let settled = 0
        const samples = moves.map(([dt, rows]) => {
          at += dt
          settled += rows
          return { at, settled }
        })
        const left = timeLeft(samples, remaining)
        if (left) {
          expect(left.low).toBeGreaterThan(0)
          expect(left.high).toBeGreaterThanOrEqual(left.low)
          expect(Number.isFinite(left.high)).toBe(true)
        }
      }),
    )
  })
})

test.each([
  [1, 5_000],
  [5_001, 10_000],
  [61_000, 90_000],
  [601_000, 660_000],
])('%i ms is rounded up to %i', (ms, rounded) => {
  expect(roundUp(ms)).toBe(rounded)
})

test.each([
  [0, '0 seconds'],
  [1_000, '1 second'],
  [60_000, '1 minute'],
  [90_000, '1.5 minutes'],
  [630_000, '11 minutes'],
  [7_200_000, '2 hours'],
])('%i ms is said as %s', (ms, words) => {
  expect(sayDuration(ms)).toBe(words)
})

test('a range is said as a range, and as a limit when both ends would be the same', () => {
  expect(sayTimeLeft({ low: 31_000, high: 58_000 })).toBe('35 seconds to 1 minute')
  expect(sayTimeLeft({ low: 6_000, high: 9_000 })).toBe('up to 10 seconds')
  expect(sayTimeLeft({ low: 900, high: 12_000 })).toBe('up to 15 seconds')
})
