import type { ProposalState } from '#contract/console/proposals'
import { StateBadge } from '@/components/feedback/state-badge'
import { t } from '../text'

export function ProposalStateBadge({ state }: { state: ProposalState }) {
  return <StateBadge tone={tone(state)}>{t(state)}</StateBadge>
}

function tone(state: ProposalState) {
  switch (state) {
    case 'EXECUTED':
      return 'good'
    case 'PENDING':
      return 'wait'
    case 'EXECUTING':
      return 'info'
    case 'REJECTED':
    case 'FAILED':
    case 'VOID':
      return 'bad'
    case 'WITHDRAWN':
    case 'EXPIRED':
      return 'neutral'
    default:
      return state satisfies never
  }
}
