import { useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { consumerChargeFee } from '#contract/consumers'
import { corporateChargeFee } from '#contract/corporates'
import type { ChargeFeeRequest } from '#contract/fees'
import { call } from '@/api/client'
import { useFace } from '@/api/face'
import { accountQueries } from '@/api/queries/accounts'
import { cardQueries } from '@/api/queries/cards'
import { feeQueries } from '@/api/queries/fees'

export type Charge = { body: z.infer<typeof ChargeFeeRequest>; idempotencyRef: string }

/** Takes a fee from an account or card of the company, or of the person. */
export function useChargeFee() {
  const queryClient = useQueryClient()
  const face = useFace()
  return useMutation({
    mutationFn: (charge: Charge) =>
      face === 'person' ? call(consumerChargeFee, charge) : call(corporateChargeFee, charge),
    onSuccess: () => {
      for (const queryKey of [feeQueries.all(), accountQueries.all(), cardQueries.all()])
        void queryClient.invalidateQueries({ queryKey })
    },
  })
}
