import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CalendarDate } from '#contract/people'
import { type DateProblem, dateText, formatCalendarDate, readCalendarDate, readDateOfBirth } from './calendar-date'

const text = (day: string, month: string, year: string) => ({ day, month, year })
const now = new Date(2026, 10, 21, 12).getTime()

describe('a typed date', () => {
  it.each<[string, string, string, DateProblem]>([
    ['', '', '', 'EMPTY'],
    ['', '2', '1990', 'NO_DAY'],
    ['1', '', '1990', 'NO_MONTH'],
    ['1', '2', '', 'NO_YEAR'],
    ['30', '2', '1990', 'NO_SUCH_DAY'],
    ['29', '2', '1990', 'NO_SUCH_DAY'],
    ['29', '2', '1900', 'NO_SUCH_DAY'],
    ['31', '4', '1990', 'NO_SUCH_DAY'],
    ['32', '1', '1990', 'DAY_RANGE'],
    ['0', '1', '1990', 'DAY_RANGE'],
    ['1', '13', '1990', 'MONTH_RANGE'],
    ['1', 'Feb', '1990', 'MONTH_RANGE'],
    ['1', '2', '90', 'SHORT_YEAR'],
    ['1', '2', '1899', 'YEAR_RANGE'],
    ['-1', '2', '1990', 'DAY_RANGE'],
    ['1.5', '2', '1990', 'DAY_RANGE'],
    ['1e1', '2', '1990', 'DAY_RANGE'],
  ])('%s.%s.%s is %s', (day, month, year, problem) => {
    expect(readCalendarDate(text(day, month, year))).toMatchObject({ ok: false, problem })
  })

  it('knows leap years', () => {
    expect(readCalendarDate(text('29', '02', '2000'))).toEqual({ ok: true, date: { year: 2000, month: 2, day: 29 } })
  })

  it('is a day of the calendar and fits the contract, or is refused', () => {
    const day = fc.integer({ min: -2, max: 40 }).map(String)
    const month = fc.integer({ min: -2, max: 15 }).map(String)
    const year = fc.integer({ min: 1890, max: 2110 }).map(String)
    fc.assert(
      fc.property(day, month, year, (d, m, y) => {
        const read = readCalendarDate(text(d, m, y))
        const at = new Date(Date.UTC(+y, +m - 1, +d))
        const real = at.getUTCFullYear() === +y && at.getUTCMonth() === +m - 1 && at.getUTCDate() === +d
        expect(read.ok).toBe(real && +y >= 1900 && +y <= 2100)
        if (!read.ok) return
        expect(CalendarDate.parse(read.date)).toEqual(read.date)
        expect(readCalendarDate(dateText(read.date))).toEqual(read)
      }),
    )
  })
})

describe('a date of birth', () => {
  it.each<[string, string, string, DateProblem | undefined]>([
    ['21', '11', '2008', undefined],
    ['22', '11', '2008', 'UNDER_AGE'],
    ['21', '11', '2026', 'UNDER_AGE'],
    ['22', '11', '2026', 'FUTURE'],
    ['30', '2', '1990', 'NO_SUCH_DAY'],
  ])('%s.%s.%s on 21 November 2026', (day, month, year, problem) => {
    const read = readDateOfBirth(text(day, month, year), now)
    expect(read.ok ? undefined : read.problem).toBe(problem)
  })

  it('is written in words', () => expect(formatCalendarDate({ year: 1984, month: 3, day: 7 })).toBe('7 March 1984'))
})
