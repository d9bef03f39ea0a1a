import type { Context, Hono } from 'hono'
import type { Endpoint } from '../../contract/endpoint'
import { fillPath } from '../../contract/wire'
import { recorded } from '../audit/recorded'
import { type ProxyCall, throughGuards } from '../guard/guard'
import { badField, coded, notSignedIn, refusal } from '../http/answers'
import { readBody } from '../http/read-body'
import { tooMany } from '../limits/too-many'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import type { Session } from '../session/session-table'
import { UPSTREAM_HOST } from '../upstream/call-upstream'
import { passOn } from '../upstream/pass-on'
import { type Allowed, allowedOperation } from './allowed-operation'
import { changed } from './changed'
import { deedOf, proxyCall, readJson } from './proxy-call'

/** 10,000 rows of a bulk are about 3 MB; the rest is room. */
const MAX_BODY = 12 * 1024 * 1024
const PREFIX = '/api/multi'
/** After these the token opens more than before, so the cookie gets a new id. */
const stepsUp = new Set(['stepupSCAVerify', 'enrolDeviceUsingOtpStepTwo'])
const movesBulk = new Set(['bulkIdExecute', 'bulkIdPause', 'bulkIdResume', 'bulkIdCancel'])
const forwarded = ['idempotency-ref', 'accept']

/** Puts the Multi API before the browser: `/api/multi/*`, for the person of the session, and only what the contract has. */
export function proxyRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { table, life, cookie, hub, poller, options, log, access, audit, guards, limits } = parts

  app.all(`${PREFIX}/*`, async (c) => {
    const cookieId = cookie.read(c)
    const session = cookieId === undefined ? undefined : await table.byCookie(cookieId)
    if (cookieId === undefined || !session) return notSignedIn()
    const wait = await limits.ofSession(session.id)
    if (wait !== undefined) return tooMany(wait)
    const allowed = allowedOperation(c.req.method, rawPath(c.req.url))
    if (!allowed) return refusal(404, 'NOT_FOUND', 'The console has no such operation.')
    const { ep } = allowed
    const mine = await access.of(session)
    const body = ep.method === 'GET' ? undefined : await readBody(c.req.raw, MAX_BODY)
    if (body?.ok === false) return refusal(413, 'TOO_LARGE', 'The request is larger than the console takes.')
    if (ep.method !== 'GET' && !(await life.renew(session))) return notSignedIn()

    const json = readJson(body?.bytes)
    const call = proxyCall(c, allowed, json.ok ? json.value : undefined, session, mine)
    const work = async () => {
      if (!json.ok) return badField('body', 'REGEX')
      if (ep.permission !== 'public' && !mine.permissions.has(ep.permission))
        return coded(403, 'INSUFFICIENT_PERMISSIONS')
      return throughGuards(guards, call, () => send(c, allowed, call, cookieId))
    }
    if (ep.method === 'GET') return work()
    return recorded(audit, deedOf(call), async (note) => {
      const answer = await work()
      note({ requestRef: c.var.requestRef, ...(call.proposal !== undefined && { proposal: call.proposal }) })
      return answer
    })
  })

  /** Past all guards: the call goes upstream, and what came of it to everybody who is to hear. */
  async function send(
    c: Context<GatewayEnv>,
    allowed: Allowed,
    { ep, bytes, session }: ProxyCall,
    cookieId: string,
  ): Promise<Response> {
    c.var.operations.push(ep.id)
    const answer = await reach(c, allowed, bytes, cookieId, session)
    if (!answer) return notSignedIn()
    c.set('requestRef', answer.headers.get('request-ref') ?? c.var.requestRef)
    return ep.method === 'GET' || !answer.ok ? passOn(answer) : afterWrite(allowed, answer, cookieId, session)
  }

  /**
   * Calls upstream; `undefined` when the upstream has ended the session. A refusal that was meant for a token which the
   * session has meanwhile exchanged (the person signed in again over the page) is no refusal: the call goes out again.
   */
  async function reach(
    c: Context<GatewayEnv>,
    { ep, params }: Allowed,
    bytes: Uint8Array<ArrayBuffer> | undefined,
    cookieId: string,
    session: Session,
  ): Promise<Response | undefined> {
    const send = (token: string) =>
      options.upstream(outgoing(c, ep, params, bytes, token)).catch((error: unknown) => {
        // What a broken connection gives as its reason is a word; only errors get to where failures are answered.
        throw error instanceof Error ? error : new Error(String(error))
      })
    const answer = await send(session.token)
    if (answer.status !== 401) {
      life.noteUpstream(session)
      return answer
    }
    if (await life.refusedUpstream(session)) return undefined
    const current = await table.byCookie(cookieId)
    if (!current || current.token === session.token) return undefined
    const second = await send(current.token)
    return second.status === 401 ? undefined : second
  }

  function outgoing(
    c: Context<GatewayEnv>,
    ep: Endpoint,
    params: Record<string, string>,
    bytes: Uint8Array<ArrayBuffer> | undefined,
    token: string,
  ): Request {
    const headers = new Headers({ 'api-key': options.apiKey, authorization: `Bearer ${token}` })
    for (const name of [...forwarded, ...Object.keys(ep.headers?.shape ?? {})]) {
      const value = c.req.header(name)
      if (value !== undefined) headers.set(name, value)
    }
    // What guards have read, and in no other character set.
    if (bytes) headers.set('content-type', 'application/json')
    const url = `${UPSTREAM_HOST}${fillPath(ep, params)}${rawSearch(c.req.url)}`
    // A read that nobody waits for is broken off; a write runs to its end, so that everybody hears what became of it.
    return new Request(url, {
      method: ep.method,
      headers,
      ...(bytes && { body: bytes }),
      ...(ep.method === 'GET' && { signal: c.req.raw.signal }),
    })
  }

  async function afterWrite(
    { ep, params }: Allowed,
    answer: Response,
    cookieId: string,
    session: Session,
  ): Promise<Response> {
    const text = await answer.text()
    const told = hub.publish(session.identity.id, changed(ep, params, text))
    await told.catch((error: unknown) => log.error({ err: error, operation: ep.id }, 'telling of a change failed'))
    if (movesBulk.has(ep.id) && params.bulk_id !== undefined) poller.nudge(session.identity.id, params.bulk_id)
    const response = passOn(answer, text === '' ? null : text)
    if (stepsUp.has(ep.id)) {
      const fresh = await table.stepUp(session, cookieId)
      if (fresh !== undefined) cookie.set(response.headers, fresh)
    }
    return response
  }
}

// Not by URL: that resolves `..` and its escapes, and what is to be refused would already be gone.
function rawPath(url: string): string {
  const from = url.indexOf(`${PREFIX}/`) + PREFIX.length
  const [path = ''] = url.slice(from).split(/[?#]/)
  return path
}

function rawSearch(url: string): string {
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at)
}
