import type { ManagedAccount } from '#contract/managed-accounts'
import { StateBadge } from '@/components/feedback/state-badge'
import { useWords } from '@/lib/faces'
import { t } from './text'

type State = ManagedAccount['state']

/** The state of an account with whoever blocked it. */
export function AccountState({ state }: { state: State }) {
  return <StateBadge tone={tone(state)}>{useStateLabel()(state)}</StateBadge>
}

/** The words of the badge, for places without room for one. */
export function useStateLabel(): (state: State) => string {
  const say = useWords(t)
  return ({ state, blockedReason }) => {
    if (state === 'BLOCKED' && blockedReason === 'USER') return say('BLOCKED.USER')
    if (state === 'BLOCKED' && blockedReason === 'SYSTEM') return say('BLOCKED.SYSTEM')
    return say(state)
  }
}

function tone({ state }: State) {
  switch (state) {
    case 'ACTIVE':
      return 'good'
    case 'BLOCKED':
      return 'bad'
    case 'NOT_ENABLED':
      return 'wait'
    case 'DESTROYED':
      return 'neutral'
    default:
      return state satisfies never
  }
}
