import type { ProposalListQuery } from '@/api/queries/proposals'
import type { ProposalListSearch, ProposalView } from './search'

export const proposalPageSize = 25

/** What one may decide on is open; a state filters the other two lists only. */
export function toProposalListQuery(
  { view, state, offset }: ProposalListSearch,
  first: ProposalView,
): ProposalListQuery {
  const shown = view ?? first
  return {
    view: shown,
    limit: proposalPageSize,
    offset: offset ?? 0,
    ...(state && shown !== 'decide' ? { state } : {}),
  }
}
