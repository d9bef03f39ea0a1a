import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  decideAuthorisation,
  rehearseAuthorisationRules,
  writeAuthorisationRules,
} from '#contract/console/authorisations'
import type { Args } from '#contract/endpoint'
import { callConsole } from '@/api/client'
import { authorisationQueries } from '@/api/queries/authorisations'

/** A person's word. Whatever comes of it, what waits is another now. */
export function useDecide() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (args: Args<typeof decideAuthorisation>) => callConsole(decideAuthorisation, args),
    onSettled: () => queryClient.invalidateQueries({ queryKey: authorisationQueries.all() }),
  })
}

export function useWriteRules() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (args: Args<typeof writeAuthorisationRules>) => callConsole(writeAuthorisationRules, args),
    // Whoever was faster: their rules are to be seen beside one's own.
    onError: () => queryClient.invalidateQueries({ queryKey: authorisationQueries.rules().queryKey }),
    onSuccess: (rules) => queryClient.setQueryData(authorisationQueries.rules().queryKey, rules),
  })
}

export const useRehearse = () =>
  useMutation({
    mutationFn: (args: Args<typeof rehearseAuthorisationRules>) => callConsole(rehearseAuthorisationRules, args),
  })
