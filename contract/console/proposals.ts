import * as z from 'zod'
import { CurrencyAmount, InstrumentId, paging, repeatable } from '../common'
import { endpoint } from '../endpoint'
import { PaymentKind, PaymentSource } from './approval-rules'

/**
 * PENDING waits for another person. EXECUTING is approved and on its way; it stays so when the answer was lost, and may
 * then be sent again. VOID: what would be sent is no longer what was proposed.
 */
export const ProposalState = z.enum([
  'PENDING',
  'EXECUTING',
  'EXECUTED',
  'FAILED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
  'VOID',
])
export type ProposalState = z.infer<typeof ProposalState>

/** Where money goes, as far as the order says it. */
export const ProposalPayee = z.object({
  type: z.enum(['managed_accounts', 'managed_cards', 'linked_accounts', 'beneficiary', 'bank']),
  id: z.string().optional(),
  name: z.string().optional(),
  /** IBAN or account number, with the bank's code where it has one. */
  account: z.string().optional(),
})
export type ProposalPayee = z.infer<typeof ProposalPayee>

/** What a proposal would pay: read from the order itself, never written by hand. */
export const ProposalFacts = z.object({
  kind: PaymentKind,
  source: PaymentSource,
  rows: z.int(),
  /** Per currency. */
  totals: z.array(CurrencyAmount),
  /** The largest single payment per currency. */
  largest: z.array(CurrencyAmount),
  from: z.array(InstrumentId),
  /** Of a single payment. */
  to: ProposalPayee.optional(),
  bulkId: z.string().optional(),
  /** A bulk that was submitted elsewhere: amounts and payees are not known here. */
  contentUnknown: z.literal(true).optional(),
  description: z.string().optional(),
  scheduledTimestamp: z.string().optional(),
})
export type ProposalFacts = z.infer<typeof ProposalFacts>

export const ProposalPerson = z.object({ id: z.string(), name: z.string() })
export type ProposalPerson = z.infer<typeof ProposalPerson>

/** Why the person who asks may not decide now. */
export const MayNotDecide = z.enum(['OWN_PROPOSAL', 'NO_PERMISSION', 'LIMIT_EXCEEDED', 'NOT_PENDING', 'IN_PROGRESS'])
export type MayNotDecide = z.infer<typeof MayNotDecide>

export const ProposalStep = z.object({
  what: z.enum(['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'VOID', 'EXECUTED', 'FAILED', 'RETRIED']),
  at: z.int(),
  /** Left out where nobody did it, as when it expires. */
  by: ProposalPerson.optional(),
  comment: z.string().optional(),
  code: z.string().optional(),
})
export type ProposalStep = z.infer<typeof ProposalStep>

export const Proposal = z.object({
  id: z.uuid(),
  state: ProposalState,
  operation: z.string(),
  ...ProposalFacts.shape,
  maker: ProposalPerson,
  createdAt: z.int(),
  expiresAt: z.int(),
  /** The rule that held it back, as it was called then. */
  rule: z.object({ id: z.string(), name: z.string() }),
  /** SHA-256 over the order, its maker and what stands above; an approval names what it approves by it. */
  digest: z.string(),
  mine: z.boolean(),
  mayNotDecide: MayNotDecide.optional(),
  decidedBy: ProposalPerson.optional(),
  decidedAt: z.int().optional(),
  comment: z.string().optional(),
  /** The id of the payment that was made, and the state in which the API answered it. */
  madeId: z.string().optional(),
  madeState: z.string().optional(),
  /** Why it failed. */
  code: z.string().optional(),
})
export type Proposal = z.infer<typeof Proposal>

export const ProposalDetail = Proposal.extend({ history: z.array(ProposalStep) })
export type ProposalDetail = z.infer<typeof ProposalDetail>

/** What the gateway answers (202) instead of sending a payment on. */
export const AwaitsApproval = z.object({ proposalId: z.uuid() })

/** Body of a 403 LIMIT_EXCEEDED: which limit it was, what it allows, and what of it is used already. */
export const LimitExceeded = z.object({
  errorCode: z.literal('LIMIT_EXCEEDED'),
  limit: z.object({
    currency: z.string(),
    kind: z.enum(['perPayment', 'perDay']),
    allowed: z.int(),
    spent: z.int(),
  }),
})
export type LimitExceeded = z.infer<typeof LimitExceeded>

const proposals = { section: 'proposals', auth: 'token' } as const
const params = z.object({ id: z.uuid() })
const comment = z.string().trim().max(500)

/** Newest first. `decide`: what the person who asks may decide now. */
export const proposalsGet = endpoint({
  ...proposals,
  id: 'proposalsGet',
  summary: 'List proposals',
  method: 'GET',
  path: '/proposals',
  permission: 'proposals.view',
  query: z.object({
    ...paging,
    view: z.enum(['decide', 'mine', 'all']).optional(),
    state: repeatable(ProposalState).optional(),
  }),
  responses: { 200: z.object({ proposals: z.array(Proposal), count: z.int(), responseCount: z.int() }) },
})

/** How many the person who asks may decide now, and how many of their own wait. */
export const proposalsCount = endpoint({
  ...proposals,
  id: 'proposalsCount',
  summary: 'Count proposals that wait',
  method: 'GET',
  path: '/proposals/count',
  permission: 'proposals.view',
  responses: { 200: z.object({ decide: z.int(), mine: z.int() }) },
})

export const proposalGet = endpoint({
  ...proposals,
  id: 'proposalGet',
  summary: 'Read a proposal',
  method: 'GET',
  path: '/proposals/{id}',
  permission: 'proposals.view',
  params,
  responses: { 200: ProposalDetail },
})

/**
 * Says yes and has the payment made in the name of whoever says it. 403 STEP_UP_REQUIRED comes before anything changes.
 * The answer's state tells what became of it: EXECUTED, or FAILED with the API's code.
 */
export const proposalApprove = endpoint({
  ...proposals,
  id: 'proposalApprove',
  summary: 'Approve a proposal',
  method: 'POST',
  path: '/proposals/{id}/approve',
  permission: 'proposals.decide',
  params,
  body: z.object({ digest: z.string(), comment: comment.optional() }),
  responses: { 200: Proposal },
  errors: {
    403: ['STEP_UP_REQUIRED', 'LIMIT_EXCEEDED'],
    409: ['OWN_PROPOSAL', 'CONTENT_CHANGED', 'NOT_PENDING', 'IN_PROGRESS', 'OUTCOME_UNKNOWN'],
  },
})

export const proposalReject = endpoint({
  ...proposals,
  id: 'proposalReject',
  summary: 'Reject a proposal',
  method: 'POST',
  path: '/proposals/{id}/reject',
  permission: 'proposals.decide',
  params,
  body: z.object({ comment: comment.min(1) }),
  responses: { 200: Proposal },
  errors: { 409: ['OWN_PROPOSAL', 'NOT_PENDING'] },
})

/** Whoever proposed it takes it back. */
export const proposalWithdraw = endpoint({
  ...proposals,
  id: 'proposalWithdraw',
  summary: 'Withdraw a proposal',
  method: 'POST',
  path: '/proposals/{id}/withdraw',
  permission: 'proposals.view',
  params,
  responses: { 200: Proposal },
  errors: { 409: ['NOT_YOURS', 'NOT_PENDING'] },
})
