import { t } from '../text'
import { roundUp, type TimeLeft } from './pace'

/** A duration in its largest fitting unit; halves only of minutes. */
export function sayDuration(ms: number): string {
  if (ms < 60_000) return t('seconds', { n: Math.max(0, Math.round(ms / 1000)) })
  if (ms >= 7_200_000) return t('hours', { n: Math.round(ms / 3_600_000) })
  const halves = Math.round(ms / 30_000)
  return halves % 2 === 1 && ms < 600_000
    ? t('halfMinutes', { n: `${halves / 2}` })
    : t('minutes', { n: Math.round(halves / 2) })
}

/** `40 seconds to 1 minute`, or `up to 5 seconds` where the range would say the same twice. */
export function sayTimeLeft({ low, high }: TimeLeft): string {
  const from = sayDuration(roundUp(low))
  const to = sayDuration(roundUp(high))
  return from === to || low < 5_000 ? t('upTo', { high: to }) : t('range', { low: from, high: to })
}
