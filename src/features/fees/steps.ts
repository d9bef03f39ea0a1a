import type { Source } from './sources'

/** What was chosen so far; kept in session storage. */
export type ChargeDraft = { feeType: string; source: string }
export const emptyDraft: ChargeDraft = { feeType: '', source: '' }

/** What the review shows is proved: a fee with a name, and something of the person's to take it from. */
export type Step = { id: 'fee' } | { id: 'review'; feeType: string; source: Source }

/** How far a draft allows to go. */
export function furthestStep(draft: ChargeDraft, sources: readonly Source[]): Step {
  const feeType = draft.feeType.trim()
  const source = sources.find(({ id }) => id === draft.source)
  return feeType !== '' && source ? { id: 'review', feeType, source } : { id: 'fee' }
}
