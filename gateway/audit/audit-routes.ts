import type { Hono } from 'hono'
import { auditExport, auditLineGet, auditLinesGet, auditPeopleGet, auditVerify } from '../../contract/console/audit'
import { serve } from '../console/serve'
import { coded } from '../http/answers'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { exportAnswer } from './export-lines'
import { findLine, findLines } from './find-lines'
import { type Verified, verifyChain } from './verify'

const PAGE = 50

/** The record, for those who may read it: only their own identity's. */
export function auditRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { audit, options } = parts
  const { store, clock, auditKey } = options
  /** A walk takes long: whoever asks meanwhile gets the same. */
  const walking = new Map<string, Promise<Verified>>()

  serve(app, parts, auditLinesGet, async ({ query }, { session }) => {
    const { before, after, limit = PAGE, ...filters } = query
    const chain = session.identity.id
    const { lines, more } = await findLines(store, chain, filters, { before, after, limit })
    if (after !== undefined) return { lines, older: true, newer: more }
    return { lines, older: more, newer: before !== undefined }
  })

  serve(app, parts, auditLineGet, async ({ params }, { session }) => {
    return (await findLine(store, session.identity.id, params.id)) ?? coded(404, 'NOT_FOUND')
  })

  serve(app, parts, auditPeopleGet, async (_request, { session }) => {
    const people = await audit.people.of(session.identity.id)
    return { people: people.map(({ person_id, name }) => ({ id: person_id, name })) }
  })

  serve(app, parts, auditVerify, async (_request, { session }) => {
    const chain = session.identity.id
    const walk = walking.get(chain) ?? verifyChain(store, auditKey, chain).finally(() => walking.delete(chain))
    walking.set(chain, walk)
    const { lines, hash, broken } = await walk
    return { holds: !broken, lines, hash, ...(broken && { brokenAt: broken.seq }), checkedAt: clock.now() }
  })

  serve(app, parts, auditExport, async ({ query }, { session, access, address }) => {
    const { format, ...filters } = query
    const { section, id: operation } = auditExport
    const chain = session.identity.id
    const { lines } = await findLines(store, chain, {}, { limit: 1 })
    // Who takes the record along is in the record, but not in what they take.
    const deed = { session, role: access.role.name, operation, section, change: { format, ...filters }, address }
    await audit.note(deed, { outcome: 'DONE', status: 200 })
    return exportAnswer(store, chain, filters, format, clock.now(), (lines[0]?.seq ?? 0) + 1)
  })
}
