import { describe, expect, test } from 'vitest'
import { dayIn, dayStart } from './limits-day'

const HOUR = 60 * 60_000

describe('the day of an instant', () => {
  test('is the day where the limits are', () => {
    const late = Date.UTC(2026, 10, 21, 23, 30)
    expect(dayIn('UTC', late)).toBe('2026-11-21')
    expect(dayIn('Europe/Malta', late)).toBe('2026-11-22')
    expect(dayIn('America/Los_Angeles', late)).toBe('2026-11-21')
    expect(dayIn('Pacific/Kiritimati', Date.UTC(2026, 11, 31, 10))).toBe('2027-01-01')
  })
  test('has 25 hours when the clock goes back, and 23 when it goes forward', () => {
    const hoursOf = (day: string, from: number) =>
      Array.from({ length: 72 }, (_, hour) => dayIn('Europe/Malta', from + hour * HOUR)).filter((one) => one === day)
        .length
    expect(hoursOf('2026-10-25', Date.UTC(2026, 9, 24))).toBe(25)
    expect(hoursOf('2026-03-29', Date.UTC(2026, 2, 28))).toBe(23)
    expect(hoursOf('2026-11-21', Date.UTC(2026, 10, 20))).toBe(24)
  })
  test('begins at midnight there, also on days of other lengths', () => {
    for (const [now, start] of [
      [Date.UTC(2026, 9, 25, 22, 59), Date.UTC(2026, 9, 24, 22)],
      [Date.UTC(2026, 2, 29, 21, 59), Date.UTC(2026, 2, 28, 23)],
      [Date.UTC(2026, 10, 20, 23), Date.UTC(2026, 10, 20, 23)],
    ] as const)
      expect(dayStart('Europe/Malta', now)).toBe(start)
    expect(dayStart('UTC', Date.UTC(2026, 10, 21, 23, 59))).toBe(Date.UTC(2026, 10, 21))
  })
})
