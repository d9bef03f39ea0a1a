import { useMutation, useQueryClient } from '@tanstack/react-query'
import { consumerUpdate } from '#contract/consumers'
import type { Args } from '#contract/endpoint'
import { call } from '@/api/client'
import { consumerQueries } from '@/api/queries/identity'
import { sessionQueries } from '@/api/queries/session'

export type ConsumerChange = Args<typeof consumerUpdate>['body']

/** Changes what is said of the person. `toBody` makes the request of whatever a form gives. */
export function useUpdateConsumer<V>(toBody: (variables: V) => ConsumerChange) {
  const queryClient = useQueryClient()
  return useMutation({
    // Sets what is said, so that sending it twice comes to the same.
    mutationFn: (variables: V) => call(consumerUpdate, { body: toBody(variables) }),
    onSuccess: async (consumer) => {
      queryClient.setQueryData(consumerQueries.mine().queryKey, consumer)
      // Names and addresses stand at the head of every page as well.
      await queryClient.invalidateQueries({ queryKey: sessionQueries.all() })
    },
  })
}
