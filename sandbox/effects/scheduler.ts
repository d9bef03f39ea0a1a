import { inTransaction } from '../../storage/transaction'
import { allocateDueIbans, nextAllocation } from '../domain/accounts/iban'
import { nextScheduledTransfer, runScheduledTransfer } from '../domain/transfers/run-scheduled-transfer'
import type { Sandbox } from '../sandbox'

export type Scheduler = {
  start: () => void
  /** Resolves when the work in hand is done. */
  stop: () => Promise<void>
  /** Looks for what is due; call it after a write that scheduled something. */
  wake: () => void
  /** Resolves when everything that is due has been done (tests wait for it). */
  settled: () => Promise<void>
}

const RETRY_MS = 1000
// Another process on the same PostgreSQL may have scheduled something and died.
const LOOK_AGAIN_MS = 30_000

/**
 * Does what is due on the sandbox's clock: scheduled transfers and IBAN allocations. Each is a transaction of its own,
 * and what was due while no process ran is done at start.
 */
export function createScheduler(sandbox: Sandbox): Scheduler {
  const { clock, store, log } = sandbox
  let running = false
  let working: Promise<void> = Promise.resolve()
  let callOff = () => {}

  async function work(): Promise<void> {
    if (!running) return
    callOff()
    await inTransaction(store, (tx) => allocateDueIbans(sandbox.ctx(tx)))
    while (running && (await inTransaction(store, (tx) => runScheduledTransfer(sandbox.ctx(tx)))))
      await new Promise<void>((resolve) => setImmediate(resolve))
    const next = await nextDue()
    if (running && next !== undefined) callOff = clock.schedule(next, wake)
  }

  async function nextDue(): Promise<number | undefined> {
    const [transfer, iban] = await inTransaction(store, async (tx) => [
      await nextScheduledTransfer({ tx }),
      await nextAllocation({ tx }),
    ])
    const again = store.engine === 'postgres' ? clock.now() + LOOK_AGAIN_MS : undefined
    const times = [transfer, iban, again].filter((at) => at !== undefined)
    return times.length > 0 ? Math.min(...times) : undefined
  }

  function wake(): void {
    if (!running) return
    working = working.then(work).catch((error: unknown) => {
      log.error({ error: String(error) }, 'scheduled work failed and will be tried again')
      callOff = clock.schedule(clock.now() + RETRY_MS, wake)
    })
  }

  return {
    start() {
      if (running) return
      running = true
      wake()
    },
    async stop() {
      running = false
      callOff()
      await working
    },
    wake,
    settled: () => working,
  }
}
