import type { Logger } from 'pino'
import type { Endpoint } from '../../contract/endpoint'
import { badField, refusal } from '../http/answers'
import type { CallUpstream } from '../upstream/call-upstream'
import type { Guard, ProxyCall } from './guard'
import type { BulkInstruments } from './instruments-bulks'
import { listWithout, TOO_LONG } from './instruments-list'
import { instrumentsAt, type Scope, sees, seesAll, valuesAt } from './instruments-named'
import * as table from './instruments-table'

/** Payments that one call may name where each must be looked at first. */
const MOST_PAYMENTS = 100

type Needs = { callUpstream: CallUpstream; bulkInstruments: BulkInstruments; log: Logger }

/**
 * Keeps accounts and cards that a role does not show from whoever has it: what names one is answered as if it were not
 * there, and lists are without what concerns one. Whoever sees all of them never waits here.
 *
 * What lies under a visible account's or card's own path (its transactions, its statement) is whole, although it tells the
 * id of the other end: it must add up.
 */
export function instrumentGuard({ callUpstream, bulkInstruments, log }: Needs): Guard {
  return {
    async before(call) {
      const { ep, params, access, session } = call
      if (seesAll(access)) return undefined
      const type = table.instrumentOfPath(ep)
      if (type && !sees(access, { type, id: params.id ?? '' })) return unknown(ep)
      const bulk = params[table.BULK]
      if (bulk !== undefined && !(await bulkInstruments.seen(access, session.identity.id, [bulk])).has(bulk)) {
        return unknown(ep)
      }
      return hiddenInBody(call) ?? hiddenPayments(call)
    },

    async after(call, answer) {
      if (!answer.ok) return answer
      if (table.submitsBulk(call.ep)) await recordBulk(call, answer)
      if (seesAll(call.access)) return answer
      const kind = table.paymentOfPath(call.ep)
      if (kind && table.readsPayment(call.ep)) {
        return namesHidden(call.access, kind, await answer.clone().json()) ? unknown(call.ep) : answer
      }
      return call.ep.id in table.lists || call.ep.id === table.BULKS ? filtered(call, answer) : answer
    },
  }

  async function filtered(call: ProxyCall, answer: Response): Promise<Response> {
    const { access, session } = call
    const { key, places } = table.lists[call.ep.id] ?? { key: 'bulkProcesses', places: [] }
    const bulkOf = (row: unknown) => String(valuesAt(row, 'bulkId')[0])
    const keep = async (rows: unknown[]) => {
      if (call.ep.id !== table.BULKS) {
        return rows.filter((row) => instrumentsAt(row, places).every((one) => sees(access, one)))
      }
      const seen = await bulkInstruments.seen(access, session.identity.id, rows.map(bulkOf))
      return rows.filter((row) => seen.has(bulkOf(row)))
    }
    const left = await listWithout(callUpstream, call, await answer.json(), key, keep)
    if (left instanceof Response) return left.status === TOO_LONG ? left : notRead(left.status)
    return Response.json(left, { headers: answer.headers })
  }

  async function recordBulk({ ep, session, json }: ProxyCall, answer: Response): Promise<void> {
    const [id] = valuesAt(await answer.clone().json(), 'bulkId')
    const named = instrumentsAt(json(), table.bodies[ep.id] ?? [])
    if (id !== undefined) await bulkInstruments.record(session.identity.id, String(id), named)
  }

  /** A payment whose path it is, or that the body names, is read first: the call itself does not say what it concerns. */
  async function hiddenPayments(call: ProxyCall): Promise<Response | undefined> {
    const named = paymentsOf(call)
    if (named.length > MOST_PAYMENTS) return badField('body', 'RANGE')
    for (const { kind, id } of named) {
      const answer = await callUpstream(table.payments[kind].read, { params: { id } }, call.session.token)
      // What is not there, or not for this token: the Multi API says so itself.
      if (answer.status === 404 || answer.status === 401) continue
      if (!answer.ok) return notRead(answer.status)
      if (namesHidden(call.access, kind, await answer.json())) return unknown(call.ep)
    }
    return undefined
  }

  function notRead(status: number): Response {
    log.warn({ status }, 'what a call concerns could not be read')
    return refusal(502, 'UPSTREAM_FAILED', 'What the call concerns cannot be read at the moment.')
  }
}

/** As the Multi API answers for what is not there. */
const unknown = (ep: Endpoint) => refusal(404, 'NOT_FOUND', `${ep.id}: there is no such resource`)

const namesHidden = (access: Scope, kind: table.Payment, document: unknown) =>
  !instrumentsAt(document, table.payments[kind].places).every((one) => sees(access, one))

function hiddenInBody({ ep, access, bytes, json }: ProxyCall): Response | undefined {
  const places = table.bodies[ep.id]
  if (!places && !(ep.id in table.bodiesOfPayments)) return undefined
  // What cannot be read here must not be read differently further on.
  if (bytes !== undefined && json() === undefined) return badField('body', 'REGEX')
  return instrumentsAt(json(), places ?? []).every((one) => sees(access, one)) ? undefined : unknown(ep)
}

function paymentsOf({ ep, params, json }: ProxyCall): { kind: table.Payment; id: string }[] {
  const own = table.paymentOfPath(ep)
  if (own && params.id !== undefined && !table.readsPayment(ep)) return [{ kind: own, id: params.id }]
  const place = table.bodiesOfPayments[ep.id]
  if (!place) return []
  const kind = typeof place.kind === 'string' ? place.kind : String(valuesAt(json(), place.kind.at)[0])
  // A declaration of a linked account concerns none of the identity's accounts and cards here.
  if (!table.isPayment(kind)) return []
  return [...new Set(valuesAt(json(), place.at).map(String))].map((id) => ({ kind, id }))
}
