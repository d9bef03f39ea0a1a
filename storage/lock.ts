import type { SelectQueryBuilder } from 'kysely'
import type { Engine } from './open'
import type { Tables } from './schema'

/** `for update` where rows can be locked; SQLite has one writer, so reading inside the transaction is enough there. */
export function locked<T extends keyof Tables, O>(
  engine: Engine,
  query: SelectQueryBuilder<Tables, T, O>,
): SelectQueryBuilder<Tables, T, O> {
  return engine === 'postgres' ? query.forUpdate() : query
}
