import type { Context, MiddlewareHandler } from 'hono'
import { consoleOperations } from '../../contract/console/registry'
import { createMatcher } from '../../contract/registry'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { allowedOperation } from '../proxy/allowed-operation'
import { codeOf } from './recorded'
import { createStrangers } from './strangers'

const MULTI = '/api/multi'
const CONSOLE = '/api/console'
const consoleOperation = createMatcher(consoleOperations)
/** Too large, malformed, or named as nothing here is: what an honest page never sends. */
const odd = new Set([400, 404, 405, 413, 421])
const forged = new Set(['FOREIGN_REQUEST', 'INSUFFICIENT_PERMISSIONS'])

/**
 * Writes down the refusals that come before anything could begin: writes that are too large or malformed, calls that another
 * page made the browser send, reads without the permission. In the record of the person whose cookie came along, else in
 * the system's; never more than so many a minute, because nobody had to prove anything to cause them.
 */
export function noteRefused(parts: GatewayParts): MiddlewareHandler<GatewayEnv> {
  const { audit, access, cookie, table, options, log } = parts
  const persons = createStrangers(options.clock, 30)

  return async (c, next) => {
    await next()
    const { status } = c.res
    if (status < 400 || c.var.recorded) return
    const write = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    if (status !== 403 && !(write && odd.has(status))) return
    const code = await codeOf(c.res)
    if (status === 403 && !(code !== undefined && forged.has(code))) return
    await note(c, status, code).catch((error: unknown) => log.error({ err: error }, 'a refusal was not recorded'))
  }

  async function note(c: Context<GatewayEnv>, status: number, code: string | undefined): Promise<void> {
    const cookieId = cookie.read(c)
    const session = cookieId === undefined ? undefined : await table.byCookie(cookieId)
    const { address, requestRef } = c.var
    const leftOutBefore = session ? persons.admit(session.id) : 0
    if (leftOutBefore === undefined) return
    const role = session && (await access.of(session)).role.name
    const { operation, section } = aim(c)
    const change = { method: c.req.method, ...(leftOutBefore > 0 && { leftOutBefore }) }
    const deed = { operation, section, change, address, ...(session && { session }), ...(role && { role }) }
    await audit.note(deed, { outcome: 'REFUSED', status, ...(code && { code }), ...(requestRef && { requestRef }) })
  }
}

/** What was called, by its name; never the path, which may hold anything. */
function aim(c: Context): { operation: string; section: string } {
  const { method, path } = c.req
  const found = path.startsWith(`${MULTI}/`)
    ? allowedOperation(method, path.slice(MULTI.length))
    : path.startsWith(`${CONSOLE}/`)
      ? consoleOperation(method, path.slice(CONSOLE.length))
      : undefined
  if (found) return { operation: found.ep.id, section: found.ep.section }
  return { operation: path.startsWith('/api/session') ? 'sign-in' : 'request', section: 'access' }
}
