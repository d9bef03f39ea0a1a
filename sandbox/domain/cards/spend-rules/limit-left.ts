import type { SpendLimit } from '../../../../contract/spend-rules'
import { nextPeriod, periodStart } from './periods'

/** What was spent at an instant, in minor units of the limit's currency. */
export type Spend = { at: number; amount: number }

/**
 * What is left of a limit in the period that `now` lies in; below zero when more was taken than it allows. Only spending
 * from `startTimestamp` on counts. With `rolloverNegative`, what earlier periods overspent counts too, until later
 * periods have made up for it.
 */
export function limitLeft(limit: SpendLimit, spends: readonly Spend[], now: number, rolloverNegative: boolean): number {
  const { interval, startTimestamp = 0, value } = limit
  const counted = spends.filter(({ at }) => at >= startTimestamp)
  const begin = periodStart(interval, now)
  const left = value.amount - sum(counted.filter(({ at }) => at >= begin))
  if (!rolloverNegative || interval === 'ALWAYS' || counted.length === 0) return left

  let debt = 0
  let start = periodStart(interval, Math.min(...counted.map(({ at }) => at)))
  while (start < begin) {
    const end = nextPeriod(interval, start)
    const spent = sum(counted.filter(({ at }) => at >= start && at < end))
    debt = Math.max(0, debt + spent - value.amount)
    start = end
  }
  return left - debt
}

const sum = (spends: readonly Spend[]) => spends.reduce((total, { amount }) => total + amount, 0)
