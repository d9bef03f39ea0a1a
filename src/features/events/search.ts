import { choiceParam, dayParam, patternParam, type SearchOf, searchParams, textParam } from '@/lib/search-params'
import { eventKinds, eventStates } from './kinds'

export const eventProofs = ['SIGNATURE', 'KEY'] as const
export const eventForms = ['READABLE', 'UNREADABLE'] as const

export const eventListSearch = searchParams({
  webhook: choiceParam(eventKinds),
  resource: textParam,
  state: choiceParam(eventStates),
  proof: choiceParam(eventProofs),
  form: choiceParam(eventForms),
  from: dayParam,
  to: dayParam,
  /** The page follows this place; absent on the newest. */
  after: patternParam(/^\d{1,15}-[0-9a-f-]{36}$/),
})
export type EventListSearch = SearchOf<typeof eventListSearch>
