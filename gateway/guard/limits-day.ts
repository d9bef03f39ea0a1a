const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of an instant where `zone` is the hour, as in 2026-11-21; days of 23 and 25 hours are one day each. */
export function dayIn(zone: string, instant: number): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  formats.set(zone, format)
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day}`
}
