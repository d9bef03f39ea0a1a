import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { onEachEngine } from '../test/postgres/engines'
import { emptySandbox } from './empty'
import type { Store } from './open'
import { inTransaction } from './transaction'

const entry = {
  id: 1,
  posting_id: '1',
  account: '7',
  currency: 'EUR',
  actual: 100,
  available: 100,
  actual_after: 100,
  available_after: 100,
  transaction_type: 'DEPOSIT',
  transaction_id: '1',
  state: 'COMPLETED',
  additional_fields: '{}',
  card_id: null,
  created_at: 0,
} as const
const book = ({ db }: Store) => db.insertInto('sandbox_ledger_entry').values(entry).execute()
const entries = ({ db }: Store) => db.selectFrom('sandbox_ledger_entry').selectAll().execute()

const changes = {
  update: ({ db }: Store) => db.updateTable('sandbox_ledger_entry').set({ actual: 1 }).execute(),
  delete: ({ db }: Store) => db.deleteFrom('sandbox_ledger_entry').execute(),
}

onEachEngine('the ledger', (openStore, engine) => {
  test.each(Object.entries(changes))('refuses to %s, in the database', async (_, change) => {
    const store = await openStore()
    await book(store)
    await expect(change(store)).rejects.toThrow('sandbox_ledger_entry is append-only')
    expect(await entries(store)).toEqual([entry])
  })

  test('refuses inside a transaction, and a caught refusal changes nothing', async () => {
    const store = await openStore()
    await book(store)
    const work = inTransaction(store, (tx) => tx.deleteFrom('sandbox_ledger_entry').execute())
    await expect(work).rejects.toThrow('append-only')
    expect(await entries(store)).toEqual([entry])
  })

  test('is emptied for another world with all the rest, and is append-only again', async () => {
    const store = await openStore()
    const event = { id: 1, identity_id: '1', payload: '{}', created_at: 0 }
    const fill = async () => {
      await book(store)
      await store.db.insertInto('sandbox_setting').values({ name: 'world', value: 'a' }).execute()
      await store.db.insertInto('gateway_live_event').values(event).execute()
    }
    for (const _ of [1, 2]) {
      await fill()
      await emptySandbox(store)
      expect(await entries(store)).toEqual([])
      expect(await store.db.selectFrom('sandbox_setting').selectAll().execute()).toEqual([])
      expect(await store.db.selectFrom('gateway_live_event').selectAll().execute()).toEqual([])
    }
    await fill()
    for (const change of Object.values(changes)) await expect(change(store)).rejects.toThrow('append-only')
  })

  test('stays append-only when emptying fails', async () => {
    const store = await openStore()
    await book(store)
    const broken: Store = {
      ...store,
      db: store.db.withPlugin({
        transformQuery: ({ node }) => {
          if (JSON.stringify(node).includes('sandbox_transfer')) throw new Error('interrupted')
          return node
        },
        transformResult: async ({ result }) => result,
      }),
    }
    await expect(emptySandbox(broken)).rejects.toThrow('interrupted')
    expect(await entries(store)).toEqual([entry])
    await expect(changes.delete(store)).rejects.toThrow('append-only')
  })

  if (engine === 'sqlite') return

  test('refuses to be truncated', async () => {
    const store = await openStore()
    await book(store)
    await expect(sql`truncate sandbox_ledger_entry`.execute(store.db)).rejects.toThrow('append-only')
  })
})
