import type { decideAuthorisation, writeAuthorisationRules } from '#contract/console/authorisations'
import type { Conflict } from '#contract/endpoint'
import { sentences } from '@/lib/sentences'

export const decideSentences = sentences('authorisations.decide', {
  TOO_LATE: 'Your answer came too late. The default applied.',
  ALREADY_DECIDED: 'Somebody else was faster.',
} as const satisfies Record<Conflict<typeof decideAuthorisation>, string>)

export const rulesSentences = sentences('authorisations.rules', {
  RULES_CHANGED: 'Somebody else has changed the rules meanwhile.',
} as const satisfies Record<Conflict<typeof writeAuthorisationRules>, string>)
