/** How many stand side by side; more than that nobody reads in a second. */
export const placeCount = 3

export type Places = readonly (string | undefined)[]
export const noPlaces: Places = Array.from({ length: placeCount }, () => undefined)

/**
 * Gives what waits a place, and lets it keep it: nothing moves under a finger. A place is given away once its own is over
 * and nobody is at it; an empty one is taken first. What finds none waits without.
 */
export function place(places: Places, waiting: readonly string[], held: number | undefined): Places {
  const left = waiting.filter((id) => !places.includes(id))
  if (left.length === 0) return places
  const next = [...places]
  const fill = (isFree: (at: number) => boolean) => {
    for (let at = 0; at < next.length && left.length > 0; at++) if (isFree(at)) next[at] = left.shift()
  }
  fill((at) => next[at] === undefined && at !== held)
  fill((at) => !waiting.includes(next[at] ?? '') && at !== held)
  return next
}

/** Which one the keys are for: the one they were for while it waits, then the one with the least time. */
export const markedOf = (former: string | undefined, inPlaces: readonly string[]): string | undefined =>
  former !== undefined && inPlaces.includes(former) ? former : inPlaces[0]
