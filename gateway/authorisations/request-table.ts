import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Verdict } from '../../contract/console/authorisation-rules'
import {
  type Authorisation,
  AuthorisationDetail,
  Authorisation as AuthorisationShape,
  type listAuthorisations,
} from '../../contract/console/authorisations'
import type { Req } from '../../contract/endpoint'
import type { Store } from '../../storage/open'
import type { Tables } from '../../storage/schema'
import type { Access } from '../access/access'
import { folded } from './conditions'
import type { Row } from './keeper'

type Query = Req<typeof listAuthorisations>['query']
type Eb = ExpressionBuilder<Tables, 'gateway_authorisation'>
type Reader = { identityId: string; access: Pick<Access, 'cards' | 'accounts'> }

const PAGE = 50
/** A gateway that has not settled what it asked about by then has died. Real time; clocks of machines differ a little. */
const LOST_AFTER_MS = 5000

export type RequestTable = ReturnType<typeof createRequestTable>

/** The requests that were kept, for those who may see their cards and accounts. */
export function createRequestTable({ db }: Store) {
  const visibleTo = ({ identityId, access }: Reader) =>
    db
      .selectFrom('gateway_authorisation')
      .selectAll()
      .where('identity_id', '=', identityId)
      .where((eb) => eb.or([shown(eb, 'CARD', access.cards), shown(eb, 'WIRE', access.accounts)]))

  return {
    byReference: (kind: string, reference: string): Promise<Row | undefined> =>
      db
        .selectFrom('gateway_authorisation')
        .selectAll()
        .where('kind', '=', kind)
        .where('reference', '=', reference)
        .executeTakeFirst(),
    byId: (id: string): Promise<Row | undefined> =>
      db.selectFrom('gateway_authorisation').selectAll().where('id', '=', id).executeTakeFirst(),
    visible: (reader: Reader, id: string): Promise<Row | undefined> =>
      visibleTo(reader).where('id', '=', id).executeTakeFirst(),

    /** The first word counts: false when there has been one already. */
    async settle(id: string, verdict: Verdict, by: Pick<Row, 'decided_by' | 'person_id' | 'person_name'>) {
      const done = await db
        .updateTable('gateway_authorisation')
        .set({ ...by, state: stateOf(verdict) })
        .where('id', '=', id)
        .where('state', '=', 'WAITING')
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },

    /** What a gateway asked about before it died: nobody was answered. */
    async settleLost(now: number): Promise<void> {
      await db
        .updateTable('gateway_authorisation')
        .set({ state: 'UNKNOWN', decided_by: 'LOST' })
        .where('state', '=', 'WAITING')
        .where('deadline', '<', now - LOST_AFTER_MS)
        .execute()
    },

    waiting: (reader: Reader): Promise<Row[]> =>
      visibleTo(reader).where('state', '=', 'WAITING').orderBy('deadline').orderBy('id').limit(100).execute(),

    async list(reader: Reader, given: Query): Promise<{ rows: Row[]; next: string | undefined }> {
      const { limit = PAGE } = given
      const after = given.after === undefined ? undefined : readCursor(given.after)
      const rows = await visibleTo(reader)
        .where((eb) => eb.and(filters(eb, given)))
        .$if(after !== undefined, (query) =>
          query.where((eb) => {
            const { at, id } = after ?? { at: 0, id: '' }
            return eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('id', '<', id)])])
          }),
        )
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute()
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return { rows: rows.slice(0, limit), next: last && `${last.at}.${last.id}` }
    },

    /** The last so many since a time, newest first: for a rehearsal. */
    past: (reader: Reader, last: number, from: number): Promise<Row[]> =>
      visibleTo(reader).where('at', '>=', from).orderBy('at', 'desc').orderBy('id', 'desc').limit(last).execute(),
    /** What came before these in a window of time: only what a velocity is counted from. */
    before: ({ identityId }: Reader, at: number, since: number): Promise<Row[]> =>
      db
        .selectFrom('gateway_authorisation')
        .selectAll()
        .where('identity_id', '=', identityId)
        .where('at', '<', at)
        .where('at', '>', since)
        .orderBy('at', 'desc')
        .limit(20_000)
        .execute(),
  }
}

const shown = (eb: Eb, kind: string, ids: Access['cards']): Expression<SqlBool> => {
  const ofKind = eb('kind', '=', kind)
  if (ids === 'all') return ofKind
  return ids.size === 0 ? eb.lit(false) : eb.and([ofKind, eb('instrument_id', 'in', [...ids])])
}

function filters(eb: Eb, { kind, state, by, asked, instrument, rule, party, from, to }: Query): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = []
  if (kind !== undefined) all.push(eb('kind', '=', kind))
  if (state !== undefined) all.push(eb('state', 'in', [state].flat()))
  if (by !== undefined) all.push(eb('decided_by', 'in', [by].flat()))
  if (asked !== undefined) all.push(eb('asked', '=', asked ? 1 : 0))
  if (instrument !== undefined) all.push(eb('instrument_id', '=', instrument))
  if (rule !== undefined) all.push(eb('rule_id', '=', rule))
  if (party !== undefined) {
    const part = folded(party).replace(/[\\%_]/g, (sign) => `\\${sign}`)
    all.push(sql<SqlBool>`party_search like ${`%${part}%`} escape '\\'`)
  }
  if (from !== undefined) all.push(eb('at', '>=', from))
  if (to !== undefined) all.push(eb('at', '<', to))
  return all
}

function readCursor(text: string): { at: number; id: string } {
  const dot = text.indexOf('.')
  const at = Number(text.slice(0, dot))
  // A cursor that was not made here is the end of the list, not a mistake of the page.
  return Number.isSafeInteger(at) ? { at, id: text.slice(dot + 1) } : { at: 0, id: '' }
}

export const stateOf = (verdict: Verdict) => (verdict === 'APPROVE' ? 'APPROVED' : 'DECLINED')

/** A row as the page sees it. */
export function viewOf(row: Row): Authorisation {
  const view = {
    id: row.id,
    kind: row.kind,
    state: row.state,
    by: row.decided_by ?? undefined,
    asked: row.asked === 1,
    reference: row.reference,
    transactionId: row.transaction_id,
    credit: row.credit === 1,
    amount: { currency: row.currency, amount: row.amount },
    instrumentId: row.instrument_id,
    cardholder: row.cardholder ?? undefined,
    party: row.party,
    partyId: row.party_id ?? undefined,
    category: row.category ?? undefined,
    country: row.country ?? undefined,
    rule:
      row.rule_id === null
        ? undefined
        : { id: row.rule_id, name: row.rule_name, action: row.action, position: row.rule_position },
    rulesVersion: row.rules_version,
    reason: row.reason ?? undefined,
    person: row.person_name ?? undefined,
    at: row.at,
    deadline: row.deadline ?? undefined,
    tookUs: row.took_us ?? undefined,
  }
  return AuthorisationShape.parse(view)
}

export const detailOf = (row: Row) => AuthorisationDetail.parse({ ...viewOf(row), question: JSON.parse(row.question) })
