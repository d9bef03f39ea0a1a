import type { Approvals } from '../approvals/approvals'
import type { Payment } from '../approvals/read-payment'
import { matchingRule } from '../approvals/rules'
import type { CallUpstream } from '../upstream/call-upstream'
import type { ProxyCall } from './guard'
import { limitExceeded, type Spender } from './limits'

export type Needs = { approvals: Approvals; callUpstream: CallUpstream }
/** What the answer of a call that was let through is about. */
export type Passed = { key: string; payment: Payment }

export const spenderOf = ({ session, access }: Pick<ProxyCall, 'session' | 'access'>): Spender => ({
  identityId: session.identity.id,
  credentialId: session.credentials.id,
  limits: access.limits,
  zone: access.zone,
})

/** The rule of the identity that holds a payment back. */
async function ruleFor({ approvals }: Pick<Needs, 'approvals'>, identityId: string, payment: Payment) {
  const rules = await approvals.rules.rules(identityId)
  const asks = rules.some((rule) => rule.firstTimeBeneficiary)
  const known = asks ? await approvals.payees.known(identityId, payment.lines) : new Set<string>()
  return matchingRule(rules, payment, (payee) => !known.has(payee))
}

type Order = { key: string; payment: Payment; idempotencyRef: string; body: string | null; contentDigest: string }

/**
 * Takes a payment from the limits of whoever makes it. `undefined` lets it pass; over a limit it is refused, and where a
 * rule of the identity asks for a second person it becomes a proposal.
 */
export async function reserveOrPropose(
  needs: Needs,
  call: ProxyCall,
  passed: WeakMap<ProxyCall, Passed>,
  { key, payment, ...order }: Order,
): Promise<Response | undefined> {
  const reserved = await needs.approvals.spending.reserve(spenderOf(call), key, payment.facts)
  if (!reserved.ok) return limitExceeded(reserved.limit)
  // What the bank has taken already it will not take again.
  const rule = reserved.sent ? undefined : await ruleFor(needs, call.session.identity.id, payment)
  if (!rule) {
    passed.set(call, { key, payment })
    return undefined
  }
  const { ep, params } = call
  const held = { operation: ep.id, params, replayKey: key, paymentKey: key, facts: payment.facts, ...order }
  return propose(needs, call, rule, held)
}

/** Keeps a call as a proposal, and says so. */
async function propose(
  { approvals }: Needs,
  call: ProxyCall,
  rule: { id: string; name: string },
  held: Parameters<Approvals['proposals']['propose']>[0],
): Promise<Response> {
  const identityId = call.session.identity.id
  const hours = await approvals.rules.expiryHours(identityId)
  const { id, fresh } = await approvals.proposals.propose(held, call.session, rule, hours)
  if (fresh) {
    await approvals.made()
    await approvals.tell(identityId, 'proposalCreate', id)
  }
  return awaits(call, id)
}

export function awaits(call: ProxyCall, proposalId: string): Response {
  call.proposal = proposalId
  return Response.json({ proposalId }, { status: 202 })
}

/** A refusal takes nothing; of an answer that may hide a payment (5xx) nobody knows, so it goes on counting. */
export async function afterPayment(
  { approvals }: Pick<Needs, 'approvals'>,
  { session }: Pick<ProxyCall, 'session'>,
  { key, payment }: Passed,
  answer: Response,
): Promise<void> {
  if (answer.ok) {
    await approvals.spending.taken(key)
    await approvals.payees.learn(session.identity.id, payment.lines)
  } else if (answer.status < 500) await approvals.spending.release(key)
}
