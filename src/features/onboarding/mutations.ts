import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { IdentityId } from '#contract/common'
import { entryLeave, entryPassword, registrationResume } from '#contract/console/entry'
import {
  consumerKycStart,
  consumerRootUserEmailVerificationCodeSend,
  consumerRootUserEmailVerify,
  consumerUpdate,
} from '#contract/consumers'
import {
  corporateKybStart,
  corporateRootUserEmailVerificationCodeSend,
  corporateRootUserEmailVerify,
  corporateUpdate,
} from '#contract/corporates'
import type { Mobile } from '#contract/people'
import { call, callConsole, callPublic } from '@/api/client'
import { entryQueries } from '@/api/queries/entry'
import { consumerQueries, corporateQueries } from '@/api/queries/identity'

type Type = IdentityId['type']

/** Reads the customer again, and how their check stands. */
export function useRereadCustomer(type: Type): () => Promise<void> {
  const queryClient = useQueryClient()
  const queryKey = type === 'CORPORATE' ? corporateQueries.all() : consumerQueries.all()
  return () => queryClient.invalidateQueries({ queryKey })
}

/** Reads whether a registration waits in this browser. */
export function useRereadEntry(): () => Promise<void> {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: entryQueries.all() })
}

/** Sets the first password, with the token that the secure field gave for it. */
export function useSetPassword() {
  return useMutation({
    mutationFn: (token: string) => callConsole(entryPassword, { body: { password: { value: token } } }),
  })
}

export function useGiveUpRegistration() {
  const reread = useRereadEntry()
  return useMutation({ mutationFn: () => callConsole(entryLeave, {}), onSuccess: reread })
}

/** The two calls that prove the address of whoever registered; neither needs a session. */
export const addressProof = (type: Type, email: string) => ({
  send: () =>
    type === 'CORPORATE'
      ? callPublic(corporateRootUserEmailVerificationCodeSend, {
          body: { email },
          idempotencyRef: crypto.randomUUID(),
        })
      : callPublic(consumerRootUserEmailVerificationCodeSend, { body: { email } }),
  verify: (verificationCode: string) =>
    type === 'CORPORATE'
      ? callPublic(corporateRootUserEmailVerify, { body: { email, verificationCode } })
      : callPublic(consumerRootUserEmailVerify, { body: { email, verificationCode } }),
})

/** Goes on with a registration of another browser, on the word of the code. */
export function useResume() {
  return useMutation({
    mutationFn: (body: { type: Type; email: string; verificationCode: string }) =>
      callConsole(registrationResume, { body }),
  })
}

export type ContactChange = { email: string } | { mobile: Mobile }

/** Another address or number of whoever registered, who then has to prove it. */
export function useChangeContact(type: Type) {
  const reread = useRereadCustomer(type)
  return useMutation({
    mutationFn: async (body: ContactChange) => {
      if (type === 'CORPORATE') await call(corporateUpdate, { body, idempotencyRef: crypto.randomUUID() })
      else await call(consumerUpdate, { body })
    },
    onSuccess: reread,
  })
}

/** Opens the screens of the check, for the first time or again; the reference is good for a day. */
export function useStartCheck(type: Type) {
  const reread = useRereadCustomer(type)
  return useMutation({
    mutationFn: async () => {
      const { reference } =
        type === 'CORPORATE' ? await call(corporateKybStart, {}) : await call(consumerKycStart, { body: undefined })
      return reference
    },
    // A refusal, too, means that what is shown was out of date.
    onSettled: () => void reread(),
  })
}
