import type { CodedStatus, Endpoint } from '../../contract/endpoint'
import type { InvalidField } from '../../contract/errors'
import type { Log } from '../log'

const JSON_TYPE = { 'content-type': 'application/json' }
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: JSON_TYPE })
const empty = (status: number) => new Response(null, { status })

/**
 * A success, checked against the contract before it leaves: a missing field, a wrong type or a field that the contract
 * does not know is our own mistake, answered with 500 and logged.
 */
export function answer(ep: Endpoint, value: unknown, log: Log): Response {
  const bodies = Object.entries(ep.responses)
  const match = bodies.find(([, schema]) => (value === undefined) === (schema === null))
  if (!match?.[1]) return match ? empty(Number(match[0])) : broken(ep, 'no documented answer has this form', log)
  const parsed = match[1].safeParse(value)
  if (!parsed.success) return broken(ep, parsed.error.message, log)
  if (ep.media)
    return new Response(String(parsed.data), { status: Number(match[0]), headers: { 'content-type': ep.media } })
  const text = JSON.stringify(parsed.data)
  // Unknown fields are dropped by the schema; the same fields in another order have the same length.
  if (text.length !== JSON.stringify(value).length) return broken(ep, 'a field that the contract does not know', log)
  return new Response(text, { status: Number(match[0]), headers: JSON_TYPE })
}

function broken(ep: Endpoint, problem: string, log: Log): Response {
  log.error({ operation: ep.id, problem }, 'an answer breaks the contract')
  return empty(500)
}

/** A refusal in the body that its status has: `{errorCode}`, `{code, message}` or nothing. */
export function refusal(ep: Endpoint, code: string, body?: unknown): Response {
  switch (code) {
    case 'UNAUTHORIZED':
      return empty(401)
    case 'FORBIDDEN':
      return empty(403)
    case 'LOCKED':
      return empty(423)
    case 'NOT_FOUND':
      return json(404, { code, message: `${ep.id}: there is no such resource` })
    case 'METHOD_NOT_ALLOWED':
      return json(405, { code, message: `${ep.id}: this programme does not use it` })
    case 'API_KEY_REQUIRED':
      return badRequest([{ fieldName: 'request.api-key', error: 'REQUIRED', params: [] }], 'api-key: must not be null')
  }
  if (body !== undefined) return json(409, body)
  const status = statusOf(ep, code)
  // The published schema names `errorCode`, a client of the vendor reads `message`: step-up sends both.
  return json(status, code === 'STEP_UP_REQUIRED' ? { errorCode: code, message: code } : { errorCode: code })
}

const STATUSES: readonly CodedStatus[] = [403, 409, 404, 410]

/** Said by the machinery to any operation that wants a person, whether or not its own list has them. */
const WHO_MAY = new Set(['STEP_UP_REQUIRED', 'ACCESS_TOKEN_REQUIRED', 'INSUFFICIENT_PERMISSIONS'])

function statusOf(ep: Endpoint, code: string): CodedStatus {
  if (WHO_MAY.has(code)) return 403
  const listed = STATUSES.filter((status) => ep.errors?.[status]?.includes(code))
  // Both codes of secure tokens are listed under 404 and 410: gone is what once was there.
  if (code === 'TOKEN_EXPIRED' && listed.includes(410)) return 410
  return listed[0] ?? 409
}

/** 400 with every field that is wrong; `message` is the first complaint in words. */
export function badRequest(invalidFields: InvalidField[], message: string): Response {
  return json(400, { message: message.slice(0, 255), syntaxErrors: { invalidFields } })
}

/** A path that is no operation. */
export const noSuchPath = () => json(404, { code: 'NOT_FOUND', message: 'There is no such operation.' })
export const failed = () => empty(500)
export const givenUp = () => empty(499)
