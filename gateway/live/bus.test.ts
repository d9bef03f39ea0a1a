import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { createLog } from '../log'
import { type Bus, createLocalBus } from './bus'
import { openBus } from './open-bus'

onEachEngine('the bus', (open, engine) => {
  const log = createLog('silent')
  /** Two gateways; on SQLite they are one process. */
  async function two(): Promise<{ here: Bus; there: Bus; cut: () => Promise<void> }> {
    const store = await open()
    const here = openBus(store, log)
    const there = engine === 'postgres' ? openBus(store, log) : here
    for (const bus of new Set([here, there])) await bus.start()
    const cut = async () => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query like 'listen%'`.execute(store.db)
    }
    return { here, there, cut }
  }
  /** Resolves with what was heard once there is so much of it. */
  function hears(bus: Bus, topic: string, times: number): Promise<string[]> {
    const heard: string[] = []
    return new Promise((resolve) =>
      bus.on(topic, (payload) => {
        heard.push(payload)
        if (heard.length === times) resolve(heard)
      }),
    )
  }

  test('what one tells all hear, in the order of telling, equal messages too, and each topic its own', async () => {
    const { here, there } = await two()
    const other = hears(there, 'other', 1)
    const [mine, theirs] = [hears(here, 'a', 252), hears(there, 'a', 252)]
    const said = Array.from({ length: 250 }, (_, n) => String(n))
    await Promise.all([...said, 'same', 'same'].map((payload) => here.tell('a', payload)))
    await there.tell('other', 'é "quoted" \\ \n')
    expect(await mine).toEqual([...said, 'same', 'same'])
    expect(await theirs).toEqual([...said, 'same', 'same'])
    expect(await other).toEqual(['é "quoted" \\ \n'])
    await Promise.all([here.stop(), there.stop()])
  })

  test('who no longer listens hears nothing, and one that fails keeps nothing from the others', async () => {
    const { here, there } = await two()
    const off = here.on('a', () => {
      throw new Error('never to be heard')
    })
    off()
    const failing = here.on('b', () => {
      throw new Error('failed')
    })
    const heard = [hears(here, 'b', 1), hears(there, 'b', 1)]
    await here.tell('a', 'x')
    await here.tell('b', 'y').catch(() => {})
    expect(await Promise.all(heard)).toEqual([['y'], ['y']])
    failing()
    await Promise.all([here.stop(), there.stop()])
  })

  test('a message longer than PostgreSQL carries is refused on every engine', async () => {
    const { here, there } = await two()
    await expect(here.tell('a', 'x'.repeat(8000))).rejects.toThrow(RangeError)
    await expect(here.tell('a', '\n'.repeat(4000))).rejects.toThrow(RangeError)
    const heard = hears(there, 'a', 1)
    await here.tell('a', 'é'.repeat(3400))
    expect((await heard)[0]).toHaveLength(3400)
    await Promise.all([here.stop(), there.stop()])
  })

  if (engine === 'postgres') {
    test('a cut line mends itself, and everybody is told that something may be missing', async () => {
      const { here, there, cut } = await two()
      const mended = Promise.all([here, there].map((bus) => new Promise<void>((resolve) => bus.onGap(resolve))))
      await cut()
      await here.tell('a', 'while nobody hears')
      await mended
      const heard = hears(there, 'a', 1)
      await here.tell('a', 'again')
      expect(await heard).toEqual(['again'])
      await Promise.all([here.stop(), there.stop()])
    })

    test('a stopped bus stays silent', async () => {
      const { here, there, cut } = await two()
      let mended = false
      there.onGap(() => {
        mended = true
      })
      await there.stop()
      await cut()
      const heard = hears(here, 'a', 1)
      await new Promise<void>((resolve) => here.onGap(resolve))
      await here.tell('a', 'x')
      await heard
      expect(mended).toBe(false)
      await here.stop()
    })
  }
})

test('a local bus tells before it returns', () => {
  const bus = createLocalBus()
  const heard: string[] = []
  bus.on('a', (payload) => heard.push(payload))
  void bus.tell('a', '1')
  expect(heard).toEqual(['1'])
})
