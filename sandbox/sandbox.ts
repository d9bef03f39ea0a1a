import type { Store } from '../storage/open'
import { inTransaction, type Tx } from '../storage/transaction'
import type { Ctx, Worker } from './domain/context'
import { defaultKeys } from './domain/programme'
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
  /** Where webhooks go until the control plane says otherwise; nowhere where left out. */
  webhookAddress?: string | null
  /** Where the company's app on a phone brings the token of a sign-in; likewise. */
  handOverAddress?: string | null
  /** Lets other machines into the control plane, which has no key: for a network where everybody may do everything. */
  openControl?: boolean
  /** Shared with the platform; sent along with what is not signed, and with questions. */
  webhooksKey?: string
  /** Directory in which worlds that take long to build are kept for the next time; nowhere where left out. */
  snapshotDir?: string
  clock?: Clock
  log?: Log
}

/** What every part of the sandbox shares. */
export type Sandbox = Required<Omit<SandboxOptions, 'webhookAddress' | 'handOverAddress' | 'snapshotDir'>> & {
  snapshotDir: string | undefined
  faults: Faults
  keys: Keys
  settings: Settings
  /** Rouses a worker after a write that gives it something to do; set when the workers exist. */
  readonly wake: Record<Worker, () => void>
  newId: () => string
  /** The context of a verb inside a transaction that the caller holds; whoever needs a worker afterwards wakes it. */
  ctx: (tx: Tx) => Ctx
  /** Runs verbs in one transaction, and wakes the workers that they named once it has committed. */
  run: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
}

/** Puts the parts together without starting anything; `createSandbox` adds routes and workers. */
export function assemble(options: SandboxOptions): Sandbox {
  const clock = options.clock ?? createClock()
  const newId = createIds(clock.now)
  const { store } = options
  const wake: Sandbox['wake'] = { bulks: () => {}, schedule: () => {}, webhooks: () => {} }
  const { webhookAddress = null, handOverAddress = null } = options
  const settings = { ...defaultSettings, webhookAddress, handOverAddress }
  const ctx = (tx: Tx): Ctx => {
    const addressed = settings.webhookAddress !== null
    return { tx, engine: store.engine, now: clock.now, newId, wakes: new Set(), addressed }
  }
  const run: Sandbox['run'] = async (work) => {
    let wakes = new Set<Worker>()
    const result = await inTransaction(store, (tx) => {
      const fresh = ctx(tx)
      wakes = fresh.wakes
      return work(fresh)
    })
    for (const worker of wakes) wake[worker]()
    return result
  }
  return {
    ...options,
    snapshotDir: options.snapshotDir,
    clock,
    newId,
    log: options.log ?? silent,
    pageOrigins: options.pageOrigins ?? twin(options.secureOrigin),
    webhooksKey: options.webhooksKey ?? defaultKeys.webhooksKey,
    openControl: options.openControl ?? false,
    faults: createFaults(),
    keys: deriveKeys(options.secret),
    settings,
    wake,
    ctx,
    run,
  }
}

function twin(secureOrigin: string): string[] {
  const url = new URL(secureOrigin)
  if (url.hostname !== 'localhost') return []
  url.hostname = '127.0.0.1'
  return [url.origin]
}
