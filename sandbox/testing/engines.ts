import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'

export const engines = [
  { name: 'SQLite', url: async () => ':memory:' },
  ...(process.env.MONEY_PG ? [{ name: 'PostgreSQL', url: async () => freshDatabase(process.env.MONEY_PG ?? '') }] : []),
]

async function freshDatabase(server: string): Promise<string> {
  const name = `t${randomBytes(6).toString('hex')}`
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: server, max: 1 }) }),
  })
  await sql`create database ${sql.ref(name)}`.execute(db)
  await db.destroy()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
