import type { Hono } from 'hono'
import {
  decideAuthorisation,
  listAuthorisations,
  readAuthorisation,
  readAuthorisationRules,
  rehearseAuthorisationRules,
  waitingAuthorisations,
  writeAuthorisationRules,
} from '../../contract/console/authorisations'
import { type Caller, serve } from '../console/serve'
import { coded, refusal } from '../http/answers'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { rehearse } from './rehearse'
import { detailOf, viewOf } from './request-table'

const LAST = 500
const MINUTE = 60_000
const readerOf = ({ session, access }: Caller) => ({ identityId: session.identity.id, access })
const notFound = () => refusal(404, 'NOT_FOUND', 'There is no such request.')

/** The desk, its history and its rules, for the page. */
export function authorisationsRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { table, rules, desk, holders, time } = parts.authorisations

  serve(app, parts, waitingAuthorisations, async (_, caller) => {
    await table.settleLost(time.now())
    const rows = await table.waiting(readerOf(caller))
    return { now: time.now(), authorisations: rows.map(viewOf) }
  })
  serve(app, parts, listAuthorisations, async ({ query }, caller) => {
    const { rows, next } = await table.list(readerOf(caller), query)
    return { authorisations: rows.map(viewOf), ...(next !== undefined && { next }) }
  })
  serve(app, parts, readAuthorisation, async ({ params }, caller) => {
    const row = await table.visible(readerOf(caller), params.id)
    return row ? detailOf(row) : notFound()
  })
  serve(app, parts, decideAuthorisation, async ({ params, body }, caller) => {
    const { credentials, name } = caller.session
    const row = await table.visible(readerOf(caller), params.id)
    if (!row) return notFound()
    if (await desk.decide(row, body.verdict, { id: credentials.id, name })) {
      const settled = await table.byId(row.id)
      return settled ? viewOf(settled) : notFound()
    }
    const now = await table.byId(row.id)
    return coded(409, now?.decided_by === 'PERSON' || now?.decided_by === 'RULE' ? 'ALREADY_DECIDED' : 'TOO_LATE')
  })

  serve(app, parts, readAuthorisationRules, (_, { session }) => rules.read(session.identity.id))
  serve(app, parts, writeAuthorisationRules, async ({ body }, { session, note }) => {
    const { version, ...list } = body
    if (!(await rules.write(session, version, list))) return coded(409, 'RULES_CHANGED')
    note({ resource: String(version + 1) })
    if (list.rules.some((rule) => rule.kind === 'CARD' && rule.if.cardholder !== undefined)) {
      const read = holders.readAll(session)
      await read.catch((error: unknown) => parts.log.warn({ err: error }, 'reading the holders of cards failed'))
    }
    return rules.read(session.identity.id)
  })
  serve(app, parts, rehearseAuthorisationRules, async ({ body }, caller) => {
    const { last = LAST, from = 0, ...list } = body
    const reader = readerOf(caller)
    const rows = await table.past(reader, last, from)
    const longest = Math.max(0, ...list.rules.map((rule) => rule.if.velocity?.withinMinutes ?? 0))
    const oldest = rows.at(-1)?.at ?? 0
    const before = longest === 0 ? [] : await table.before(reader, oldest, oldest - longest * MINUTE)
    return rehearse(list, rows, before)
  })
}
