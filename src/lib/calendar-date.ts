import type { CalendarDate } from '#contract/people'

/** A day as it is typed into three fields. */
export type DateText = { year: string; month: string; day: string }
export type DatePart = keyof DateText

export const noDate: DateText = { year: '', month: '', day: '' }

export type DateProblem =
  | 'EMPTY'
  | 'NO_DAY'
  | 'NO_MONTH'
  | 'NO_YEAR'
  | 'DAY_RANGE'
  | 'MONTH_RANGE'
  | 'SHORT_YEAR'
  | 'YEAR_RANGE'
  | 'NO_SUCH_DAY'
  | 'FUTURE'
  | 'UNDER_AGE'

export type ReadDate = { ok: true; date: CalendarDate } | { ok: false; problem: DateProblem; part: DatePart }

const no = (problem: DateProblem, part: DatePart): ReadDate => ({ ok: false, problem, part })

/** How many days a month has. Not by `Date`, which takes the years before 100 for others. */
export const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const figure = (text: string): number | undefined => (/^\d{1,4}$/.test(text) ? Number(text) : undefined)

/** The day that was typed, or what is wrong with which part of it. */
export function readCalendarDate(text: DateText): ReadDate {
  const [day, month, year] = [text.day.trim(), text.month.trim(), text.year.trim()]
  if (!day && !month && !year) return no('EMPTY', 'day')
  if (!day) return no('NO_DAY', 'day')
  if (!month) return no('NO_MONTH', 'month')
  if (!year) return no('NO_YEAR', 'year')
  const date = { year: figure(year) ?? 0, month: figure(month) ?? 0, day: figure(day) ?? 0 }
  if (date.day < 1 || date.day > 31) return no('DAY_RANGE', 'day')
  if (date.month < 1 || date.month > 12) return no('MONTH_RANGE', 'month')
  if (!/^\d{4}$/.test(year)) return no('SHORT_YEAR', 'year')
  if (date.year < 1900 || date.year > 2100) return no('YEAR_RANGE', 'year')
  if (date.day > daysIn(date.year, date.month)) return no('NO_SUCH_DAY', 'day')
  return { ok: true, date }
}

/** A day as one figure, so that days compare: 19990131. */
const ordinal = ({ year, month, day }: CalendarDate): number => (year * 100 + month) * 100 + day

/** The calendar's today where this machine is. */
export const today = (now = Date.now()): CalendarDate => {
  const at = new Date(now)
  return { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() }
}

/** From this age on somebody may act for themselves and for a company. */
export const fullAge = 18

/** A date of birth: in the past, and long enough ago. Who was born on 29 February is of age on 1 March. */
export function readDateOfBirth(text: DateText, now = Date.now()): ReadDate {
  const read = readCalendarDate(text)
  if (!read.ok) return read
  const present = today(now)
  if (ordinal(read.date) > ordinal(present)) return no('FUTURE', 'year')
  if (ordinal({ ...read.date, year: read.date.year + fullAge }) > ordinal(present)) return no('UNDER_AGE', 'year')
  return read
}

/** A known day as text, for a form that begins with it. */
export const dateText = (date: CalendarDate | undefined): DateText =>
  date ? { year: String(date.year), month: String(date.month), day: String(date.day) } : noDate

/** `7 March 1984` */
export const formatCalendarDate = ({ year, month, day }: CalendarDate): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  )
