import { useMutation, useQueryClient } from '@tanstack/react-query'
import { corporateUpdate } from '#contract/corporates'
import type { Args } from '#contract/endpoint'
import { call } from '@/api/client'
import { corporateQueries } from '@/api/queries/identity'
import { sessionQueries } from '@/api/queries/session'

export type CorporateChange = Args<typeof corporateUpdate>['body']

/** Changes what is said of the company. `toBody` makes the request of whatever a form gives. */
export function useUpdateCorporate<V>(toBody: (variables: V) => CorporateChange) {
  const queryClient = useQueryClient()
  return useMutation({
    // Sets what is said, so that sending it twice comes to the same.
    mutationFn: (variables: V) =>
      call(corporateUpdate, { body: toBody(variables), idempotencyRef: crypto.randomUUID() }),
    onSuccess: async (corporate) => {
      queryClient.setQueryData(corporateQueries.mine().queryKey, corporate)
      // Names and addresses stand at the head of every page as well.
      await queryClient.invalidateQueries({ queryKey: sessionQueries.all() })
    },
  })
}
