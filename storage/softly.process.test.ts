import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openStore } from './open'
import type { Tables } from './schema'
import { softly } from './softly'
import { inTransaction } from './transaction'

const folder = mkdtempSync(join(tmpdir(), 'multi-console-softly-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [NORMAL, FULL] = [1, 2]

async function level(db: Kysely<Tables>): Promise<number | undefined> {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db)
  return rows[0]?.synchronous
}

test('only what is meant does not wait for the disk, whatever comes of it and whatever else is under way', async () => {
  const store = await openStore(join(folder, 'levels.db'))
  expect(await level(store.db)).toBe(FULL)
  const seen = await Promise.all([
    softly(store, level),
    inTransaction(store, level),
    softly(store, (db) => inTransaction({ ...store, db }, level)),
    softly(store, async () => Promise.reject(new Error('no'))).catch(() => 'failed'),
    level(store.db),
  ])
  expect(seen).toEqual([NORMAL, FULL, NORMAL, 'failed', FULL])
  await store.close()
})

test('what was written so survives kill -9', async () => {
  const file = join(folder, 'killed.db')
  const child = fork(new URL('./testing/write-softly.ts', import.meta.url), [file], { execArgv: ['--import', 'tsx'] })
  expect((await once(child, 'message'))[0]).toBe('written')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const store = await openStore(file)
  expect(await store.db.selectFrom('sandbox_setting').select('name').where('name', '=', 'soft').execute()).toHaveLength(
    1,
  )
  await store.close()
})
