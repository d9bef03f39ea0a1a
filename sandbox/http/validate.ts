import type { Context } from 'hono'
import type * as z from 'zod'
import type { Endpoint } from '../../contract/endpoint'
import type { InvalidField } from '../../contract/errors'
import { decodeQuery } from '../../contract/wire'
import { complaints } from './complaints'
import { badRequest } from './respond'

export const MAX_BODY_BYTES = 10 * 1024 * 1024

/** What a verb receives; parts that the operation does not have are absent. */
export type Request = { params?: unknown; query?: unknown; headers?: unknown; body?: unknown }
type Read = { ok: true; value: Request } | { ok: false; response: Response }
type Part<T> = { ok: true; value: T } | { ok: false; response: Response }

/** Reads path, query and JSON body of a call as the operation documents them; anything else is a 400 that names fields. */
export async function readRequest(ep: Endpoint, c: Context): Promise<Read> {
  const params = check(ep.params, c.req.param())
  if (!params.ok) return params
  const search = new URL(c.req.url).searchParams
  if ([...search.values()].some(hasNul))
    return { ok: false, response: whole('request', 'must not hold NUL characters') }
  const query = check(ep.query, ep.query ? decodeQuery(ep, search) : undefined)
  if (!query.ok) return query
  const headers = check(ep.headers, ep.headers && Object.fromEntries(c.req.raw.headers))
  if (!headers.ok) return headers
  const head = { params: params.value, query: query.value, headers: headers.value }
  if (!ep.body) return { ok: true, value: head }
  const raw = await readBody(c.req.raw)
  if (!raw.ok) return raw
  const body = check(ep.body, raw.value)
  if (!body.ok) return body
  return { ok: true, value: { ...head, body: body.value } }
}

function check(schema: z.ZodType | undefined, raw: unknown): Part<unknown> {
  if (!schema) return { ok: true, value: undefined }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  const { fields, message } = complaints(parsed.error.issues, raw)
  return { ok: false, response: badRequest(fields, message) }
}

/** What a form of a few fields may weigh: far more than it needs, far less than a bulk. */
export const SMALL_BODY_BYTES = 16 * 1024

/** Parses a JSON body of at most `limit` bytes; `undefined` when there is none. */
export async function readBody(request: globalThis.Request, limit = MAX_BODY_BYTES): Promise<Part<unknown>> {
  const bytes = await readBytes(request, limit)
  if (!bytes) return { ok: false, response: whole('request', `must not be larger than ${limit} bytes`, 'SIZE') }
  if (bytes.byteLength === 0) return { ok: true, value: undefined }
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return { ok: false, response: whole('request', 'content-type must be application/json') }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    if (text.includes('\\u0000') && deepHasNul(value))
      return { ok: false, response: whole('request', 'must not hold NUL characters') }
    return { ok: true, value }
  } catch {
    return { ok: false, response: whole('request', 'is not JSON in UTF-8') }
  }
}

async function readBytes(request: globalThis.Request, limit: number): Promise<Uint8Array | undefined> {
  // A stated length refuses early; it is counted all the same, since a chunked call states none.
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (length > limit) return undefined
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
}

function whole(fieldName: string, words: string, error: InvalidField['error'] = 'REGEX'): Response {
  return badRequest([{ fieldName, error, params: [] }], `${fieldName}: ${words}`)
}

// PostgreSQL cannot keep NUL in text, and no field of the API has a use for it.
const hasNul = (text: string) => text.includes('\0')

function deepHasNul(value: unknown): boolean {
  if (typeof value === 'string') return hasNul(value)
  if (!value || typeof value !== 'object') return false
  return Object.entries(value).some(([name, inner]) => hasNul(name) || deepHasNul(inner))
}
