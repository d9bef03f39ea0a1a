import { useEffect, useState, useSyncExternalStore } from 'react'
import { type OneTimeCode, resendAfter } from './one-time-code'

/** Follows a code: its state, the full seconds until another may be sent, and that it grows too old. */
export function useOneTimeCode(code: OneTimeCode, lifetime: number) {
  const state = useSyncExternalStore(code.subscribe, code.get)
  const { sentAt } = state
  useEffect(() => {
    if (sentAt === undefined) return
    const timer = setTimeout(code.expire, Math.max(0, sentAt + lifetime - Date.now()))
    return () => clearTimeout(timer)
  }, [code, sentAt, lifetime])
  return { state, waitSeconds: useWait(sentAt) }
}

function useWait(sentAt: number | undefined): number {
  const [now, setNow] = useState(Date.now)
  const left = sentAt === undefined ? 0 : Math.ceil((sentAt + resendAfter - now) / 1000)
  const waiting = left > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another code begins another wait
  useEffect(() => {
    setNow(Date.now())
    if (!waiting) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [waiting, sentAt])
  return Math.max(0, Math.min(left, resendAfter / 1000))
}
