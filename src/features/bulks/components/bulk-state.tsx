import type { BulkOperationStatus, BulkProcessStatus } from '#contract/bulks'
import { StateBadge } from '@/components/feedback/state-badge'
import type { StateTone } from '@/components/feedback/state-shape'
import { t } from '../text'

const tones: Record<BulkProcessStatus, StateTone> = {
  SUBMITTED: 'wait',
  RUNNING: 'info',
  PAUSED: 'wait',
  COMPLETED: 'good',
  PARTIALLY_COMPLETED: 'bad',
  FAILED: 'bad',
  CANCELLED: 'neutral',
}
const rowTones: Record<BulkOperationStatus, StateTone> = {
  SUBMITTED: 'neutral',
  RUNNING: 'info',
  COMPLETED: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
}

export function BulkState({ status }: { status: BulkProcessStatus }) {
  return <StateBadge tone={tones[status]}>{t(status)}</StateBadge>
}

export function RowState({ status }: { status: BulkOperationStatus }) {
  return <StateBadge tone={rowTones[status]}>{t(`row.${status}`)}</StateBadge>
}
