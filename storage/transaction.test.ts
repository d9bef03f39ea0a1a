import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { onEachEngine } from '../test/postgres/engines'
import type { Store } from './open'
import { inSavepoint, inTransaction, nextInSequence, type Tx } from './transaction'

const put = (tx: Tx, name: string, value: string) => tx.insertInto('sandbox_setting').values({ name, value }).execute()
const settings = async ({ db }: Store) =>
  (await db.selectFrom('sandbox_setting').select('name').orderBy('name').execute()).map(({ name }) => name)
const next = (store: Store, count?: number) => inTransaction(store, (tx) => nextInSequence(tx, 'numbers', count))

onEachEngine('transaction', (openStore, engine) => {
  test('what was done is kept, and the result handed on', async () => {
    const store = await openStore()
    const result = await inTransaction(store, async (tx) => {
      await put(tx, 'a', '1')
      return 'done'
    })
    expect(result).toBe('done')
    expect(await settings(store)).toEqual(['a'])
  })

  test('nothing is kept when the work throws', async () => {
    const store = await openStore()
    const work = inTransaction(store, async (tx) => {
      await put(tx, 'a', '1')
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await settings(store)).toEqual([])
  })

  test('a savepoint undoes its own writes alone, and the transaction goes on after an error of the database', async () => {
    const store = await openStore()
    await inTransaction(store, async (tx) => {
      await put(tx, 'before', '1')
      const failed = inSavepoint(tx, async () => {
        await put(tx, 'undone', '1')
        await put(tx, 'before', 'a second row with this key')
      })
      await expect(failed).rejects.toThrow()
      await inSavepoint(tx, () => put(tx, 'kept', '1'))
      await put(tx, 'after', '1')
    })
    expect(await settings(store)).toEqual(['after', 'before', 'kept'])
  })

  test('savepoints nest', async () => {
    const store = await openStore()
    await inTransaction(store, (tx) =>
      inSavepoint(tx, async () => {
        await put(tx, 'outer', '1')
        const inner = inSavepoint(tx, async () => {
          await put(tx, 'inner', '1')
          throw new Error('no')
        })
        await expect(inner).rejects.toThrow('no')
      }),
    )
    expect(await settings(store)).toEqual(['outer'])
  })

  test('a sequence gives every number once to transactions at the same time', async () => {
    const store = await openStore()
    const firsts = await Promise.all(Array.from({ length: 40 }, () => next(store, 3)))
    expect([...firsts].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index * 3 + 1))
    expect(await next(store)).toBe(121)
  })

  test('a sequence that was rolled back leaves no gap', async () => {
    const store = await openStore()
    await next(store)
    const failed = inTransaction(store, async (tx) => {
      await nextInSequence(tx, 'numbers', 10)
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await next(store)).toBe(2)
  })

  test.each(['40001', '40P01'])(
    'work that the database asks to run again (%s) runs again, from the start',
    async (code) => {
      const store = await openStore()
      let runs = 0
      await inTransaction(store, async (tx) => {
        runs += 1
        await put(tx, `run ${runs}`, '1')
        if (runs < 3) throw Object.assign(new Error('run it again'), { code })
      })
      expect(await settings(store)).toEqual(['run 3'])
    },
  )

  test('it does not run again for ever, nor after an error of its own', async () => {
    const store = await openStore()
    let runs = 0
    const failing = (error: Error) =>
      inTransaction(store, async () => {
        runs += 1
        throw error
      })
    await expect(failing(Object.assign(new Error('again'), { code: '40001' }))).rejects.toThrow('again')
    expect(runs).toBe(5)
    await expect(failing(Object.assign(new Error('own'), { code: '23505' }))).rejects.toThrow('own')
    expect(runs).toBe(6)
  })

  if (engine === 'sqlite') return

  test('two transactions that wait for each other both succeed', async () => {
    const store = await openStore()
    await inTransaction(store, async (tx) => {
      await put(tx, 'a', '0')
      await put(tx, 'b', '0')
    })
    const both = meeting(2)
    const add = (first: string, second: string) => {
      let met = false
      return inTransaction(store, async (tx) => {
        for (const name of [first, second]) {
          await sql`update sandbox_setting set value = (value::int + 1)::text where name = ${name}`.execute(tx)
          if (!met) await both()
          met = true
        }
      })
    }
    await Promise.all([add('a', 'b'), add('b', 'a')])
    const rows = await store.db.selectFrom('sandbox_setting').selectAll().orderBy('name').execute()
    expect(rows).toEqual([
      { name: 'a', value: '2' },
      { name: 'b', value: '2' },
    ])
  })

  test('a serialization failure of the database runs the loser again', async () => {
    const store = await openStore()
    await inTransaction(store, (tx) => put(tx, 'counter', '0'))
    const both = meeting(2)
    const increment = () => {
      let met = false
      return inTransaction(store, async (tx) => {
        await sql`set transaction isolation level serializable`.execute(tx)
        const row = await tx.selectFrom('sandbox_setting').select('value').executeTakeFirstOrThrow()
        if (!met) await both()
        met = true
        await tx
          .updateTable('sandbox_setting')
          .set({ value: String(Number(row.value) + 1) })
          .execute()
      })
    }
    await Promise.all([increment(), increment()])
    expect(await store.db.selectFrom('sandbox_setting').select('value').executeTakeFirst()).toEqual({ value: '2' })
  })
})

/** A place where `count` callers wait for each other. */
function meeting(count: number): () => Promise<void> {
  let arrived = 0
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    arrived += 1
    if (arrived === count) open()
    return opened
  }
}
