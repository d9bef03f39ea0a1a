import type { approvalRuleCreate, approvalRuleUpdate } from '#contract/console/approval-rules'
import type { proposalApprove, proposalReject, proposalWithdraw } from '#contract/console/proposals'
import type { Conflict } from '#contract/endpoint'
import type { transferCreate } from '#contract/transfers'
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

/** Why the bank did not make what was approved. What is not here is shown as the bank put it. */
export const madeSentences = sentences('proposals.made', {
  FUNDS_INSUFFICIENT: 'There was not enough available on the account to pay from.',
  SOURCE_INSTRUMENT_BLOCKED: 'The account to pay from is blocked.',
  DESTINATION_INSTRUMENT_BLOCKED: 'The account to pay to is blocked.',
  SOURCE_INSTRUMENT_DESTROYED: 'The account to pay from has been removed.',
  DESTINATION_INSTRUMENT_DESTROYED: 'The account to pay to has been removed.',
  DESTINATION_LIMIT_EXCEEDED: 'The account to pay to may not hold that much.',
  SCHEDULED_TIMESTAMP_INVALID: 'The time that it was scheduled for had passed.',
} as const satisfies Partial<Record<Conflict<typeof transferCreate>, string>>)

export const ruleSentences = sentences('proposals.rule', {
  NAME_TAKEN: 'There is a rule of this name already. Choose another name.',
  TOO_MANY_RULES: 'There are a hundred rules already. Remove one that is no longer needed.',
  RULE_CHANGED: 'Somebody has changed this rule since you opened it. Reload the page to see how it is now.',
} as const satisfies Record<Conflict<typeof approvalRuleCreate> | Conflict<typeof approvalRuleUpdate>, string>)
