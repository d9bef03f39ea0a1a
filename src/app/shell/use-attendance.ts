import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sessionQueries } from '@/api/queries/session'
import { fetchSession, touchSession } from '@/api/session'
import { sessionClock } from '@/api/session-clock'
import { startActivity } from '../activity'
import { whoIs } from '../enter'
import { signInGate } from '../gate'
import { handover } from '../handover'
import { goAfresh, leaveForSignIn } from '../leave'
import { type EndReason, startLive } from '../live'
import { dispatchLive } from '../live-dispatch'
import { onTabs } from '../tabs'
import { useRunningBulks } from './open-bulks'

/** As long as somebody is signed in: the live stream, the signs of life, and what other tabs do. */
export function useAttendance(): void {
  const queryClient = useQueryClient()
  useRunningBulks()
  useEffect(() => {
    const stops = [
      startLive({
        dispatch: (event) => dispatchLive(event, queryClient),
        onEnded: (reason) => whenEnded(reason, queryClient),
      }),
      startActivity({ target: window, touch: touchSession, now: Date.now }),
      onTabs((word) => {
        if (word.type === 'signed-out') void leaveForSignIn()
        else if (word.type === 'changing') handover.begin()
        else if (word.type === 'stays') handover.end()
        else if (word.who !== whoIsHere(queryClient)) void goAfresh()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [queryClient])
}

/** Resolves true when the same person is signed in again and the stream may go on. */
async function whenEnded(reason: EndReason, queryClient: QueryClient): Promise<boolean> {
  if (reason !== 'SIGNED_OUT') {
    const again = signInGate.ask()
    sessionClock.end()
    return again
  }
  // While somebody goes over to another identity, here or in another tab, what comes of it is awaited.
  await handover.settled()
  // Signed out by hand, here or in another tab; or somebody has signed in anew elsewhere meanwhile.
  const session = await fetchSession().catch(() => undefined)
  if (!session) await leaveForSignIn()
  else if (whoIs(session) === whoIsHere(queryClient)) return true
  else void goAfresh()
  return false
}

function whoIsHere(queryClient: QueryClient): string | undefined {
  const session = queryClient.getQueryData(sessionQueries.current().queryKey)
  return session && whoIs(session)
}
