import { useEffect, useState, useSyncExternalStore } from 'react'
import { sessionClock, timeLeft, warnBelow } from '@/api/session-clock'

/** What is left of the session: whole minutes, and whole seconds in the last one. */
export type Left = { unit: 'minutes' | 'seconds'; value: number }

export function leftOf(ms: number): Left {
  return ms > warnBelow
    ? { unit: 'minutes', value: Math.ceil(ms / 60_000) }
    : { unit: 'seconds', value: Math.ceil(ms / 1000) }
}

/** Follows the session's clock; renders only when what it says changes. */
export function useTimeLeft(): Left | undefined {
  const idle = useSyncExternalStore(sessionClock.subscribe, sessionClock.get)
  const [, show] = useState('')
  useEffect(() => {
    if (!idle) return
    const tell = () => {
      const { unit, value } = leftOf(timeLeft(idle, Date.now()))
      show(`${unit} ${value}`)
    }
    const timer = setInterval(tell, 250)
    return () => clearInterval(timer)
  }, [idle])
  return idle && leftOf(timeLeft(idle, Date.now()))
}
