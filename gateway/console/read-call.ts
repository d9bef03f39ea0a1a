import type * as z from 'zod'
import type { Endpoint, Req } from '../../contract/endpoint'
import { decodeQuery } from '../../contract/wire'
import { badFields, refusal } from '../http/answers'
import { type Bounds, readBody } from '../http/read-body'
import { refusedBody } from '../webhooks/stranger-bounds'

type Read<T> = { ok: true; value: T } | { ok: false; response: Response }
const MAX_BODY = 256 * 1024

/** How much of a body is read; of strangers with what all of them together may take. */
type Reading = { most: number; bounds?: Bounds }

/** Path, query and body of a call as the endpoint documents them; anything else is a 400 that names the fields. */
export async function readCall<E extends Endpoint>(
  ep: E,
  request: Request,
  params: Record<string, string>,
  { most, bounds }: Reading = { most: MAX_BODY },
): Promise<Read<Req<E>>> {
  const parts: Record<string, unknown> = {}
  const given = { params, query: decodeQuery(ep, new URL(request.url).searchParams), body: undefined as unknown }
  if (ep.body) {
    const body = await readBody(request, most, bounds)
    if (!body.ok) {
      const { status, code } = refusedBody(body)
      return no(refusal(status, code, 'The request is larger, or slower, than the console takes.'))
    }
    given.body = json(body.bytes)
  }
  for (const part of ['params', 'query', 'body'] as const) {
    const parsed = ep[part]?.safeParse(given[part])
    if (parsed && !parsed.success) return no(badFields(complaints(parsed.error, given[part])))
    parts[part] = parsed?.data
  }
  // Audited: each part was read by the schema that the type is made of.
  return { ok: true, value: parts as Req<E> }
}

const no = (response: Response): { ok: false; response: Response } => ({ ok: false, response })

/** What is wrong with `given`, field by field. */
export const complaints = (error: z.ZodError, given: unknown) => error.issues.map((issue) => complaint(issue, given))

function complaint(issue: z.core.$ZodIssue, given: unknown): { fieldName: string; error: string } {
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], given)
  return { fieldName: issue.path.join('.') || 'body', error: value === undefined ? 'REQUIRED' : wordOf(issue.code) }
}

function wordOf(code: z.core.$ZodIssue['code']): string {
  if (code === 'too_big' || code === 'too_small') return 'RANGE'
  return code === 'invalid_value' ? 'IN' : 'REGEX'
}

/** What the bytes say; nothing where they are no JSON. */
export function json(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
