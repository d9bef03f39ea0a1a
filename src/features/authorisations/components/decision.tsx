import type { RuleAction } from '#contract/console/authorisation-rules'
import type { Authorisation } from '#contract/console/authorisations'
import { StateBadge } from '@/components/feedback/state-badge'
import type { StateTone } from '@/components/feedback/state-shape'
import { t } from '../text'

const toneOf: Record<Authorisation['state'], StateTone> = {
  WAITING: 'wait',
  APPROVED: 'good',
  DECLINED: 'bad',
  UNKNOWN: 'neutral',
}
const toneOfAction: Record<RuleAction, StateTone> = { APPROVE: 'good', DECLINE: 'bad', ASK: 'wait' }

export const Decision = ({ state }: Pick<Authorisation, 'state'>) => (
  <StateBadge tone={toneOf[state]}>{t(state)}</StateBadge>
)

export const Action = ({ action }: { action: RuleAction }) => (
  <StateBadge tone={toneOfAction[action]}>{t(action)}</StateBadge>
)

/** By what it was decided, in a few words. */
export function howText({ by, rule, person }: Authorisation): string {
  const { position = 0, name = '' } = rule ?? {}
  switch (by) {
    case 'RULE':
      return t('byRule', { position, name })
    case 'PERSON':
      return t('byPerson', { person: person ?? '', position })
    case 'UNMATCHED':
      return t('byUnmatched')
    case 'UNANSWERED':
      return t('byUnanswered')
    case 'LOST':
      return t('byLost')
    case undefined:
      return t('waitingFor', { position, name })
    default:
      return by satisfies never
  }
}

/** How long the answer took; nothing while there is none, and a word where none ever left. */
export function tookText({ tookUs, state }: Authorisation): string {
  if (tookUs === undefined) return state === 'UNKNOWN' ? t('noTime') : ''
  return t('tookMs', { ms: (tookUs / 1000).toFixed(tookUs < 10_000 ? 1 : 0) })
}
