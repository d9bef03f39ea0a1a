import { StateBadge } from '@/components/feedback/state-badge'
import { toneOf, wordsOf } from '../state-looks'

/** The state that an event names, in the vendor's own word. Some name none. */
export const EventState = ({ state }: { state: string | undefined }) =>
  state === undefined ? null : <StateBadge tone={toneOf(state)}>{wordsOf(state)}</StateBadge>
