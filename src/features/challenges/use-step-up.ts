import { useEffect, useState, useSyncExternalStore } from 'react'
import { stepupSCAChallenge, stepupSCAVerify } from '#contract/step-up-challenges'
import { call } from '@/api/client'
import { heldStepUp } from './held-step-up'
import { issued } from './issued'
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
  return { stepUp, state, waitSeconds: useWait(state.sentAt) }
}

/** Full seconds until a code may be sent again. */
function useWait(sentAt: number | undefined): number {
  const [now, setNow] = useState(Date.now)
  const left = sentAt === undefined ? 0 : Math.ceil((sentAt + resendAfter - now) / 1000)
  const waiting = left > 0
  useEffect(() => {
    setNow(Date.now())
    if (!waiting) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [waiting])
  return Math.max(0, Math.min(left, resendAfter / 1000))
}
