import type { Context, Hono } from 'hono'
import type * as z from 'zod'
import type { Simulation, SimulationAnswer, SimulationConflict, SimulationInput } from '../../contract/simulation'
import type { Ctx, Outcome } from '../domain/context'
import { readBody, SMALL_BODY_BYTES } from '../http/validate'
import type { Sandbox } from '../sandbox'

type Answered<S extends Simulation> = Promise<Outcome<SimulationAnswer<S>, SimulationConflict<S> | 'NOT_FOUND'>>
type Handler<S extends Simulation> = (ctx: Ctx, input: SimulationInput<S>) => Answered<S>

/** Puts one call of the simulator on the sandbox: checks its form, runs the verb in one transaction. Mirrors `op.id`. */
export function simulate<const S extends Simulation>(app: Hono, sandbox: Sandbox, op: S, handler: Handler<S>): void {
  simulateInSteps(app, op, (input: SimulationInput<S>) => sandbox.run((ctx) => handler(ctx, input)))
}

/** The same for what takes several transactions, because somebody outside is asked in between. */
export function simulateInSteps<const S extends Simulation>(
  app: Hono,
  op: S,
  steps: (input: SimulationInput<S>) => Answered<S>,
): void {
  app.on(op.method, op.path.replace(/\{(\w+)\}/g, ':$1'), async (c: Context) => {
    const params = op.params?.safeParse(c.req.param())
    if (params?.success === false) return c.json(invalid(params.error), 400)
    const raw = op.body ? await readBody(c.req.raw, SMALL_BODY_BYTES) : undefined
    const body = raw && op.body?.safeParse(raw.ok ? raw.value : undefined)
    if (body?.success === false) return c.json(invalid(body.error), 400)
    const input = { params: params?.data, body: body?.data } as SimulationInput<S>
    const outcome = await steps(input)
    if (outcome.ok) return outcome.value === undefined ? c.body(null, 204) : c.json(outcome.value)
    if (outcome.refusal === 'NOT_FOUND') return c.json({ message: 'There is no such thing.' }, 404)
    return c.json({ errorCode: outcome.refusal }, 409)
  })
}

/** The simulator's own form of a bad request, which is not the Multi API's. */
function invalid(error: z.ZodError) {
  const fields = error.issues.map((issue) => ({
    name: issue.path.join('.'),
    errors: [{ type: issue.code.toUpperCase(), params: [] }],
  }))
  return { message: error.issues[0]?.message ?? 'invalid', validation: { invalid: true, fields } }
}
