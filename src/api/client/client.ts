import type * as z from 'zod'
import type { Args, Endpoint, Res } from '#contract/endpoint'
import { encodeQuery, fillPath } from '#contract/wire'
import { ApiError, awaitsApproval, readJson, toApiError } from './api-error'
import { sharedGate } from './shared-gate'

/** Something the person does so that a refused call may go through; resolves false when they decline. */
export type Gate = () => Promise<boolean>

export type ClientOptions = {
  base: string
  fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Whether the person may make the call. A read that they may not make is refused here, and not sent to be refused. */
  may?: (permission: Endpoint['permission']) => boolean
  /** Asks for the code; the refused call is then sent once more. */
  onStepUp?: Gate
  /** Asks the person to sign in again over the page; the refused call is then sent once more. */
  onSignIn?: Gate
  /** The API answered something that the contract does not describe. */
  onDrift?: (operation: string, what: string) => void
}

/** A JSON body that was written elsewhere, as by a worker: the page need not write ten thousand rows itself. */
export class WrittenBody {
  constructor(readonly json: Blob) {}
}

/** Arguments with such a body in the place of the object. */
export type WrittenArgs<E extends Endpoint> = Omit<Args<E>, 'body'> & { body: WrittenBody }

type LooseArgs = {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  idempotencyRef?: string
}

/** Calls an operation of the contract; what it needs and what it answers follow from the endpoint's type. */
export type Call = <const E extends Endpoint>(
  ep: E,
  args: Args<E> | WrittenArgs<E>,
  signal?: AbortSignal,
) => Promise<Res<E>>

/**
 * The browser's way to the Multi API. A call refused for want of step-up or of a session waits at a gate that all
 * refused calls share, and is sent once more with the same idempotency reference. Nothing else is ever sent twice.
 */
export function createClient(options: ClientOptions): Call {
  const { base, onDrift, may = () => true, fetch: send = (url, init) => fetch(url, init) } = options
  const gates = { stepUp: sharedGate(options.onStepUp), signIn: sharedGate(options.onSignIn) }

  return async function call<const E extends Endpoint>(
    ep: E,
    args: Args<E> | WrittenArgs<E>,
    signal?: AbortSignal,
  ): Promise<Res<E>> {
    if (ep.method === 'GET' && !may(ep.permission)) throw new ApiError(403, 'INSUFFICIENT_PERMISSIONS')
    const { params, query, body, idempotencyRef } = args as LooseArgs
    const search = encodeQuery(ep, query).toString()
    const url = `${base}${fillPath(ep, params)}${search && `?${search}`}`
    const headers: Record<string, string> = { accept: 'application/json', 'x-requested-with': 'multi-console' }
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (idempotencyRef !== undefined) headers['idempotency-ref'] = idempotencyRef
    const init: RequestInit = { method: ep.method, headers, credentials: 'same-origin' }
    if (body !== undefined) init.body = body instanceof WrittenBody ? body.json : JSON.stringify(body)
    if (signal) init.signal = signal

    // Each gate may be passed once: a call that is refused again for the same reason fails.
    const open = { stepUp: true, signIn: true }
    for (;;) {
      const passed = { stepUp: gates.stepUp.times(), signIn: gates.signIn.times() }
      const response = await send(url, init).catch((cause: unknown) => {
        if (signal?.aborted) throw cause
        throw new ApiError(0, 'NETWORK')
      })
      const json = await readJson(response)
      if (response.status === 202) throw awaitsApproval(response, json)
      if (response.ok) return accept(ep, response.status, json)

      const error = toApiError(response, json)
      const gate = error.code === 'STEP_UP_REQUIRED' ? 'stepUp' : error.status === 401 ? 'signIn' : undefined
      if (!gate || !open[gate]) throw error
      open[gate] = false
      if (!(await gates[gate].pass(passed[gate], signal))) throw declined(gate, error)
    }
  }

  function accept<E extends Endpoint>(ep: E, status: number, json: unknown): Res<E> {
    const responses: Readonly<Record<number, z.ZodType | null | undefined>> = ep.responses
    const schema = responses[status]
    if (schema === undefined) onDrift?.(ep.id, `undocumented status ${status}`)
    if (schema === null && json !== undefined) onDrift?.(ep.id, `a body where ${status} has none`)
    if (schema === null) return undefined as Res<E>
    const parsed = schema?.safeParse(json)
    if (parsed?.success) return parsed.data as Res<E>
    if (parsed) onDrift?.(ep.id, parsed.error.message)
    return json as Res<E>
  }
}

function declined(gate: 'stepUp' | 'signIn', error: ApiError): ApiError {
  const code = gate === 'stepUp' ? 'STEP_UP_CANCELLED' : 'SIGN_IN_CANCELLED'
  return new ApiError(error.status, code, {}, error.requestRef)
}
