import type { Outcome } from '@/lib/due-diligence'

/** What the banner says is next; undefined where there is nothing to say. */
export type NextAction = 'email' | 'mobile' | Exclude<Outcome, 'approved'>

export type Known = {
  /** Left out where it is not known yet: then nothing is said rather than something wrong. */
  outcome: Outcome | undefined
  root: { emailVerified: boolean; mobileNumberVerified: boolean } | undefined
  /** Whether it is whoever registered who looks. */
  isRoot: boolean
}

/**
 * The next action of a customer: the address stands before the check, which cannot begin without it; the phone after
 * whatever the check itself asks of the person.
 */
export function nextAction({ outcome, root, isRoot }: Known): NextAction | undefined {
  if (!outcome || !root) return undefined
  if (outcome === 'rejected') return outcome
  if (!root.emailVerified) return 'email'
  if (outcome === 'approved') return root.mobileNumberVerified || !isRoot ? undefined : 'mobile'
  return root.mobileNumberVerified || outcome === 'review' ? outcome : 'mobile'
}
