import type { Context, Hono } from 'hono'
import type * as z from 'zod'
import type { Endpoint, ErrorCode, Req, Res } from '../../contract/endpoint'
import type { ActorCtx, CommonRefusal, Ctx, Outcome } from '../domain/context'
import type { Sandbox } from '../sandbox'
import { authenticate } from './authenticate'
import { once } from './idempotency'
import { answer, refusal } from './respond'
import { needsStepUp } from './step-up-policy'
import { readRequest } from './validate'

type CtxOf<E extends Endpoint> = E extends { tokenOptional: true }
  ? Ctx & Partial<ActorCtx>
  : E['auth'] extends 'token'
    ? ActorCtx
    : Ctx
/** A 409 whose body is no `{errorCode}`, where the operation documents one. */
type OwnConflict<E> = E extends { conflict: infer S extends z.ZodType }
  ? { ok: false; refusal: 'CONFLICT'; body: z.output<S> }
  : never
export type Verb<E extends Endpoint> = (
  ctx: CtxOf<E>,
  req: Req<E>,
) => Promise<Outcome<Res<E>, ErrorCode<E> | CommonRefusal> | OwnConflict<E>>

/**
 * Puts one operation of the contract on the sandbox: checks key, token, form and step-up, runs the verb in one
 * transaction (a repeated idempotency reference replays the first success), and parses what goes out. Only codes that the
 * contract lists for the operation compile. A refusal commits too: a counted wrong code stays counted. Mirrors `ep.id`.
 */
export function mount<const E extends Endpoint>(app: Hono, sandbox: Sandbox, ep: E, verb: Verb<E>): void {
  app.on(ep.method, ep.path.replace(/\{(\w+)\}/g, ':$1'), async (c: Context) => {
    const fault = sandbox.faults.take(ep.id)
    if (fault?.when === 'before') return fault.answer()
    const caller = await authenticate(sandbox, c.req.raw.headers, ep)
    if (!caller.ok) return refusal(ep, caller.refusal)
    const request = await readRequest(ep, c)
    if (!request.ok) return request.response
    if (await needsStepUp(sandbox, ep, caller.value, request.value)) return refusal(ep, 'STEP_UP_REQUIRED')

    const outcome = await sandbox.run((base) => {
      const actor = caller.value.kind === 'person' ? caller.value.actor : undefined
      const ctx = { ...base, ...(actor && { actor }) } as CtxOf<E>
      const run = (): Promise<Outcome<Res<E>, string>> => verb(ctx, request.value as Req<E>)
      const reference = ep.idempotent ? c.req.header('idempotency-ref') : undefined
      return reference
        ? once(ctx, sandbox.keys, { ep, caller: caller.value, reference, request: request.value }, run)
        : run()
    })
    if (fault?.when === 'after') return fault.answer()
    return outcome.ok ? answer(ep, outcome.value, sandbox.log) : refusal(ep, outcome.refusal, outcome.body)
  })
}
