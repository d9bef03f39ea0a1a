import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sessionQueries } from '@/api/queries/session'
import { fetchSession, touchSession } from '@/api/session'
import { sessionClock } from '@/api/session-clock'
import { clearDrafts } from '@/components/wizard/draft'
import { startActivity } from '../activity'
import { signInGate } from '../gate'
import { leaveForSignIn } from '../leave'
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
        else if (word.credentials !== whoIsHere(queryClient)) startAfresh()
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
  // Signed out by hand, here or in another tab; or the same person has signed in anew elsewhere meanwhile.
  const session = await fetchSession().catch(() => undefined)
  if (session && session.person.credentials.id === whoIsHere(queryClient)) return true
  await leaveForSignIn()
  return false
}

function whoIsHere(queryClient: QueryClient): string | undefined {
  return queryClient.getQueryData(sessionQueries.current().queryKey)?.person.credentials.id
}

/** Somebody else has signed in in this browser: nothing of the one before may stay on the screen. */
function startAfresh(): void {
  clearDrafts()
  window.location.assign('/')
}
