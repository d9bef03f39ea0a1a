import type { Selectable, SelectQueryBuilder } from 'kysely'
import type { Tables } from '../../storage/schema'

/** How many rows a list answers when the caller does not say; the vendor's own figure is not published. */
const DEFAULT_LIMIT = 100

export type Window = { offset?: number | undefined; limit?: number | undefined }

export const windowOf = ({ offset = 0, limit = DEFAULT_LIMIT }: Window) => ({ offset, limit })

/** A repeatable query parameter as a list; `undefined` filters nothing. */
export function listOf<T>(value: T | T[] | undefined): T[] | undefined {
  return value === undefined ? undefined : Array.isArray(value) ? value : [value]
}

/** Tables whose rows have an age and an id, by which lists are sorted. */
type Listed = { [T in keyof Tables]: Tables[T] extends { id: string; created_at: number } ? T : never }[keyof Tables]
export type Page<R> = { rows: R[]; count: number; responseCount: number }

/** One page of what matches, newest first unless told otherwise, with how many match in all. */
export async function pageOf<T extends Listed, O>(
  matches: SelectQueryBuilder<Tables, T, O>,
  window: Window,
  direction: 'asc' | 'desc' = 'desc',
): Promise<Page<Selectable<Tables[T]>>> {
  const { offset, limit } = windowOf(window)
  // All of them have the columns that are used here; Kysely cannot follow a table that is a type parameter.
  const listed = matches as unknown as SelectQueryBuilder<Tables, 'sandbox_send', object>
  const { count } = await listed.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await listed
    .selectAll()
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows: rows as unknown as Selectable<Tables[T]>[], count: Number(count), responseCount: rows.length }
}
