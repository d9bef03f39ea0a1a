import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Args } from '#contract/endpoint'
import { transferCancel, transferCreate } from '#contract/transfers'
import { call } from '@/api/client'
import { ApiError } from '@/api/client/api-error'
import { orHeldBack } from '@/api/client/held-back'
import { accountQueries } from '@/api/queries/accounts'
import { transferQueries } from '@/api/queries/transfers'

/** A transfer moves balances: transfers and accounts are both stale after it. */
function useMoneyMoved() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: transferQueries.all() }),
      queryClient.invalidateQueries({ queryKey: accountQueries.all() }),
    ])
}

export function useCreateTransfer() {
  const queryClient = useQueryClient()
  const moved = useMoneyMoved()
  return useMutation({
    mutationFn: (args: Args<typeof transferCreate>) => orHeldBack(call(transferCreate, args)),
    onSuccess: (transfer) => {
      // Nothing has moved: another person decides first.
      if ('proposalId' in transfer) return
      // Its page opens on this object: no read between paying and seeing that it is done.
      queryClient.setQueryData(transferQueries.detail(transfer.id).queryKey, transfer)
      void moved()
    },
  })
}

export type CancelRequest = { id: string; reason?: string }

/** The API answers 200 whether or not the transfer was cancelled; a refusal is an error here, as everywhere. */
export function useCancelTransfer() {
  const moved = useMoneyMoved()
  return useMutation({
    mutationFn: async ({ id, reason }: CancelRequest) => {
      const cancellation = { id, ...(reason ? { cancellationReason: reason } : {}) }
      const { cancellations } = await call(transferCancel, { body: { cancellations: [cancellation] } })
      const outcome = cancellations.find((each) => each.id === id)
      if (outcome?.state !== 'SUCCESS') throw new ApiError(409, outcome?.errorCode ?? 'GENERIC')
    },
    // A refusal, too, means that what is shown was out of date.
    onSettled: moved,
  })
}
