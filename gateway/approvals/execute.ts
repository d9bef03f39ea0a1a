import type { Endpoint } from '../../contract/endpoint'
import type { Caller } from '../console/serve'
import { coded, refusal } from '../http/answers'
import type { GatewayParts } from '../parts'
import { changed } from '../proxy/changed'
import type { Content } from './check-content'
import { factsOf, type ProposalRow, stepOf } from './proposal-table'
import { refusedUpstream } from './refused-upstream'
import { endpointOf, paramsOf, sendStored } from './send-stored'

type Execution = {
  /** As it was before the claim. */
  was: ProposalRow
  claimed: ProposalRow
  content: Extract<Content, { is: 'SAME' }>
  caller: Caller
}
/** Before these a person must do something, or wait; the order was not looked at. */
const notNow = (status: number, code: string | undefined) =>
  status === 401 || status === 429 || (status === 403 && code === 'STEP_UP_REQUIRED')

/** Sends an approved order, and writes down what came of it. */
export async function execute(parts: GatewayParts, execution: Execution): Promise<Response | undefined> {
  const { was, claimed, content, caller } = execution
  const ep = endpointOf(claimed)
  if (!ep) return failed(parts, execution, 'NOT_SUPPORTED')
  // A bulk has no reference of its own; that it is under way, or was, says that the first attempt arrived.
  if (was.state === 'EXECUTING' && content.bulk && hasStarted(content.bulk.status)) {
    return done(parts, execution, ep, '')
  }
  const line = await parts.audit.begin(deedOf(execution, ep))
  const sent = await sendStored(parts.options, ep, claimed, caller.session).then(textOf, (error: unknown) => {
    parts.log.warn({ err: error, proposal: was.id }, 'the outcome of an approved payment is not known')
    return undefined
  })
  const { status = 502, text = '', requestRef } = sent ?? {}
  const ok = status >= 200 && status < 300
  const code = ok ? undefined : codeIn(text)
  await line.end({
    outcome: ok ? 'DONE' : status >= 500 ? 'FAILED' : 'REFUSED',
    status,
    proposal: was.id,
    ...(code !== undefined && { code }),
    ...(requestRef !== undefined && { requestRef }),
  })
  if (ok) return done(parts, execution, ep, text)
  if (status >= 500) return unknown(parts, execution)
  if (!notNow(status, code)) return failed(parts, execution, code ?? `HTTP_${status}`)
  await parts.approvals.proposals.undo(was, claimed)
  return refusedUpstream(
    parts,
    caller,
    status === 403 ? coded(403, 'STEP_UP_REQUIRED') : new Response(null, { status }),
  )
}

const textOf = async (answer: Response) => ({
  status: answer.status,
  text: await answer.text(),
  requestRef: answer.headers.get('request-ref') ?? undefined,
})

const hasStarted = (status: string) => status !== 'SUBMITTED' && status !== 'CANCELLED'

const deedOf = ({ was, caller }: Execution, ep: Endpoint) => ({
  session: caller.session,
  role: caller.access.role.name,
  operation: ep.id,
  section: ep.section,
  resource: Object.values(paramsOf(was))[0] ?? was.id,
  amounts: factsOf(was).totals,
  address: caller.address,
})

async function done(parts: GatewayParts, execution: Execution, ep: Endpoint, text: string): Promise<undefined> {
  const { approvals, hub, poller, log } = parts
  const { was, claimed, content, caller } = execution
  const made = read(text)
  const change = {
    state: 'EXECUTED',
    lease_until: 0,
    made_id: made.id ?? null,
    made_state: made.state ?? null,
    code: null,
  }
  await approvals.proposals.move(claimed, change, stepOf('EXECUTED', caller.session))
  await approvals.spending.taken(was.payment_key)
  await approvals.payees.learn(was.identity_id, content.lines)
  const { bulkId } = factsOf(was)
  if (bulkId !== undefined) {
    await approvals.contents.started(was.identity_id, bulkId)
    poller.nudge(was.identity_id, bulkId)
  }
  const told = hub.publish(was.identity_id, changed(ep, paramsOf(was), text))
  await told.catch((error: unknown) => log.error({ err: error, operation: ep.id }, 'telling of a change failed'))
}

/** The API has refused it: that is the end of it. Whoever wants it still asks anew. */
async function failed(
  { approvals }: GatewayParts,
  { was, claimed, caller }: Execution,
  code: string,
): Promise<undefined> {
  const bulk = factsOf(was).source === 'BULK'
  const change = { state: 'FAILED', code, lease_until: 0, ...(bulk && { replay_key: null }) }
  await approvals.proposals.move(claimed, change, stepOf('FAILED', caller.session, { code }))
  // Of an attempt before this one nobody knows what came of it: it goes on counting.
  if (was.first_sent_at === null) await approvals.spending.drop(was.payment_key)
}

/** It may have arrived. It stays on its way, and may be sent again at once: its reference lets it happen once. */
async function unknown({ approvals }: GatewayParts, { was, claimed }: Execution): Promise<Response> {
  await approvals.proposals.move(claimed, { lease_until: 0 })
  await approvals.tell(was.identity_id, 'proposalApprove', was.id)
  return refusal(
    502,
    'UPSTREAM_FAILED',
    'Whether the payment was made is not known yet. Send it again: it is made once.',
  )
}

/** What was made, where the answer names it. */
function read(text: string): { id?: string; state?: string } {
  const { id, state } = parsed(text)
  return { ...(typeof id === 'string' && { id }), ...(typeof state === 'string' && { state }) }
}

function codeIn(text: string): string | undefined {
  const json = parsed(text)
  const found = [json.errorCode, json.code, json.message].find(
    (one) => typeof one === 'string' && /^[A-Z][A-Z0-9_]+$/.test(one),
  )
  return typeof found === 'string' ? found : undefined
}

function parsed(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? { ...json } : {}
  } catch {
    return {}
  }
}
