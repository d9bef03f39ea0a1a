import { fromLocalText } from './dates'

/** Calendar days are text, `2026-03-14`: a day has no instant until a zone is named. */

/** The instant at which the day begins in the zone. */
export function startOfDay(day: string, zone: string): number {
  // Where the clocks jump over midnight the day begins an hour later.
  const at = fromLocalText(`${day}T00:00`, zone) ?? fromLocalText(`${day}T01:00`, zone)
  return at ?? Date.parse(`${day}T00:00:00Z`)
}

/** The day after. */
export function addDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
