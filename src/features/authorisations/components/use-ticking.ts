import { useEffect, useState } from 'react'

const TICK_MS = 100

/** The present moment, and again every tenth of a second while something runs out. */
export function useTicking(on: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [on])
  return now
}
