import type { Store } from '../storage/open'
import type { Tx } from '../storage/transaction'
import type { Ctx } from './domain/context'
import { type Clock, createClock } from './effects/clock'
import { createFaults, type Faults } from './effects/faults'
import { createIds } from './effects/ids'

export type SandboxOptions = {
  store: Store
  /** Signs tokens and encrypts what secure fields hand in; at least 32 bytes. */
  secret: Buffer
  apiKey: string
  uiKey: string
  /** Origin of the frames of the secure components, as in `http://localhost:4000`: never the page's own. */
  secureOrigin: string
  clock?: Clock
}

/** What every part of the sandbox shares. */
export type Sandbox = Omit<SandboxOptions, 'clock'> & {
  clock: Clock
  faults: Faults
  newId: () => string
  /** The context of a verb inside a transaction. */
  ctx: (tx: Tx) => Ctx
}

export function assemble(options: SandboxOptions): Sandbox {
  const clock = options.clock ?? createClock()
  const newId = createIds(clock.now)
  const { engine } = options.store
  const faults = createFaults()
  return { ...options, clock, faults, newId, ctx: (tx) => ({ tx, engine, now: clock.now, newId }) }
}
