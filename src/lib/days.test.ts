import { expect, test } from 'vitest'
import { addDay, startOfDay } from './days'

test('a day begins at midnight of its zone', () => {
  expect(startOfDay('2026-11-20', 'Europe/Malta')).toBe(Date.UTC(2026, 10, 19, 23))
  expect(startOfDay('2026-07-01', 'America/New_York')).toBe(Date.UTC(2026, 6, 1, 4))
})

test('a day whose midnight does not exist begins at one', () => {
  // In Beirut the clocks of 2026-03-29 jump from 00:00 to 01:00.
  expect(startOfDay('2026-03-29', 'Asia/Beirut')).toBe(Date.UTC(2026, 2, 28, 22))
})

test('the next day crosses months and leap years', () => {
  expect(addDay('2026-12-31')).toBe('2027-01-01')
  expect(addDay('2028-02-28')).toBe('2028-02-29')
})
