import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, inject } from 'vitest'
import { type Engine, openStore, type Store } from '../../storage/open'
import type { Answer } from './global-setup'

/** Opens an empty, migrated database of its own; it is closed and removed after the file. */
export type OpenStore = () => Promise<Store>

/** The fast loop runs on SQLite alone; the whole run takes both. */
const fast = process.env.MULTI_TEST_ENGINES === 'sqlite'
const place: Answer = fast
  ? { reason: 'This run was told to use SQLite alone.' }
  : await fetch(inject('postgresDoor')).then((response) => response.json())
if ('reason' in place && process.env.CI && !fast) throw new Error(place.reason)

/** Where PostgreSQL is, or nothing where a run without it is allowed. */
export const postgresUrl = 'url' in place ? place.url : undefined

const leftOpen: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of leftOpen.splice(0).reverse()) await close()
})

/** Runs the same tests on SQLite and on PostgreSQL. */
export function onEachEngine(name: string, tests: (open: OpenStore, engine: Engine) => void): void {
  describe(`${name} on SQLite`, () => tests(() => opened(':memory:'), 'sqlite'))
  if (!postgresUrl) return
  describe(`${name} on PostgreSQL`, () => tests(async () => opened(await newDatabase()), 'postgres'))
}

/** Makes an empty database on the run's PostgreSQL, without tables, and returns its address. */
export async function newDatabase(): Promise<string> {
  if (!postgresUrl) throw new Error('There is no PostgreSQL in this run.')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(`create database ${name}`)
  leftOpen.push(() => administer(`drop database ${name} with (force)`))
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  return url.href
}

async function opened(url: string): Promise<Store> {
  const store = await openStore(url)
  leftOpen.push(store.close)
  return store
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
