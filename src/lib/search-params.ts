import * as z from 'zod/mini'

/*
 * Pieces of search schemas. A wrong value never breaks a page: it is dropped and the page shows what it shows without.
 * The router reads `?x=12` as a number, so text and ids have to come back to text here.
 */

/** Free text. A number that somebody typed by hand is the text they typed. */
export const textParam = z.catch(
  z.optional(
    z.pipe(
      z.union([z.string(), z.number()]),
      z.transform((value) => String(value).slice(0, 100) || undefined),
    ),
  ),
  undefined,
)

/**
 * An id. The router writes ids in quotes, so they survive; one that was read as a number beyond 2^53 has lost digits and
 * is dropped: no id is better than somebody else's.
 */
export const idParam = z.catch(
  z.optional(
    z.pipe(
      z.union([z.string().check(z.regex(/^\d+$/)), z.int().check(z.nonnegative())]),
      z.transform((value) => String(value)),
    ),
  ),
  undefined,
)

/** Rows skipped by paging; absent on the first page so that its address stays short. */
export const offsetParam = z.catch(z.optional(z.int().check(z.positive())), undefined)

/** One of a closed list. */
export const choiceParam = <const T extends readonly [string, ...string[]]>(choices: T) =>
  z.catch(z.optional(z.enum(choices)), undefined)

/** A calendar day as `2026-03-14`; the page turns it into an instant in its zone. */
export const dayParam = z.catch(z.optional(z.iso.date()), undefined)
