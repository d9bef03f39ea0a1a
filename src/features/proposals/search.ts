import type { ProposalState } from '#contract/console/proposals'
import { choiceParam, flagParam, offsetParam, type SearchOf, searchParams } from '@/lib/search-params'

export const proposalViews = ['decide', 'mine', 'all'] as const
export type ProposalView = (typeof proposalViews)[number]
export const proposalStates = [
  'PENDING',
  'EXECUTING',
  'EXECUTED',
  'REJECTED',
  'FAILED',
  'WITHDRAWN',
  'EXPIRED',
  'VOID',
] as const satisfies readonly ProposalState[]

export const proposalListSearch = searchParams({
  view: choiceParam(proposalViews),
  state: choiceParam(proposalStates),
  offset: offsetParam,
})
export type ProposalListSearch = SearchOf<typeof proposalListSearch>

/** `done` marks the page that follows a payment: it begins with why nothing has moved yet. */
export const proposalDetailSearch = searchParams({ done: flagParam })
