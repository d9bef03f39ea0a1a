import type { Context, Hono } from 'hono'
import { webhooks } from '../../contract/events'
import type { Webhook } from '../../contract/webhook'
import { phoneNews } from '../entry/phone-news'
import { refusal } from '../http/answers'
import { readBody } from '../http/read-body'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { readEvent } from './read-event'
import { redact } from './redact'
import { refusedBody, strangerBounds } from './stranger-bounds'
import { type Disbelief, disbeliefOfHeaders, verify } from './verify'

/** Where the platform's address is set to, at Weavr; the path of the webhook is appended. */
export const WEBHOOKS = '/webhooks/multi'
/** The largest are batches of beneficiaries, of about a kilobyte each. */
const MAX_BODY = 1024 * 1024
/** What of the headers is kept. What proves the message is not: the key would open this door to whoever reads it. */
const kept = ['call-ref', 'request-ref', 'published-timestamp', 'content-type', 'user-agent']

/**
 * Weavr tries again after 408, 409, 425 and 5xx, and after nothing else. A message that comes too late or too early is
 * worth another try, which has a timestamp of its own; one that is not proved never is.
 */
const statusOf = (why: Disbelief) => (why === 'STALE' ? 408 : why === 'EARLY' ? 425 : 401)

/**
 * Takes what Weavr tells, at `/webhooks/multi/*`. Nobody is signed in here: a message proves itself or is refused. What
 * was proved is answered 204 even where it has another form than the documented: Weavr would send the same again, and
 * whoever looks for it finds it in the log, marked as unreadable.
 */
export function webhookRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { options, audit, log, inbox, metrics } = parts
  const { clock, apiKey, webhooksKey } = options
  const keys = { apiKey, webhooksKey }
  const bounds = strangerBounds()

  for (const hook of webhooks) app.post(`${WEBHOOKS}${hook.path}`, (c) => receive(c, hook))
  app.all(`${WEBHOOKS}/*`, (c) => refuse(c, undefined, 404, 'NOT_FOUND'))

  async function receive(c: Context<GatewayEnv>, hook: Webhook): Promise<Response> {
    const startedAt = performance.now()
    const { headers } = c.req.raw
    const unproved = disbeliefOfHeaders(headers, hook, keys)
    if (unproved) return refuse(c, hook, statusOf(unproved), unproved)
    const body = await readBody(c.req.raw, MAX_BODY, bounds)
    if (!body.ok) {
      const { status, code } = refusedBody(body)
      return refuse(c, hook, status, code)
    }
    const bytes = body.bytes ?? new Uint8Array()
    const verdict = verify(headers, bytes, hook, keys, clock.now())
    if (!verdict.ok) return refuse(c, hook, statusOf(verdict.why), verdict.why)

    const json = parse(bytes)
    const readable = hook.payload.safeParse(json).success
    const told = {
      webhook: hook.id,
      section: hook.section,
      reference: verdict.reference,
      proof: hook.verify === 'webhooks-key' ? 'KEY' : 'SIGNATURE',
      form: readable ? 'READABLE' : 'UNREADABLE',
      payload: json === undefined ? null : JSON.stringify(redact(json)),
      headers: JSON.stringify(Object.fromEntries(kept.flatMap((name) => header(c, name)))),
      bytes: bytes.byteLength,
      published_at: verdict.publishedAt,
      took_ms: Math.round(performance.now() - startedAt),
    }
    const row = await inbox.take(told, readEvent(hook.id, json))
    metrics.count('webhooks', { outcome: row ? told.form : 'REPEATED' })
    if (row) await phoneNews(parts, hook.id, json)
    if (row && !readable) log.warn({ webhook: hook.id, event: row.id }, 'a webhook has an undocumented form')
    return new Response(null, { status: 204 })
  }

  async function refuse(
    c: Context<GatewayEnv>,
    hook: Webhook | undefined,
    status: number,
    code: string,
  ): Promise<Response> {
    const { address, requestRef } = c.var
    metrics.count('webhooks', { outcome: code })
    const change = hook && { webhook: hook.id }
    await audit.note(
      { operation: 'webhook', section: hook?.section ?? 'events', ...(change && { change }), address },
      { outcome: 'REFUSED', status, code, requestRef },
    )
    return refusal(status, code, 'This is no message that the console takes.')
  }
}

function header(c: Context, name: string): [string, string][] {
  const value = c.req.header(name)
  return value === undefined ? [] : [[name, value]]
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
