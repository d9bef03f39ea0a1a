import type { Hono } from 'hono'
import {
  type Proposal,
  proposalApprove,
  proposalGet,
  proposalReject,
  proposalsCount,
  proposalsGet,
  proposalWithdraw,
} from '../../contract/console/proposals'
import { type Caller, serve } from '../console/serve'
import { coded, refusal } from '../http/answers'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'
import { approve } from './approve'
import { factsOf, isMaker, type ProposalRow, stepOf } from './proposal-table'
import { mayNotDecide, maySee, viewOf } from './view'

const PAGE = 25
const open = ['PENDING', 'EXECUTING'] as const
const notFound = () => refusal(404, 'NOT_FOUND', 'There is no such proposal.')

/** Payments that wait for another person: the inbox, and what may be said about one. */
export function proposalRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  const { approvals, options, bulkInstruments } = parts
  const { proposals } = approvals
  const looking = ({ session, access }: Caller) => ({ session, access, now: options.clock.now() })

  /** Those of them that the caller may see. Of a bulk its own record knows which accounts it is about. */
  async function seenOf(caller: Caller, rows: readonly ProposalRow[]): Promise<ProposalRow[]> {
    const { access, session } = caller
    const about = rows.filter((row) => maySee(row, looking(caller))).map((row) => ({ row, ...factsOf(row) }))
    const ids = about.flatMap(({ bulkId }) => bulkId ?? [])
    const bulks = await bulkInstruments.seen(access, session.identity.id, ids)
    const mine = session.credentials.id
    return about
      .filter(({ row, bulkId }) => row.maker_id === mine || bulkId === undefined || bulks.has(bulkId))
      .map(({ row }) => row)
  }
  async function visible(caller: Caller, id: string): Promise<ProposalRow | undefined> {
    await approvals.expireDue()
    const row = await proposals.byId(caller.session.identity.id, id)
    return row && (await seenOf(caller, [row]))[0]
  }
  async function shown(caller: Caller, id: string): Promise<Proposal | Response> {
    const row = await proposals.byId(caller.session.identity.id, id)
    return row ? viewOf(row, looking(caller)) : notFound()
  }
  const toDecide = async (caller: Caller) =>
    (await seenOf(caller, await proposals.list(caller.session.identity.id, open))).filter(
      (row) => mayNotDecide(row, looking(caller)) === undefined,
    )

  serve(app, parts, proposalsCount, async (_, caller) => {
    await approvals.expireDue()
    const { identity, credentials } = caller.session
    const mine = await proposals.list(identity.id, open, credentials.id)
    return { decide: (await toDecide(caller)).length, mine: mine.length }
  })

  serve(app, parts, proposalsGet, async ({ query }, caller) => {
    await approvals.expireDue()
    const { view = 'all', state, offset = 0, limit = PAGE } = query
    const { identity, credentials } = caller.session
    const states = state === undefined ? undefined : [state].flat()
    const found =
      view === 'decide'
        ? await toDecide(caller)
        : await proposals.list(identity.id, states, view === 'mine' ? credentials.id : undefined)
    const rows = view === 'decide' ? found : await seenOf(caller, found)
    const page = rows.slice(offset, offset + limit).map((row) => viewOf(row, looking(caller)))
    return { proposals: page, count: rows.length, responseCount: page.length }
  })

  serve(app, parts, proposalGet, async ({ params }, caller) => {
    const row = await visible(caller, params.id)
    if (!row) return notFound()
    return { ...viewOf(row, looking(caller)), history: await proposals.history(row.id) }
  })

  serve(app, parts, proposalApprove, async ({ params, body }, caller) => {
    caller.note({ proposal: params.id })
    const row = await visible(caller, params.id)
    if (!row) return notFound()
    return (await approve(parts, row, caller, body)) ?? shown(caller, row.id)
  })

  serve(app, parts, proposalReject, async ({ params, body }, caller) => {
    caller.note({ proposal: params.id })
    const row = await visible(caller, params.id)
    if (!row) return notFound()
    if (isMaker(row, caller.session)) return coded(409, 'OWN_PROPOSAL')
    return finish(row, caller, 'REJECTED', body.comment)
  })

  serve(app, parts, proposalWithdraw, async ({ params }, caller) => {
    caller.note({ proposal: params.id })
    const row = await visible(caller, params.id)
    if (!row) return notFound()
    if (row.maker_id !== caller.session.credentials.id) return coded(409, 'NOT_YOURS')
    return finish(row, caller, 'WITHDRAWN')
  })

  /** It is over without having left. */
  async function finish(row: ProposalRow, caller: Caller, state: 'REJECTED' | 'WITHDRAWN', comment?: string) {
    const { session } = caller
    const decided = {
      decided_by: session.credentials.id,
      decided_name: session.name,
      decided_at: options.clock.now(),
      comment: comment ?? null,
    }
    const change = {
      state,
      ...(state === 'REJECTED' && decided),
      ...(factsOf(row).source === 'BULK' && { replay_key: null }),
    }
    const step = stepOf(state, session, { ...(comment && { comment }) })
    const moved = row.state === 'PENDING' && (await proposals.move(row, change, step))
    if (!moved) return coded(409, 'NOT_PENDING')
    await approvals.spending.drop(row.payment_key)
    return shown(caller, row.id)
  }
}
