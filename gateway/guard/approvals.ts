import { randomUUID } from 'node:crypto'
import { digestOf } from '../approvals/digest'
import { bulkStarts, paymentOperations } from '../approvals/payment-table'
import { type Payment, readPayment } from '../approvals/read-payment'
import { badField } from '../http/answers'
import { afterStart, beforeStart } from './approvals-bulk'
import { afterPayment, awaits, type Needs, type Passed, reserveOrPropose, spenderOf } from './approvals-hold'
import type { Guard, ProxyCall } from './guard'
import { limitExceeded } from './limits'

/**
 * Keeps payments within the limits of whoever makes them, and holds back those that need a second person: they become a
 * proposal (202) and do not leave. Only what moves money is held: a bulk may be submitted, and is held when it is to run.
 */
export function approvalsGuard(needs: Needs): Guard {
  const passed = new WeakMap<ProxyCall, Passed>()
  return {
    before(call) {
      if (bulkStarts.has(call.ep.id)) return beforeStart(needs, call, passed)
      const operation = paymentOperations[call.ep.id]
      if (!operation) return Promise.resolve(undefined)
      return operation.way === 'SUBMITS' ? beforeSubmission(needs, call, passed) : beforePayment(needs, call, passed)
    },
    async after(call, answer) {
      const what = passed.get(call)
      if (!what) return answer
      if (bulkStarts.has(call.ep.id)) await afterStart(needs, call, what, answer)
      else if (paymentOperations[call.ep.id]?.way === 'SUBMITS') await afterSubmission(needs, call, what, answer)
      else await afterPayment(needs, call, what, answer)
      return answer
    },
  }
}

/** The order that a call carries. What cannot be read is refused where anything depends on what it says. */
async function readCall({ approvals }: Needs, call: ProxyCall): Promise<Payment | Response | undefined> {
  const payment = readPayment(call.session.identity.id, call.ep.id, call.json())
  if (payment) return payment
  const rules = await approvals.rules.rules(call.session.identity.id)
  // Nothing depends on it: the API says best what is wrong with it.
  return rules.length === 0 && call.access.limits.length === 0 ? undefined : badField('body', 'REGEX')
}

async function beforePayment(
  needs: Needs,
  call: ProxyCall,
  passed: WeakMap<ProxyCall, Passed>,
): Promise<Response | undefined> {
  const { approvals } = needs
  const payment = await readCall(needs, call)
  if (!payment || payment instanceof Response) return payment
  const idempotencyRef = call.idempotencyRef ?? randomUUID()
  const identityId = call.session.identity.id
  const body = call.bytes ? new TextDecoder().decode(call.bytes) : null
  // No wider than the API knows an order again, by whatever of these: one that it would pay anew must not pass as old here.
  const key = digestOf([identityId, call.session.credentials.id, call.ep.id, idempotencyRef, body])
  const before = await approvals.proposals.byReplay(key)
  if (before) return awaits(call, before.id)

  return reserveOrPropose(needs, call, passed, { key, payment, idempotencyRef, body, contentDigest: '' })
}

/** Submitting moves nothing, so it takes nothing from the day; but what could never run is refused at once. */
async function beforeSubmission(
  needs: Needs,
  call: ProxyCall,
  passed: WeakMap<ProxyCall, Passed>,
): Promise<Response | undefined> {
  const payment = await readCall(needs, call)
  if (!payment || payment instanceof Response) return payment
  const over = await needs.approvals.spending.check(spenderOf(call), payment.facts)
  if (over) return limitExceeded(over)
  passed.set(call, { key: '', payment })
  return undefined
}

async function afterSubmission({ approvals }: Needs, call: ProxyCall, { payment }: Passed, answer: Response) {
  if (!answer.ok) return
  const made: unknown = await answer.clone().json()
  const bulkId = typeof made === 'object' && made !== null && 'bulkId' in made ? made.bulkId : undefined
  if (typeof bulkId !== 'string') return
  const path = call.ep.path.replace('/bulks', '')
  await approvals.contents.remember(call.session.identity.id, bulkId, path, call.json(), payment)
}
