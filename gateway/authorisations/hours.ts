import type { Hours } from '../../contract/console/authorisation-rules'

const MINUTES = 24 * 60
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Whether a moment lies within days and hours, as a clock in their zone shows it. */
export function within({ zone, days, from, to }: Hours): (at: number) => boolean {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const start = from === undefined ? 0 : minutesOf(from)
  const end = to === undefined ? MINUTES : minutesOf(to)
  return (at) => {
    const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]))
    const day = weekdays.indexOf(parts.get('weekday') ?? '') + 1
    if (days && !days.includes(day)) return false
    const now = minutesOf(`${parts.get('hour')}:${parts.get('minute')}`)
    return start < end ? now >= start && now < end : now >= start || now < end
  }
}

function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':')
  return Number(hours) * 60 + Number(minutes)
}
