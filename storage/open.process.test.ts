import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { newDatabase, onEachEngine, postgresUrl } from '../test/postgres/engines'
import { migrate } from './migrate'
import { openStore } from './open'

const opener = new URL('./testing/open-and-wait.ts', import.meta.url)
const cleanup: (() => void)[] = []
afterEach(() => {
  for (const undo of cleanup.splice(0).reverse()) undo()
})

/** Opens the database in a process of its own and returns what that process says of it. */
async function openElsewhere(url: string) {
  const child = fork(opener, [url], { execArgv: ['--import', 'tsx'] })
  cleanup.push(() => child.kill('SIGKILL'))
  const [said] = await once(child, 'message')
  return { child, said: String(said) }
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'multi-console-storage-'))
  cleanup.push(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'deeper', 'data.db')
}

onEachEngine('open', (open) => {
  test('a migrated database is left as it is', async () => {
    const store = await open()
    const tables = async () => (await store.db.introspection.getTables()).map(({ name }) => name)
    const before = await tables()
    expect(before).toContain('sandbox_ledger_entry')
    await store.db.insertInto('sandbox_setting').values({ name: 'a', value: '1' }).execute()
    await migrate(store)
    expect(await tables()).toEqual(before)
    expect(await store.db.selectFrom('sandbox_setting').select('name').execute()).toHaveLength(1)
  })

  test('64-bit integers and sums are exact numbers', async () => {
    const { db } = await open()
    const value = Number.MAX_SAFE_INTEGER
    await db.insertInto('sandbox_sequence').values({ name: 'large', value }).execute()
    await db.insertInto('sandbox_sequence').values({ name: 'negative', value: -value }).execute()
    const read = await db.selectFrom('sandbox_sequence').select('value').orderBy('name').execute()
    expect(read).toEqual([{ value }, { value: -value }])
    const { total, rows } = await db
      .selectFrom('sandbox_sequence')
      .select(({ fn }) => [fn.sum<number>('value').as('total'), fn.countAll<number>().as('rows')])
      .executeTakeFirstOrThrow()
    expect([total, rows]).toEqual([0, 2])
  })

  test('a store can be closed twice', async () => {
    const store = await open()
    await store.close()
    await store.close()
  })
})

test('a SQLite file keeps what was committed, and its folder is made', async () => {
  const path = newFile()
  const first = await openStore(path)
  await first.db.insertInto('sandbox_setting').values({ name: 'a', value: '1' }).execute()
  await first.close()
  const second = await openStore(path)
  expect(await second.db.selectFrom('sandbox_setting').select('value').execute()).toEqual([{ value: '1' }])
  await second.close()
})

test('a second process is refused a SQLite file with a sentence, until the first is gone, even killed', async () => {
  const path = newFile()
  const { child, said } = await openElsewhere(path)
  expect(said).toBe('open')
  await expect(openStore(path)).rejects.toThrow(`Another process uses the database ${path}.`)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const store = await openStore(path)
  expect(await store.db.selectFrom('sandbox_setting').select('name').execute()).toEqual([{ name: 'opened' }])
  expect((await openElsewhere(path)).said).toContain('Another process uses the database')
  await store.close()
})

if (postgresUrl) {
  test('three processes open a new PostgreSQL database at once', async () => {
    const url = await newDatabase()
    const processes = await Promise.all([openElsewhere(url), openElsewhere(url), openElsewhere(url)])
    expect(processes.map(({ said }) => said)).toEqual(['open', 'open', 'open'])
    const store = await openStore(url)
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(store.db)
    const files = readdirSync(new URL('./migrations', import.meta.url)).filter((file) => /^\d{4}-/.test(file))
    expect(rows.map(({ name }) => `${name}.ts`)).toEqual(files.sort())
    await store.close()
  })

  test('an integer that no number holds exactly is refused, not rounded', async () => {
    const store = await openStore(await newDatabase())
    const read = sql`select 9007199254740993::int8 as value`.execute(store.db)
    await expect(read).rejects.toThrow('9007199254740993 is too large to be exact')
    await store.close()
  })

  test('a PostgreSQL that ends its connections does not end the process', async () => {
    const store = await openStore(await newDatabase())
    const own = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    await Promise.all([sql`select pg_sleep(0.01)`.execute(store.db), sql`select pg_sleep(0.01)`.execute(store.db)])
    await own.execute(store.db)
    expect((await sql`select 1 as one`.execute(store.db)).rows).toEqual([{ one: 1 }])
    await store.close()
  })
}

test('a database that cannot be had is an error', async () => {
  await expect(openStore('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow('ECONNREFUSED')
})
