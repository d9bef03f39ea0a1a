import { useMutation, useQueryClient } from '@tanstack/react-query'
import { enrolDeviceUsingPush, unlinkDeviceUsingPush } from '#contract/authentication-factors'
import { call } from '@/api/client'
import { factorQueries } from '@/api/queries/factors'

/** Whatever came of it, the list says how things stand; also where somebody else was quicker, or no answer came. */
function useFactorsChanged() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: factorQueries.all() })
}

/** Asks the authenticator app to link itself. What the person says on the phone arrives later, by the live stream. */
export function useLinkApp() {
  const changed = useFactorsChanged()
  return useMutation({
    mutationFn: () => call(enrolDeviceUsingPush, { params: { channel: 'AUTHY' }, idempotencyRef: crypto.randomUUID() }),
    onSettled: changed,
  })
}

export function useUnlink() {
  const changed = useFactorsChanged()
  return useMutation({
    mutationFn: (channel: 'AUTHY' | 'BIOMETRIC') =>
      call(unlinkDeviceUsingPush, { params: { channel }, idempotencyRef: crypto.randomUUID() }),
    onSettled: changed,
  })
}
