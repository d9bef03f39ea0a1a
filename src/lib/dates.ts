/** Instants are epoch milliseconds; what a person sees or types is always in a named zone. */

/** The zone of the person's machine, as the tz database names it. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const formatters = new Map<string, Intl.DateTimeFormat>()

const formatter = (zone: string, kind: keyof typeof kinds): Intl.DateTimeFormat => {
  const key = `${zone} ${kind}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...kinds[kind] })
  formatters.set(key, made)
  return made
}

const day = { day: '2-digit', month: 'short', year: 'numeric' } as const
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const kinds = {
  date: day,
  time: clock,
  dateTime: { ...day, ...clock },
  exact: { ...day, ...clock, second: '2-digit', timeZoneName: 'longOffset' },
  zoneName: { timeZoneName: 'long' },
  parts: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** `20 Nov 2026` */
export const formatDate = (at: number, zone = localZone()): string => formatter(zone, 'date').format(at)
/** `14:05` */
export const formatTime = (at: number, zone = localZone()): string => formatter(zone, 'time').format(at)
/** `20 Nov 2026, 14:05` */
export const formatDateTime = (at: number, zone = localZone()): string => formatter(zone, 'dateTime').format(at)
/** With seconds and the offset from UTC: what a person quotes to support. */
export const formatExact = (at: number, zone = localZone()): string => formatter(zone, 'exact').format(at)

/** The zone in words at that instant, as in `Central European Summer Time`. */
export const zoneName = (at: number, zone = localZone()): string =>
  formatter(zone, 'zoneName')
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value ?? zone

type Fields = { year: string; month: string; day: string; hour: string; minute: string; second: string }

const fieldsIn = (at: number, zone: string): Fields => {
  const fields: Fields = { year: '0', month: '01', day: '01', hour: '00', minute: '00', second: '00' }
  for (const { type, value } of formatter(zone, 'parts').formatToParts(at)) {
    if (type in fields) fields[type as keyof Fields] = value
  }
  return fields
}

/** The text of `<input type="datetime-local">` for an instant. */
export const toLocalText = (at: number, zone = localZone()): string => {
  const { year, month, day: date, hour, minute } = fieldsIn(at, zone)
  return `${year.padStart(4, '0')}-${month}-${date}T${hour}:${minute}`
}

/** How far the zone's clock is ahead of UTC at an instant. */
const offsetAt = (at: number, zone: string): number => {
  const { year, month, day: date, hour, minute, second } = fieldsIn(at, zone)
  return Date.UTC(+year, +month - 1, +date, +hour, +minute, +second) - Math.floor(at / 1000) * 1000
}

/**
 * The instant that a typed local time names, or undefined when the text is no time or the clocks jump over it.
 * A time that happens twice, when the clocks go back, is the earlier of the two.
 */
export const fromLocalText = (text: string, zone = localZone()): number | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (!match) return undefined
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => +(part ?? 0))
  const asUtc = Date.UTC(year, month - 1, date, hour, minute, second)
  const aDay = 86_400_000
  const candidates = [offsetAt(asUtc - aDay, zone), offsetAt(asUtc + aDay, zone)].map((offset) => asUtc - offset)
  const wanted = text.slice(0, 16)
  return candidates.sort((a, b) => a - b).find((at) => toLocalText(at, zone) === wanted)
}
