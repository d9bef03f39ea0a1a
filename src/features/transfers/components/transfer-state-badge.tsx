import type { TransferState } from '#contract/transfers'
import { StateBadge } from '@/components/feedback/state-badge'
import { t } from '../text'

export function TransferStateBadge({ state }: { state: TransferState }) {
  return <StateBadge tone={tone(state)}>{t(state)}</StateBadge>
}

function tone(state: TransferState) {
  switch (state) {
    case 'COMPLETED':
      return 'good'
    case 'SCHEDULED':
      return 'info'
    case 'PENDING':
    case 'INITIALISED':
      return 'wait'
    case 'REJECTED':
    case 'FAILED':
      return 'bad'
    case 'CANCELLED':
      return 'neutral'
    default:
      return state satisfies never
  }
}
