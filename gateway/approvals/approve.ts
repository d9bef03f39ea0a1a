import type { Caller } from '../console/serve'
import { limitExceeded, overPerPayment, REFERENCE_KEPT_MS } from '../guard/limits'
import { coded } from '../http/answers'
import type { GatewayParts } from '../parts'
import { checkContent } from './check-content'
import { execute } from './execute'
import { factsOf, type ProposalRow, stepOf } from './proposal-table'
import { refusedUpstream } from './refused-upstream'
import { mayNotDecide } from './view'

/**
 * Whoever sends an order has it to themselves for so long; after that it counts as lost, and may be sent again. Longer than
 * a write may take (`time-limit.ts`): a bulk that is sent twice at once is refused once.
 */
export const LEASE_MS = 90_000
/** Some hours before the API forgets a reference: after that, sending again could pay again. */
const SAFE_MS = REFERENCE_KEPT_MS - 4 * 60 * 60_000

type Approval = { digest: string; comment?: string | undefined }

/**
 * Says yes in somebody's name, and sends the order. Whatever speaks against it is found before anything changes. A refusal,
 * or nothing: the proposal then tells what became of it.
 */
export async function approve(
  parts: GatewayParts,
  row: ProposalRow,
  caller: Caller,
  { digest, comment }: Approval,
): Promise<Response | undefined> {
  const { clock } = parts.options
  const refused = refusalOf(row, caller, clock.now())
  if (refused) return refused
  if (digest !== row.digest) return coded(409, 'CONTENT_CHANGED')
  const content = await checkContent(parts, row, caller.session)
  if (content.is === 'REFUSED') return refusedUpstream(parts, caller, content.answer)
  if (content.is === 'CHANGED') return end(parts, row, caller, 'VOID', 'CONTENT_CHANGED')
  const late = row.first_sent_at !== null && clock.now() - row.first_sent_at > SAFE_MS
  // A bulk can be asked what became of it; of a payment only its reference tells.
  if (late && !content.bulk) return end(parts, row, caller, 'FAILED', 'OUTCOME_UNKNOWN')
  const claimed = await claim(parts, row, caller, comment)
  if (!claimed) return coded(409, 'IN_PROGRESS')
  return execute(parts, { was: row, claimed, content, caller })
}

function refusalOf(row: ProposalRow, { session, access }: Caller, now: number): Response | undefined {
  const whyNot = mayNotDecide(row, { session, access, now })
  if (whyNot === undefined) return undefined
  if (whyNot === 'NO_PERMISSION') return coded(403, 'INSUFFICIENT_PERMISSIONS')
  if (whyNot !== 'LIMIT_EXCEEDED') return coded(409, whyNot)
  const limit = overPerPayment(access.limits, factsOf(row).largest)
  return limit ? limitExceeded(limit) : coded(403, 'LIMIT_EXCEEDED')
}

/** Nothing is sent, now or later. */
async function end(
  { approvals }: GatewayParts,
  row: ProposalRow,
  { session }: Caller,
  state: 'VOID' | 'FAILED',
  code: 'CONTENT_CHANGED' | 'OUTCOME_UNKNOWN',
): Promise<Response> {
  const bulk = factsOf(row).source === 'BULK'
  const change = { state, code, lease_until: 0, ...(bulk && { replay_key: null }) }
  const moved = await approvals.proposals.move(row, change, stepOf(state, session, { code }))
  if (moved) {
    // Of what may have been paid nobody knows: it goes on counting.
    if (state === 'VOID' && row.first_sent_at === null) await approvals.spending.drop(row.payment_key)
    await approvals.tell(row.identity_id, 'proposalApprove', row.id)
  }
  return coded(409, code)
}

/** The order is this caller's to send; `undefined` when somebody was quicker. */
async function claim(
  { approvals, options }: GatewayParts,
  row: ProposalRow,
  { session }: Caller,
  comment: string | undefined,
): Promise<ProposalRow | undefined> {
  const now = options.clock.now()
  const change = {
    state: 'EXECUTING',
    lease_until: now + LEASE_MS,
    decided_by: session.credentials.id,
    decided_name: session.name,
    decided_at: now,
    comment: comment || row.comment,
    first_sent_at: row.first_sent_at ?? now,
  }
  const what = row.state === 'EXECUTING' ? 'RETRIED' : 'APPROVED'
  const step = stepOf(what, session, { ...(comment && { comment }) })
  return (await approvals.proposals.move(row, change, step)) ? { ...row, ...change } : undefined
}
