import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sessionPasswordChange } from '#contract/console/entry'
import { passwordValidate } from '#contract/passwords'
import { callConsole, callPublic } from '@/api/client'
import { sessionQueries } from '@/api/queries/session'

/** Asks whether a password would be taken, before the present one is checked. */
export const validatePassword = (value: string): Promise<unknown> =>
  callPublic(passwordValidate, { body: { password: { value } } })

/** What stands in the two fields as tokens; they are taken at the last moment, since they work once. */
export type Tokens = () => Promise<{ oldPassword: string; newPassword: string }>

export function useChangePassword() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (tokens: Tokens) => {
      const { oldPassword, newPassword } = await tokens()
      const body = { oldPassword: { value: oldPassword }, newPassword: { value: newPassword } }
      return callConsole(sessionPasswordChange, { body })
    },
    // The session goes on with another token, which may have to be confirmed anew.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQueries.all() }),
  })
}
