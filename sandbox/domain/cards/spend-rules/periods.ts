import type { SpendLimitInterval } from '../../../../contract/spend-rules'

const DAY_MS = 24 * 60 * 60_000

/** When the period began in which an instant lies; ALWAYS has none before it. In UTC. */
export function periodStart(interval: SpendLimitInterval, instant: number): number {
  const date = new Date(instant)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  switch (interval) {
    case 'DAILY':
      return Date.UTC(year, month, day)
    case 'WEEKLY':
      // Sunday is 0 and ends a week.
      return Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7))
    case 'MONTHLY':
      return Date.UTC(year, month)
    case 'QUARTERLY':
      return Date.UTC(year, month - (month % 3))
    case 'YEARLY':
      return Date.UTC(year, 0)
    case 'ALWAYS':
      return 0
    default: {
      const never: never = interval
      return never
    }
  }
}

/** When the next period begins. No period is longer than 366 days, and none but a day is shorter than 28. */
export function nextPeriod(interval: Exclude<SpendLimitInterval, 'ALWAYS'>, start: number): number {
  const within = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, QUARTERLY: 92, YEARLY: 366 }[interval]
  // A period of the greatest length later it is the next one's turn, even where the present one is shorter.
  return periodStart(interval, start + within * DAY_MS)
}

/** The day an instant lies in, counted from the epoch. */
export const dayOf = (instant: number): number => Math.floor(instant / DAY_MS)
export const startOfDay = (day: number): number => day * DAY_MS
