import type { CorporateDraft } from './draft'
import type { Refusal } from './refusals'
import type { Facts, StepId } from './steps'

/** What every step of the wizard is given. */
export type StepProps = {
  draft: CorporateDraft
  save: (draft: CorporateDraft) => void
  facts: () => Facts
  /** What the last sending was refused for; until something is sent again. */
  refusal: Refusal | undefined
  go: (step: StepId) => void
}
