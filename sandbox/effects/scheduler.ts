import { DueFault, nextDue, putOff, runDue } from '../domain/due/run-due'
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
 * Does what is due on the sandbox's clock (see domain/due). Each thing is a transaction of its own, and what was due while
 * no process ran is done at start.
 */
export function createScheduler(sandbox: Sandbox): Scheduler {
  const { clock, store, log } = sandbox
  let running = false
  let working: Promise<void> = Promise.resolve()
  let callOff = () => {}

  async function work(): Promise<void> {
    if (!running) return
    callOff()
    while (running && (await doOne())) await new Promise<void>((resolve) => setImmediate(resolve))
    const next = await sandbox.run(nextDue)
    const again = store.engine === 'postgres' ? clock.now() + LOOK_AGAIN_MS : Number.POSITIVE_INFINITY
    const at = Math.min(next ?? Number.POSITIVE_INFINITY, again)
    if (running && Number.isFinite(at)) callOff = clock.schedule(at, wake)
  }

  /** One that fails is put off, so that it holds up nobody else. */
  async function doOne(): Promise<boolean> {
    try {
      return await sandbox.run(runDue)
    } catch (error) {
      if (!(error instanceof DueFault)) throw error
      log.error({ error: error.message }, 'something that was due failed and will be tried again')
      await sandbox.run((ctx) => putOff(ctx, error.dueId))
      return true
    }
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
