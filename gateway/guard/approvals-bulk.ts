import { BulkProcessDetails, bulkId as bulkIdGet } from '../../contract/bulks'
import type { ProposalFacts } from '../../contract/console/proposals'
import { unknownDigest } from '../approvals/bulk-content'
import { digestOf } from '../approvals/digest'
import { kindOfBulk } from '../approvals/payment-table'
import type { Payment } from '../approvals/read-payment'
import { coded, refusal } from '../http/answers'
import { readAnswer } from '../upstream/read-answer'
import { afterPayment, awaits, type Needs, type Passed, reserveOrPropose } from './approvals-hold'
import type { ProxyCall } from './guard'

/** One key for all attempts to run a bulk: it runs once. */
export const bulkKey = (identityId: string, bulkId: string): string => digestOf([identityId, 'bulk', bulkId])

type Content = { payment: Payment; digest: string; started: boolean }

/** Somebody wants to start, or go on with, the rows of a bulk. */
export async function beforeStart(
  needs: Needs,
  call: ProxyCall,
  passed: WeakMap<ProxyCall, Passed>,
): Promise<Response | undefined> {
  const { approvals } = needs
  const identityId = call.session.identity.id
  const bulkId = call.params.bulk_id ?? ''
  const key = bulkKey(identityId, bulkId)
  await approvals.expireDue()
  const before = await approvals.proposals.byReplay(key)
  // What somebody has approved may be paused and resumed without asking again.
  if (before && before.state !== 'EXECUTED') return awaits(call, before.id)
  if (before) return undefined

  const content = (await approvals.contents.find(identityId, bulkId)) ?? (await unknownContent(needs, call, bulkId))
  if (content instanceof Response) return content
  if (!content || content.started) return undefined
  const { payment } = content
  // A limit on what nobody can add up would be none.
  if (payment.facts.contentUnknown && call.access.limits.length > 0) return coded(403, 'LIMIT_EXCEEDED')
  const body = call.bytes ? new TextDecoder().decode(call.bytes) : null
  return reserveOrPropose(needs, call, passed, {
    key,
    payment,
    idempotencyRef: key,
    body,
    contentDigest: content.digest,
  })
}

export async function afterStart(needs: Needs, call: ProxyCall, passed: Passed, answer: Response): Promise<void> {
  await afterPayment(needs, call, passed, answer)
  if (answer.ok) await needs.approvals.contents.started(call.session.identity.id, call.params.bulk_id ?? '')
}

/**
 * A bulk that was submitted elsewhere: the API tells what kind it is and how many rows it has, and no more. Where it tells
 * nothing although something depends on it, the bulk is not let through.
 */
async function unknownContent(
  { approvals, callUpstream }: Needs,
  { session, access }: ProxyCall,
  bulkId: string,
): Promise<Content | Response | undefined> {
  const rules = await approvals.rules.rules(session.identity.id)
  if (rules.length === 0 && access.limits.length === 0) return undefined
  const answer = await callUpstream(bulkIdGet, { params: { bulk_id: bulkId } }, session.token)
  // The call itself will hear of it, and the session end as it does elsewhere.
  if (answer.status === 401) return undefined
  if (answer.status === 403 || answer.status === 404) return answer
  const bulk = await readAnswer(BulkProcessDetails, answer)
  if (!bulk) return refusal(502, 'UPSTREAM_FAILED', 'What the bulk holds cannot be read at the moment.')
  const kind = kindOfBulk(bulk.operation)
  if (!kind) return undefined
  const facts: ProposalFacts = {
    kind,
    source: 'BULK',
    rows: bulk.submittedItemsCount,
    totals: [],
    largest: [],
    from: [],
    bulkId,
    contentUnknown: true,
  }
  return { payment: { facts, lines: [] }, digest: unknownDigest(bulk), started: false }
}
