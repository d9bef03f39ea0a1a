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

/** What came of it. */
export function OutcomeBadge({ outcome }: { outcome: AuditLine['outcome'] }) {
  return <StateBadge tone={tones[outcome]}>{t(outcome)}</StateBadge>
}
