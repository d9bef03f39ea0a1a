import { useEffect, useState } from 'react'
import { gatewayNow } from '@/api/session-clock'

const EVERY_MS = 15_000

/** The gateway's time, often enough for minutes. */
export function useNow(): number {
  const [now, setNow] = useState(() => gatewayNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(gatewayNow()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
