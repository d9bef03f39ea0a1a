import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import * as z from 'zod'
import { CurrencyAmount } from '../../contract/common'
import { type AuditFilters, AuditLine } from '../../contract/console/audit'
import type { Engine, Store } from '../../storage/open'
import type { Tables } from '../../storage/schema'
import type { GatewayAuditLineTable } from '../../storage/schema/audit'
import { titleOf } from './titles'

type Query<O> = SelectQueryBuilder<Tables, 'gateway_audit_line', O>
type Place = { before?: number | undefined; after?: number | undefined; limit: number }

/** Lines of one identity's record, newest first, from a place in it; one more than `limit` says that there is more. */
export async function findLines({ db, engine }: Store, chain: string, filters: AuditFilters, place: Place) {
  const { before, after, limit } = place
  // Towards newer ones the query runs the other way round, so that the page is the one next to this.
  const up = after !== undefined
  const rows = await filtered(db.selectFrom('gateway_audit_line').selectAll(), chain, filters, engine)
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .$if(up, (query) => query.where('seq', '>', after ?? 0))
    .orderBy('seq', up ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute()
  const more = rows.length > limit
  const lines = rows.slice(0, limit).map(toLine)
  if (up) lines.reverse()
  return { lines, more }
}

/** One line of the identity's own record. */
export async function findLine({ db }: Store, chain: string, id: string): Promise<AuditLine | undefined> {
  const query = db.selectFrom('gateway_audit_line').selectAll()
  const row = await query.where('id', '=', id).where('chain', '=', chain).executeTakeFirst()
  return row && toLine(row)
}

function filtered<O>(query: Query<O>, chain: string, filters: AuditFilters, engine: Engine): Query<O> {
  const { person, section, operation, resource, proposal, outcome, from, to, text } = filters
  const same = { person_id: person, section, operation, resource, proposal, outcome }
  let found = query.where('chain', '=', chain)
  for (const [column, value] of Object.entries(same)) {
    if (value !== undefined) found = found.where(sql.ref<string>(column), '=', value)
  }
  if (from !== undefined) found = found.where('at', '>=', from)
  if (to !== undefined) found = found.where('at', '<=', to)
  return text === undefined ? found : found.where(contains(text, engine))
}

const searched = [
  'person_name',
  'operation',
  'resource',
  'change',
  'code',
  'request_ref',
  'proposal',
  'address',
] as const satisfies readonly (keyof GatewayAuditLineTable)[]

/**
 * What is typed is looked for as it is: `%` and `_` mean themselves. Case does not matter; on SQLite only that of A to Z,
 * because it knows no other letters, and a name typed as it is written must be found.
 */
function contains(text: string, engine: Engine) {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const like = engine === 'postgres' ? sql`ilike` : sql`like`
  const either = searched.map((column) => sql`${sql.ref(column)} ${like} ${pattern} escape '\\'`)
  return sql<boolean>`(${sql.join(either, sql` or `)})`
}

/** Audited: what was written as JSON by this program. */
const Amounts = z.array(CurrencyAmount)

function toLine(row: Selectable<GatewayAuditLineTable>): AuditLine {
  const { person_id, person_type, person_name, role, resource, change, code, request_ref, proposal } = row
  return AuditLine.parse({
    id: row.id,
    seq: row.seq,
    at: row.at,
    ...(person_id !== null && { person: { id: person_id, type: person_type, name: person_name } }),
    ...(role !== null && { role }),
    operation: row.operation,
    title: titleOf(row.operation),
    section: row.section,
    ...(resource !== null && { resource }),
    ...(change !== null && { change: JSON.parse(change) }),
    amounts: row.amounts === null ? [] : Amounts.parse(JSON.parse(row.amounts)),
    outcome: row.outcome,
    status: row.status,
    ...(code !== null && { code }),
    ...(request_ref !== null && { requestRef: request_ref }),
    ...(proposal !== null && { proposal }),
    address: row.address,
  })
}
