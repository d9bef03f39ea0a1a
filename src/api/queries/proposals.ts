import { queryOptions } from '@tanstack/react-query'
import { approvalRulesGet } from '#contract/console/approval-rules'
import { proposalGet, proposalsCount, proposalsGet } from '#contract/console/proposals'
import type { Args } from '#contract/endpoint'
import { callConsole } from '@/api/client'

export type ProposalListQuery = NonNullable<Args<typeof proposalsGet>['query']>

/** Payments that wait for another person, and the rules that make them wait. The key root is the contract's section. */
export const proposalQueries = {
  all: () => ['proposals'] as const,
  list: (query: ProposalListQuery) =>
    queryOptions({
      queryKey: [...proposalQueries.all(), 'list', query],
      queryFn: ({ signal }) => callConsole(proposalsGet, { query }, signal),
    }),
  count: () =>
    queryOptions({
      queryKey: [...proposalQueries.all(), 'count'],
      queryFn: ({ signal }) => callConsole(proposalsCount, {}, signal),
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...proposalQueries.all(), 'detail', id],
      queryFn: ({ signal }) => callConsole(proposalGet, { params: { id } }, signal),
    }),
  rules: () =>
    queryOptions({
      queryKey: [...proposalQueries.all(), 'rules'],
      queryFn: ({ signal }) => callConsole(approvalRulesGet, {}, signal),
    }),
}
