import { authorisationKinds, authorisationStates, decidedBy } from '#contract/console/authorisation-words'
import { choiceParam, dayParam, patternParam, type SearchOf, searchParams, textParam } from '@/lib/search-params'

export const deskSearch = searchParams({
  kind: choiceParam(authorisationKinds),
  state: choiceParam(authorisationStates),
  by: choiceParam(decidedBy),
  party: textParam,
  from: dayParam,
  to: dayParam,
  /** The page follows this place; absent on the newest. */
  after: patternParam(/^\d{1,15}\.[0-9a-f]{32}$/),
})
export type DeskSearch = SearchOf<typeof deskSearch>

/** Which rule is being edited: the id of one of the list, or a new one of a kind. */
export const rulesSearch = searchParams({ edit: patternParam(/^(new-card|new-wire|[0-9a-f-]{36})$/) })
