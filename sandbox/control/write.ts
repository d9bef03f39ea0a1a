import type { Context, Hono } from 'hono'
import type * as z from 'zod'
import { complaints } from '../http/complaints'
import { badRequest } from '../http/respond'
import { readBody, SMALL_BODY_BYTES } from '../http/validate'

/** One write of the control plane: a JSON body of the given form, a JSON answer. */
export function write<S extends z.ZodType>(
  app: Hono,
  path: string,
  schema: S,
  work: (input: z.output<S>) => Promise<Record<string, unknown>>,
): void {
  app.post(path, async (c: Context) => {
    const input = await readInput(c, schema)
    return input.ok ? c.json(await work(input.value)) : input.response
  })
}

type Input<T> = { ok: true; value: T } | { ok: false; response: Response }

/** The JSON body of a call, if it has the given form; otherwise what to answer. */
export async function readInput<S extends z.ZodType>(c: Context, schema: S): Promise<Input<z.output<S>>> {
  const body = await readBody(c.req.raw, SMALL_BODY_BYTES)
  if (!body.ok) return body
  const input = schema.safeParse(body.value)
  if (input.success) return { ok: true, value: input.data }
  const { fields, message } = complaints(input.error.issues, body.value)
  return { ok: false, response: badRequest(fields, message) }
}
