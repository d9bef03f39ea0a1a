import { webhooks } from '../../contract/events'
import {
  claimDeliveries,
  type Delivery,
  nextDelivery,
  recordTries,
  releaseDeliveries,
  type Tried,
} from '../domain/outbox/deliver'
import { leaveUnaddressed } from '../domain/outbox/leave-unaddressed'
import { webhookHeaders } from '../domain/outbox/sign'
import type { Sandbox } from '../sandbox'
import { postJson } from './post-json'

export type Outbox = {
  start: () => void
  /** Resolves when nothing is on its way any more; what was not answered is tried again at the next start. */
  stop: () => Promise<void>
  /** Looks for what is due; call it after a write that emitted something, or when the address has changed. */
  wake: () => void
  /** Resolves when everything that is due was tried (tests wait for it). */
  settled: () => Promise<void>
}

const TRY_MS = 10_000
// Where the platform is in this very process, more at once would take turns from the payments that they tell of: with twenty
// a bulk took two to four times as long.
const AT_ONCE = 4
const RETRY_MS = 1000
// Another process on the same PostgreSQL may have died with a message in hand, or before it sent any.
const LOOK_AGAIN_MS = 30_000

const kinds = new Map(webhooks.map((hook) => [hook.id, hook]))

/**
 * Sends what verbs emitted to the platform, signed, until it was received or its tries are used up. It remembers nothing:
 * all is in the database, so that any process goes on where another one died.
 */
export function createOutbox(sandbox: Sandbox, timeoutMs = TRY_MS): Outbox {
  const { clock, store, log, settings } = sandbox
  let running = false
  let working: Promise<void> = Promise.resolve()
  let queued = false
  let callOff = () => {}
  let leaving = new AbortController()

  function begin(): Promise<void> {
    queued = false
    return work()
  }

  async function work(): Promise<void> {
    if (!running) return
    callOff()
    while (running && (await doSome())) await new Promise<void>((resolve) => setImmediate(resolve))
    const next = await sandbox.run(nextDelivery)
    const again = store.engine === 'postgres' ? clock.now() + LOOK_AGAIN_MS : Number.POSITIVE_INFINITY
    const at = Math.min(next ?? Number.POSITIVE_INFINITY, again)
    if (running && Number.isFinite(at)) callOff = clock.schedule(at, wake)
  }

  async function doSome(): Promise<boolean> {
    const address = settings.webhookAddress
    if (address === null) return sandbox.run(leaveUnaddressed)
    const deliveries = await sandbox.run((ctx) => claimDeliveries(ctx, AT_ONCE))
    const outcomes = await Promise.all(deliveries.map((delivery) => send(address, delivery)))
    const tried = outcomes.filter((outcome) => outcome !== undefined)
    const untried = deliveries.filter((_, index) => outcomes[index] === undefined)
    await sandbox.run(async (ctx) => {
      await recordTries(ctx, tried)
      await releaseDeliveries(ctx, untried)
    })
    return deliveries.length > 0
  }

  /** `undefined` when we left before the platform had answered. */
  async function send(address: string, delivery: Delivery): Promise<Tried | undefined> {
    const { id, event, path, payload: body } = delivery
    const at = clock.now()
    const hook = kinds.get(event)
    if (!hook) return { delivery, at, tookMs: 0, result: 'UNKNOWN_EVENT' }
    const startedAt = performance.now()
    const headers = webhookHeaders(hook, sandbox, { reference: id, at, body })
    const posted = await postJson({ address, path, headers, body, timeoutMs, signal: leaving.signal })
    const tookMs = Math.round(performance.now() - startedAt)
    if (posted === 'NO_ANSWER' && leaving.signal.aborted) return undefined
    const result = typeof posted === 'string' ? posted : posted.status
    log.info({ webhook: event, reference: id, attempt: delivery.attempts, result, ms: tookMs }, 'webhook')
    return { delivery, at, tookMs, result }
  }

  function wake(): void {
    if (!running || queued) return
    // Many commits may wake us while a round is under way: one more round sees what all of them wrote.
    queued = true
    working = working.then(begin).catch((error: unknown) => {
      log.error({ error: String(error) }, 'sending webhooks failed and will be tried again')
      callOff = clock.schedule(clock.now() + RETRY_MS, wake)
    })
  }

  return {
    start() {
      if (running) return
      running = true
      leaving = new AbortController()
      wake()
    },
    async stop() {
      running = false
      callOff()
      leaving.abort()
      await working
    },
    wake,
    settled: () => working,
  }
}
