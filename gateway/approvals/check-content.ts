import { BulkProcessDetails, bulkId as bulkIdGet } from '../../contract/bulks'
import type { ProposalFacts } from '../../contract/console/proposals'
import type { Session } from '../session/session-table'
import type { CallUpstream } from '../upstream/call-upstream'
import { readAnswer } from '../upstream/read-answer'
import type { Approvals } from './approvals'
import { unknownDigest } from './bulk-content'
import { canonical } from './digest'
import { factsOf, type ProposalRow, sealOf } from './proposal-table'
import { type PaymentLine, readPayment } from './read-payment'

/** What would be sent now: the same as was proposed, something else, or the API's refusal to say. */
export type Content =
  | { is: 'SAME'; lines: readonly PaymentLine[]; bulk?: BulkProcessDetails }
  | { is: 'CHANGED' }
  | { is: 'REFUSED'; answer: Response }

type Needs = { approvals: Approvals; callUpstream: CallUpstream }
type Now = { facts: ProposalFacts; contentDigest: string; lines: readonly PaymentLine[]; bulk?: BulkProcessDetails }

/** Reads the order once more from what would be sent, and compares it with what was proposed and what is shown. */
export async function checkContent(needs: Needs, row: ProposalRow, session: Session): Promise<Content> {
  const facts = factsOf(row)
  const now = facts.bulkId === undefined ? ofOrder(row) : await ofBulk(needs, row, facts, facts.bulkId, session)
  if (now instanceof Response) return { is: 'REFUSED', answer: now }
  if (!now || canonical(now.facts) !== canonical(facts)) return { is: 'CHANGED' }
  const { operation, body, idempotency_ref: idempotencyRef } = row
  const params: Record<string, string> = JSON.parse(row.params)
  const { contentDigest } = now
  const seal = sealOf({ operation, params, body, idempotencyRef, facts: now.facts, contentDigest }, row.maker_id)
  if (seal !== row.digest) return { is: 'CHANGED' }
  return { is: 'SAME', lines: now.lines, ...(now.bulk && { bulk: now.bulk }) }
}

function ofOrder(row: ProposalRow): Now | undefined {
  const payment = readPayment(row.identity_id, row.operation, parsed(row.body))
  return payment && { facts: payment.facts, contentDigest: '', lines: payment.lines }
}

/** A bulk's rows stand at the API: kind and number must be what was remembered of its submission. */
async function ofBulk(
  { approvals, callUpstream }: Needs,
  row: ProposalRow,
  facts: ProposalFacts,
  bulkId: string,
  session: Session,
): Promise<Now | Response | undefined> {
  const answer = await callUpstream(bulkIdGet, { params: { bulk_id: bulkId } }, session.token)
  if (answer.status === 404) return undefined
  if (!answer.ok) return answer
  const bulk = await readAnswer(BulkProcessDetails, answer)
  if (!bulk) return undefined
  if (facts.contentUnknown) return { facts, contentDigest: unknownDigest(bulk), lines: [], bulk }
  const content = await approvals.contents.find(row.identity_id, bulkId)
  if (!content || content.operation !== bulk.operation) return undefined
  if (content.payment.facts.rows !== bulk.submittedItemsCount) return undefined
  return { facts: content.payment.facts, contentDigest: content.digest, lines: content.payment.lines, bulk }
}

function parsed(body: string | null): unknown {
  try {
    return body === null ? undefined : JSON.parse(body)
  } catch {
    return undefined
  }
}
