import { sql } from 'kysely'
import type { Store } from '../../../storage/open'

/** Every row of every table of the gateway, by table. The sandbox's tables are the bank itself. */
export async function everyGatewayTable({ db }: Store): Promise<Map<string, string>> {
  const tables = (await db.introspection.getTables())
    .map(({ name }) => name)
    .filter((name) => name.startsWith('gateway_'))
  const contents = new Map<string, string>()
  for (const name of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
    contents.set(name, rows.map((row) => Object.values(row).map(String).join('\n')).join('\n'))
  }
  return contents
}
