import type { Context } from 'hono'
import type * as z from 'zod'
import { readBody, SMALL_BODY_BYTES } from '../http/validate'
import { sameSecret } from '../keys'
import type { Sandbox } from '../sandbox'

export const noStore = { 'cache-control': 'no-store' }
type Checked<T> = { ok: true; value: T } | { ok: false; response: Response }

/**
 * The body of a call that only our own frames may make: a page of another origin cannot forge the header `origin`, and the
 * UI key says whose programme it is. 403 for another origin, 401 for another key, 400 for another form.
 */
export async function fromFrame<S extends z.ZodType>(
  c: Context,
  sandbox: Sandbox,
  schema: S,
): Promise<Checked<z.output<S>>> {
  const refuse = (status: 400 | 401 | 403) => ({ ok: false as const, response: c.body(null, status, noStore) })
  if (c.req.header('origin') !== sandbox.secureOrigin) return refuse(403)
  if (!hasUiKey(c, sandbox)) return refuse(401)
  const body = await readBody(c.req.raw, SMALL_BODY_BYTES)
  if (!body.ok) return body
  const parsed = schema.safeParse(body.value)
  return parsed.success ? { ok: true, value: parsed.data } : refuse(400)
}

export const hasUiKey = (c: Context, sandbox: Sandbox): boolean =>
  sameSecret(c.req.header('ui-key') ?? '', sandbox.uiKey)
