import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Store } from '../../storage/open'

// What every call with a token moves: until when the token lives.
const MOVING = new Set(['sandbox_token'])

/** A digest of every table, to see that a refused call has left no trace. */
export async function contents({ db }: Store): Promise<Record<string, string>> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name).filter((name) => /^sandbox_/.test(name))
  const digests: Record<string, string> = {}
  for (const name of tables.sort()) {
    if (MOVING.has(name)) continue
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db)
    digests[name] = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  }
  return digests
}
