import type { DateProblem } from '@/lib/calendar-date'
import { catalogue } from '@/lib/text'

const t = catalogue('date', {
  EMPTY: 'Enter the date of birth.',
  NO_DAY: 'Enter the day.',
  NO_MONTH: 'Enter the month, as a number from 1 to 12.',
  NO_YEAR: 'Enter the year.',
  DAY_RANGE: 'The day is a number from 1 to 31.',
  MONTH_RANGE: 'The month is a number from 1 to 12.',
  SHORT_YEAR: 'Write the year with four digits, as in 1984.',
  YEAR_RANGE: 'The year must be 1900 or later.',
  NO_SUCH_DAY: 'This month does not have so many days. Check day and month.',
  FUTURE: 'This date lies in the future. Check the year.',
  UNDER_AGE: 'Only somebody who is 18 or older can do this.',
})

/** Why a date is refused, for a form's resolver as well as for the field itself. */
export const dateRefusalText = (problem: DateProblem): string => t(problem)
