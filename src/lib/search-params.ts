/*
 * Pieces of what an address may say behind its question mark. A wrong value never breaks a page: it is dropped and the
 * page shows what it shows without. The router reads `?x=12` as a number, so text and ids have to come back to text here.
 *
 * No schema library: the router keeps every route's search in the first script that is loaded, and zod (even its small
 * form, since it shares its core with the large one) would add an eighth to the sign-in page. For the same reason what a
 * page asks of the API for its search stands in a file of its own (`query.ts`), which comes with the page.
 */

/** Reads one parameter; `undefined` drops it. */
export type Param<T> = (value: unknown) => T | undefined

/** What a search function answers: all of it optional. */
export type SearchOf<S extends (search: Record<string, unknown>) => unknown> = ReturnType<S>

type Found<P extends Record<string, Param<unknown>>> = {
  [K in keyof P]?: Exclude<ReturnType<P[K]>, undefined> | undefined
}

/** The `validateSearch` of a route: known parameters that make sense, and nothing else. */
export const searchParams =
  <const P extends Record<string, Param<unknown>>>(params: P) =>
  (search: Record<string, unknown>): Found<P> => {
    const found: Record<string, unknown> = {}
    for (const [name, read] of Object.entries(params)) {
      const value = read(search[name])
      if (value !== undefined) found[name] = value
    }
    return found as Found<P>
  }

/** Free text. A number that somebody typed by hand is the text they typed. */
export const textParam: Param<string> = (value) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) || undefined : undefined

/** Text of a fixed form. */
export const patternParam =
  (pattern: RegExp): Param<string> =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : undefined

const digits = patternParam(/^\d+$/)

/**
 * An id. The router writes ids in quotes, so they survive; one that was read as a number beyond 2^53 has lost digits and
 * is dropped: no id is better than somebody else's.
 */
export const idParam: Param<string> = (value) => digits(Number.isSafeInteger(value) ? String(value) : value)

/** A position, counted from 0. */
export const indexParam: Param<number> = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined

/** Rows skipped by paging; absent on the first page so that its address stays short. */
export const offsetParam: Param<number> = (value) => indexParam(value) || undefined

/** One of a closed list. */
export const choiceParam =
  <const T extends readonly string[]>(choices: T): Param<T[number]> =>
  (value) =>
    choices.find((choice) => choice === value)

export const flagParam: Param<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

/** A calendar day as `2026-03-14`; the page turns it into an instant in its zone. */
export const dayParam: Param<string> = (value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const day = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value) ? undefined : value
}
