import type { KyiStatus } from '#contract/corporates'

/**
 * How the check stands for the person. `again` ones are of somebody approved, who may go on meanwhile.
 */
export type Outcome =
  | 'start'
  | 'go-on'
  | 'review'
  | 'approved'
  | 'rejected'
  | 'again-go-on'
  | 'again-review'
  | 'again-rejected'

type Checks = { effective: KyiStatus | undefined; ongoing: KyiStatus | undefined }

/** Reads the two statuses of a check: what counts today, and what the check that is under way has come to. */
export function outcomeOf({ effective = 'NOT_STARTED', ongoing = effective }: Checks): Outcome {
  if (effective === 'APPROVED') {
    if (ongoing === 'INITIATED' || ongoing === 'NOT_STARTED') return 'again-go-on'
    if (ongoing === 'PENDING_REVIEW') return 'again-review'
    return ongoing === 'REJECTED' ? 'again-rejected' : 'approved'
  }
  switch (ongoing) {
    case 'NOT_STARTED':
      return 'start'
    case 'INITIATED':
      return 'go-on'
    case 'PENDING_REVIEW':
      return 'review'
    case 'REJECTED':
      return 'rejected'
    case 'APPROVED':
      // The check is passed and not in force yet, which the platform mends by itself.
      return 'review'
    default:
      return ongoing satisfies never
  }
}

/** Whether the screens of the check can be opened. */
export const mayGoOn = (outcome: Outcome): boolean =>
  outcome === 'start' || outcome === 'go-on' || outcome === 'again-go-on'

/** Whether there is nothing that the customer can do: somebody looks at it, or it was decided against them. */
export const isOutOfHands = (outcome: Outcome): boolean =>
  outcome === 'review' || outcome === 'rejected' || outcome === 'again-review' || outcome === 'again-rejected'
