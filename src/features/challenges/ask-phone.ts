import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SCAFactor } from '#contract/authentication-factors'
import { stepUpByPhoneGet } from '#contract/console/step-up'
import { stepupSCAChallengePush } from '#contract/step-up-challenges'
import { call, callConsole } from '@/api/client'
import { factorQueries } from '@/api/queries/factors'

type PushChannel = 'AUTHY' | 'BIOMETRIC'

/** Live events of the section make it stale; the sign-in page has no stream, hence the asking. */
const POLL_MS = 2500

/** The phone that can be asked: the company's own app before any other. */
export function phoneAmong(factors: readonly SCAFactor[]): PushChannel | undefined {
  const linked = (channel: PushChannel) => factors.some((f) => f.channel === channel && f.status === 'ACTIVE')
  return linked('BIOMETRIC') ? 'BIOMETRIC' : linked('AUTHY') ? 'AUTHY' : undefined
}

/** Stepping up by a yes on the person's phone, where one is linked. */
export function useAskPhone() {
  const queryClient = useQueryClient()
  const factors = useQuery({ ...factorQueries.list(), retry: false })
  const channel = factors.data && phoneAmong(factors.data.factors)
  const [asked, setAsked] = useState(false)
  const queryKey = ['step-up-challenges', 'phone'] as const

  const ask = useMutation({
    mutationFn: (to: PushChannel) =>
      call(stepupSCAChallengePush, { params: { channel: to }, idempotencyRef: crypto.randomUUID() }),
    onSuccess: () => {
      // What was said to an earlier question is no answer to this one.
      void queryClient.resetQueries({ queryKey })
      setAsked(true)
    },
  })
  const answer = useQuery({
    queryKey,
    queryFn: ({ signal }) => callConsole(stepUpByPhoneGet, {}, signal),
    enabled: asked,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state ?? 'WAITING') === 'WAITING' && POLL_MS,
  })
  return {
    /** Whether there is a phone to ask. */
    possible: channel !== undefined,
    asked,
    asking: ask.isPending,
    refused: ask.error,
    answer: asked ? answer.data : undefined,
    readAt: answer.dataUpdatedAt,
    offline: answer.isError,
    ask: () => channel && ask.mutate(channel),
    /** Back to the code. */
    drop: () => {
      ask.reset()
      setAsked(false)
    },
  }
}

export type AskPhone = ReturnType<typeof useAskPhone>
