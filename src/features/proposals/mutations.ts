import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type ApprovalRuleInput,
  approvalRuleCreate,
  approvalRuleDelete,
  approvalRuleUpdate,
  approvalSettingsUpdate,
} from '#contract/console/approval-rules'
import { type Proposal, proposalApprove, proposalReject, proposalWithdraw } from '#contract/console/proposals'
import type { Args } from '#contract/endpoint'
import { callConsole } from '@/api/client'
import { accountQueries } from '@/api/queries/accounts'
import { proposalQueries } from '@/api/queries/proposals'

/** Whatever the answer, what was shown is old: a refusal means that somebody was quicker. */
function useProposalsChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: proposalQueries.all() })
}

export type Approval = Pick<Proposal, 'id' | 'digest'> & { comment?: string }

/** Makes the payment. It names what was seen, so that nothing else can be approved by it. */
export const approveProposal = ({ id, ...body }: Approval): Promise<Proposal> =>
  callConsole(proposalApprove, { params: { id }, body })

export function useApprove() {
  const queryClient = useQueryClient()
  const changed = useProposalsChanged()
  return useMutation({
    mutationFn: approveProposal,
    onSettled: () => Promise.all([changed(), queryClient.invalidateQueries({ queryKey: accountQueries.all() })]),
  })
}

export function useReject() {
  const changed = useProposalsChanged()
  return useMutation({
    mutationFn: ({ id, comment }: { id: string; comment: string }) =>
      callConsole(proposalReject, { params: { id }, body: { comment } }),
    onSettled: changed,
  })
}

export function useWithdraw() {
  const changed = useProposalsChanged()
  return useMutation({
    mutationFn: (id: string) => callConsole(proposalWithdraw, { params: { id } }),
    onSettled: changed,
  })
}

export function useCreateRule() {
  const changed = useProposalsChanged()
  return useMutation({
    mutationFn: (body: ApprovalRuleInput) => callConsole(approvalRuleCreate, { body }),
    onSuccess: changed,
  })
}

export function useUpdateRule() {
  const changed = useProposalsChanged()
  return useMutation({
    mutationFn: (args: Args<typeof approvalRuleUpdate>) => callConsole(approvalRuleUpdate, args),
    onSuccess: changed,
  })
}

export function useDeleteRule() {
  const changed = useProposalsChanged()
  return useMutation({
    mutationFn: (id: string) => callConsole(approvalRuleDelete, { params: { id } }),
    // Not waited for: the rule's page is left first, and would say that it is gone.
    onSuccess: () => void changed(),
  })
}

export function useSetExpiry() {
  const changed = useProposalsChanged()
  return useMutation({
    mutationFn: (expiryHours: number) => callConsole(approvalSettingsUpdate, { body: { expiryHours } }),
    onSuccess: changed,
  })
}
