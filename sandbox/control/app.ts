import { Hono } from 'hono'
import * as z from 'zod'
import { inTransaction } from '../../storage/transaction'
import { keepSecret } from '../domain/secure/keep-secret'
import type { Sandbox } from '../sandbox'
import { changeSetting } from '../settings'
import { buildWorld, type WorldName, worldList, worldNames } from '../worlds/registry'
import { cardPaymentControl } from './card-payments'
import { keepClock } from './clock'
import { correctionControl } from './corrections'
import { guarded } from './guard'
import { identityControl } from './identities'
import { peopleControl } from './people'
import { phoneControl } from './phones'
import { scenarioControl } from './scenarios'
import { webhookControl } from './webhooks'
import { wireControl } from './wires'
import { write } from './write'

const CENTURY_MS = 100 * 365 * 24 * 60 * 60_000

const World = z.object({ name: z.enum(worldNames) })
const Advance = z.object({ advanceMs: z.int().min(0).max(CENTURY_MS) })
const Fault = z.object({
  operation: z.string().min(1),
  when: z.enum(['before', 'after']),
  status: z.int().min(400).max(599),
  times: z.int().min(1).default(1),
})
const Secret = z.object({ value: z.string().min(1).max(100) })
const Pace = z.object({ operationsPerSecond: z.number().positive().max(100_000).nullable() })
const StepUp = z.object({ mode: z.enum(['strict', 'documented', 'off']) })

/** Runs work while nothing pays: workers stop before and go on after. */
export type AtRest = <T>(work: () => Promise<T>) => Promise<T>

/**
 * The control plane, paths relative to `/__sandbox`: worlds, clock, faults, settings and outbox, for tests and demos. It has no
 * key: it exists only where the sandbox is embedded or started by hand, and the guard keeps other pages out.
 */
export function controlApp(sandbox: Sandbox, atRest: AtRest, settled: () => Promise<void>): Hono {
  const { clock, faults, keys, settings, store } = sandbox
  const app = new Hono()
  guarded(app, sandbox)
  const state = () => ({ world: settings.world, now: clock.now(), clockOffset: clock.offset(), settings })
  app.get('/state', (c) => c.json(state()))
  app.get('/worlds', (c) => c.json({ worlds: worldList() }))

  write(app, '/world', World, async ({ name }) => {
    const signIns = await atRest(() => buildWorld(sandbox, name satisfies WorldName))
    faults.clear()
    return { name, signIns }
  })
  write(app, '/clock', Advance, async ({ advanceMs }) => {
    await keepClock(sandbox, advanceMs)
    clock.advance(advanceMs)
    // Somebody else may have moved it meanwhile.
    await keepClock(sandbox)
    // Whoever moved the clock finds done what became due by it, even what was ordered a moment before.
    sandbox.wake.schedule()
    await settled()
    return { now: clock.now() }
  })
  write(app, '/faults', Fault, async (fault) => {
    faults.order(fault)
    return { ordered: fault }
  })
  app.delete('/faults', (c) => {
    faults.clear()
    return c.json({ ordered: null })
  })
  write(app, '/secure-tokens', Secret, async ({ value }) => ({
    token: await inTransaction(store, (tx) => keepSecret(sandbox.ctx(tx), keys, 'password', value)),
  }))
  write(app, '/bulk-pace', Pace, async ({ operationsPerSecond }) => {
    await changeSetting(store, settings, 'bulkPace', operationsPerSecond)
    sandbox.wake.bulks()
    return { operationsPerSecond }
  })
  write(app, '/step-up', StepUp, async ({ mode }) => {
    await changeSetting(store, settings, 'stepUp', mode)
    return { mode }
  })
  cardPaymentControl(app, sandbox)
  correctionControl(app, sandbox)
  identityControl(app, sandbox)
  peopleControl(app, sandbox)
  phoneControl(app, sandbox)
  scenarioControl(app, sandbox)
  webhookControl(app, sandbox)
  wireControl(app, sandbox)
  return app
}
