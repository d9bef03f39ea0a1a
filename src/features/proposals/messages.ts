import type { approvalRuleCreate, approvalRuleUpdate } from '#contract/console/approval-rules'
import type { proposalApprove, proposalReject, proposalWithdraw } from '#contract/console/proposals'
import type { Conflict } from '#contract/endpoint'
import { sentences } from '@/lib/sentences'

const decided = 'Somebody has decided on it meanwhile. What you see now is current.'
const own = 'You asked for this payment yourself. Another person decides on it.'

/** A sentence for every documented refusal. */
export const approveSentences = sentences('proposals.approve', {
  OWN_PROPOSAL: own,
  CONTENT_CHANGED: 'What would be sent is not what you saw. Nothing was sent.',
  NOT_PENDING: decided,
  IN_PROGRESS: 'Somebody has just approved it, and it is being sent.',
  OUTCOME_UNKNOWN:
    'No clear answer came when it was sent, and it is too late to send it again safely. Look at the account’s movements.',
} as const satisfies Record<Conflict<typeof proposalApprove>, string>)

export const rejectSentences = sentences('proposals.reject', {
  OWN_PROPOSAL: own,
  NOT_PENDING: decided,
} as const satisfies Record<Conflict<typeof proposalReject>, string>)

export const withdrawSentences = sentences('proposals.withdraw', {
  NOT_YOURS: 'Only whoever asked for it can withdraw it.',
  NOT_PENDING: decided,
} as const satisfies Record<Conflict<typeof proposalWithdraw>, string>)

export const ruleSentences = sentences('proposals.rule', {
  NAME_TAKEN: 'There is a rule of this name already. Choose another name.',
  TOO_MANY_RULES: 'There are a hundred rules already. Remove one that is no longer needed.',
  RULE_CHANGED: 'Somebody has changed this rule since you opened it. Reload the page to see how it is now.',
} as const satisfies Record<Conflict<typeof approvalRuleCreate> | Conflict<typeof approvalRuleUpdate>, string>)
