const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of an instant where `zone` is the hour, as in 2026-11-21; days of 23 and 25 hours are one day each. */
export function dayIn(zone: string, instant: number): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  formats.set(zone, format)
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day}`
}

const HOUR = 60 * 60_000

/** When the day of an instant began there. */
export function dayStart(zone: string, instant: number): number {
  const day = dayIn(zone, instant)
  // No day has more than 25 hours.
  let [before, since] = [instant - 26 * HOUR, instant]
  while (since - before > 1) {
    const between = Math.floor((before + since) / 2)
    if (dayIn(zone, between) === day) since = between
    else before = between
  }
  return since
}
