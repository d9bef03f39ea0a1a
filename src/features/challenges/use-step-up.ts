import { useEffect, useState, useSyncExternalStore } from 'react'
import { stepupSCAChallenge, stepupSCAVerify } from '#contract/step-up-challenges'
import { call } from '@/api/client'
import { useSecondsLeft } from '@/lib/seconds-left'
import { heldStepUp } from './held-step-up'
import { codeLifetime, issued } from './issued'
import { createStepUp, resendAfter, type StepUp } from './step-up'

const channel = 'SMS'

function start(): StepUp {
  return createStepUp({
    issue: () => call(stepupSCAChallenge, { params: { channel }, idempotencyRef: crypto.randomUUID() }),
    verify: (verificationCode) =>
      call(stepupSCAVerify, {
        params: { channel },
        body: { verificationCode },
        idempotencyRef: crypto.randomUUID(),
      }),
    issued,
    now: Date.now,
  })
}

export function useStepUp() {
  const [stepUp] = useState(() => {
    const held = heldStepUp.get()
    const phase = held?.get().phase
    return held && phase !== 'done' && phase !== 'over' ? held : heldStepUp.set(start())
  })
  const state = useSyncExternalStore(stepUp.subscribe, stepUp.get)
  useEffect(() => stepUp.begin(), [stepUp])
  const { sentAt } = state
  const waitSeconds = useSecondsLeft(sentAt === undefined ? undefined : sentAt + resendAfter)
  const codeSeconds = useSecondsLeft(sentAt === undefined ? undefined : sentAt + codeLifetime)
  return { stepUp, state, waitSeconds, expired: sentAt !== undefined && codeSeconds === 0 }
}
