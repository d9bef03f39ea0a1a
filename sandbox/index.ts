import type { Hono } from 'hono'
import { multiApp } from './app'
import { type AtRest, controlApp } from './control/app'
import { restoreClock } from './control/clock'
import { createBulkRunner } from './effects/bulk-runner'
import { createOutbox } from './effects/outbox'
import { createScheduler } from './effects/scheduler'
import { createTidier } from './effects/tidy'
import { assemble, type Sandbox, type SandboxOptions } from './sandbox'
import { secureUiApp } from './secure-ui/app'
import { loadSettings } from './settings'
import { simulatorApp } from './simulator/app'
import { usersOf, type WorldUser } from './worlds/users-of'

export { webhookHeaders } from './domain/outbox/sign'
export { defaultKeys, programme } from './domain/programme'
export type { Sandbox, SandboxOptions } from './sandbox'
export {
  buildWorld,
  findWorldName,
  holdsNothing,
  type SignIn,
  signInsOf,
  type WorldName,
  worldNames,
} from './worlds/registry'
export type { WorldUser } from './worlds/users-of'

export type RunningSandbox = {
  sandbox: Sandbox
  /** Paths relative to `/multi`. */
  multi: Hono
  /** Paths relative to `/simulate/api`. */
  simulator: Hono
  /** Paths relative to `/__sandbox`. */
  control: Hono
  /** Paths relative to `/app/secure`. */
  secureUi: Hono
  /** Who may sign in beside the root users. */
  users: () => Promise<WorldUser[]>
  /** Starts scheduler, bulk runner, outbox and tidier. */
  start: () => void
  stop: () => Promise<void>
}

/**
 * Makes a sandbox on an open store: routes, workers (stopped), and the clock where it was left. Builds no world: see
 * `buildWorld` in worlds/registry.ts.
 */
export async function createSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const sandbox = assemble(options)
  await loadSettings(sandbox.store, sandbox.settings)
  await restoreClock(sandbox)
  const scheduler = createScheduler(sandbox)
  const bulks = createBulkRunner(sandbox)
  const outbox = createOutbox(sandbox)
  const workers = [scheduler, bulks, outbox, createTidier(sandbox)]
  sandbox.wake.schedule = () => scheduler.wake()
  sandbox.wake.bulks = () => bulks.wake()
  sandbox.wake.webhooks = () => outbox.wake()
  let running = false
  const start = () => {
    if (running) return
    running = true
    for (const worker of workers) worker.start()
  }
  const stop = async () => {
    running = false
    await Promise.all(workers.map((worker) => worker.stop()))
  }
  let resting: Promise<unknown> = Promise.resolve()
  /** Nothing may pay while the world under it is taken away; two worlds are built one after the other. */
  const atRest: AtRest = (work) => {
    const rest = async () => {
      const wasRunning = running
      await stop()
      try {
        return await work()
      } finally {
        if (wasRunning) start()
      }
    }
    const result = resting.then(rest)
    resting = result.catch(() => {})
    return result
  }
  return {
    sandbox,
    multi: multiApp(sandbox),
    simulator: simulatorApp(sandbox),
    control: controlApp(sandbox, atRest, () => scheduler.settled()),
    secureUi: secureUiApp(sandbox),
    users: () => usersOf(sandbox.store),
    start,
    stop,
  }
}
