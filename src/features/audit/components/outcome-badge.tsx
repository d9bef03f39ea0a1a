import type { AuditLine } from '#contract/console/audit'
import { StateBadge } from '@/components/feedback/state-badge'
import type { StateTone } from '@/components/feedback/state-shape'
import { t } from '../text'

const tones: Record<AuditLine['outcome'], StateTone> = {
  DONE: 'good',
  REFUSED: 'neutral',
  FAILED: 'bad',
  UNKNOWN: 'wait',
}

/** What came of it. A payment that was answered 202 was taken down for another person to decide: nothing has moved. */
export function OutcomeBadge({ outcome, status }: Pick<AuditLine, 'outcome' | 'status'>) {
  if (outcome === 'DONE' && status === 202) return <StateBadge tone="wait">{t('awaits')}</StateBadge>
  return <StateBadge tone={tones[outcome]}>{t(outcome)}</StateBadge>
}
