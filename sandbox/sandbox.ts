import type { Store } from '../storage/open'
import type { Tx } from '../storage/transaction'
import type { Ctx } from './domain/context'
import { type Clock, createClock } from './effects/clock'
import { createFaults, type Faults } from './effects/faults'
import { createIds } from './effects/ids'
import { deriveKeys, type Keys } from './keys'
import { type Log, silent } from './log'
import { defaultSettings, type Settings } from './settings'

export type SandboxOptions = {
  store: Store
  /** Signs tokens and encrypts what secure fields hand in; at least 32 bytes. */
  secret: Buffer
  apiKey: string
  uiKey: string
  /** Origin of the frames of the secure components, as in `http://localhost:4000`: never the page's own. */
  secureOrigin: string
  /**
   * Origins whose pages may hold those frames; `http://127.0.0.1:*` stands for any port. Left out: the 127.0.0.1 twin of
   * a `localhost` secureOrigin, else nobody.
   */
  pageOrigins?: readonly string[]
  clock?: Clock
  log?: Log
}

/** What every part of the sandbox shares. */
export type Sandbox = Required<SandboxOptions> & {
  faults: Faults
  keys: Keys
  settings: Settings
  /** Rouses a worker after a write that gives it something to do; set when the workers exist. */
  wake: { bulks: () => void; schedule: () => void }
  newId: () => string
  /** The context of a verb inside a transaction. */
  ctx: (tx: Tx) => Ctx
}

/** Puts the parts together without starting anything; `createSandbox` adds routes and workers. */
export function assemble(options: SandboxOptions): Sandbox {
  const clock = options.clock ?? createClock()
  const newId = createIds(clock.now)
  const { engine } = options.store
  return {
    ...options,
    clock,
    newId,
    log: options.log ?? silent,
    pageOrigins: options.pageOrigins ?? twin(options.secureOrigin),
    faults: createFaults(),
    keys: deriveKeys(options.secret),
    settings: { ...defaultSettings },
    wake: { bulks: () => {}, schedule: () => {} },
    ctx: (tx) => ({ tx, engine, now: clock.now, newId }),
  }
}

function twin(secureOrigin: string): string[] {
  const url = new URL(secureOrigin)
  if (url.hostname !== 'localhost') return []
  url.hostname = '127.0.0.1'
  return [url.origin]
}
