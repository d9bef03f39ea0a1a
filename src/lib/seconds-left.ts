import { useEffect, useState } from 'react'

/** Full seconds from now until an instant of this machine's clock, counted down; 0 from then on, and where there is none. */
export function useSecondsLeft(until: number | undefined): number {
  const [now, setNow] = useState(Date.now)
  const left = until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000))
  const counting = left > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another instant is counted from anew
  useEffect(() => {
    setNow(Date.now())
    if (!counting) return
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [until, counting])
  return left
}

/** `4:05` */
export const minutesText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
