import { randomUUID } from 'node:crypto'
import { inTransaction } from '../../storage/transaction'
import { claimBulk, releaseBulk, releaseEverything, waitingBulks } from '../domain/bulks/lease'
import { type BatchResult, runBatch } from '../domain/bulks/run-batch'
import { isRowFault } from '../domain/bulks/run-rows'
import type { Sandbox } from '../sandbox'
import { createSleeper } from './sleeper'

export type BulkRunner = {
  start: () => void
  /** Resolves when the batches in hand are done; their bulks are free for another worker. */
  stop: () => Promise<void>
  /** Looks for bulks that run; call it after a write that may have started one. */
  wake: () => void
  /** Resolves when there is nothing to do now (tests wait for it). */
  settled: () => Promise<void>
}

const LEASE_MS = 10_000
const MAX_AT_ONCE = 4
// Fewer rows would cost more in beginning and ending the transaction than in the rows.
const MIN_BATCH = 25
const MAX_BATCH = 200
const RETRY_MS = 1000
const TELL_OTHERS_MS = 1000
// better-sqlite3 computes inside our own process: nobody else is served while a batch runs. PostgreSQL is elsewhere.
const BATCH_MS = { sqlite: 8, postgres: 50 } as const

/**
 * The engine behind bulks: takes what runs, batch by batch, each in a transaction of its own. All its memory is in the
 * database, so that any worker can go on where another one died.
 */
export function createBulkRunner(sandbox: Sandbox): BulkRunner {
  const { clock, store, log } = sandbox
  const owner = randomUUID()
  const active = new Map<string, Promise<void>>()
  const sleeper = createSleeper(clock)
  let running = false
  let looking: Promise<void> = Promise.resolve()
  let callOff = () => {}

  async function look(): Promise<void> {
    if (!running) return
    callOff()
    // Another process may have died with a lease; on SQLite there is no other process.
    if (store.engine === 'postgres') callOff = clock.schedule(clock.now() + LEASE_MS, wake)
    for (const id of await waitingBulks(store.db, owner, clock.now())) {
      if (!running || active.size >= MAX_AT_ONCE) return
      if (active.has(id) || !(await claimBulk(store.db, { id, owner, now: clock.now(), leaseMs: LEASE_MS }))) continue
      active.set(id, drive(id))
    }
  }

  async function drive(id: string): Promise<void> {
    try {
      await runToEnd(id)
      await releaseBulk(store.db, id, owner)
      tellOthers()
    } catch (error) {
      log.error({ bulkId: id, error: String(error) }, 'a bulk was left; its lease will run out')
    } finally {
      active.delete(id)
      // It may have been resumed, or another one may have waited for the place.
      wake()
    }
  }

  async function runToEnd(id: string): Promise<void> {
    let size = MIN_BATCH
    let next = 0
    let told = clock.now()
    while (running) {
      const pace = sandbox.settings.bulkPace
      if (pace !== null && clock.now() < next) {
        await sleeper.until(next)
        continue
      }
      const limit = pace === null ? size : Math.min(size, Math.max(1, Math.ceil(pace / 10)))
      const startedAt = performance.now()
      const result = await attempt(id, limit)
      const took = performance.now() - startedAt
      if (result && !result.more) return
      if (result && result.ran === limit && pace === null) size = fitted(limit, took, BATCH_MS[store.engine])
      next = clock.now() + (result ? (pace === null ? 0 : (result.ran * 1000) / pace) : RETRY_MS)
      if (!result) await sleeper.until(next)
      if (clock.now() - told > TELL_OTHERS_MS) {
        told = clock.now()
        tellOthers()
      }
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
  }

  /** Rows may have scheduled transfers, and have emitted webhooks; nobody need look after every batch. */
  function tellOthers(): void {
    sandbox.wake.schedule()
    sandbox.wake.webhooks()
  }

  async function attempt(bulkId: string, limit: number): Promise<BatchResult | undefined> {
    const order = { bulkId, owner, limit, leaseMs: LEASE_MS }
    const batch = (careful: boolean) => inTransaction(store, (tx) => runBatch(sandbox.ctx(tx), { ...order, careful }))
    try {
      return await batch(false).catch((error: unknown) => {
        if (!isRowFault(error)) throw error
        log.warn({ bulkId, error: String(error) }, 'a row of a batch failed inside; its rows run one by one')
        return batch(true)
      })
    } catch (error) {
      log.error({ bulkId, error: String(error) }, 'a batch failed and will be tried again')
      return undefined
    }
  }

  function wake(): void {
    sleeper.rouse()
    if (!running) return
    looking = looking.then(look).catch((error: unknown) => {
      log.error({ error: String(error) }, 'looking for bulks failed')
      callOff = clock.schedule(clock.now() + RETRY_MS, wake)
    })
  }

  return {
    start() {
      if (running) return
      running = true
      // SQLite serves one process: whoever held a lease is dead.
      if (store.engine === 'sqlite') looking = looking.then(() => releaseEverything(store.db))
      wake()
    },
    async stop() {
      running = false
      callOff()
      sleeper.rouse()
      await looking
      await Promise.allSettled(active.values())
    },
    wake,
    async settled() {
      do {
        await looking
        await Promise.allSettled(active.values())
      } while (active.size > 0)
      await looking
    },
  }
}

/** How many rows fit into the time that a batch may take, at the speed of the last one. */
function fitted(limit: number, took: number, target: number): number {
  const rows = Math.round((limit * target) / Math.max(took, 0.1))
  return Math.min(MAX_BATCH, Math.max(MIN_BATCH, Math.min(rows, limit * 2)))
}
