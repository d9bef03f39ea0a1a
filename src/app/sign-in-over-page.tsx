import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { SessionView } from '#contract/session'
import { sessionQueries } from '@/api/queries/session'
import { fetchSession } from '@/api/session'
import { sessionClock } from '@/api/session-clock'
import { SignInDialog } from '@/features/access/components/sign-in-dialog'
import { forgetStepUp } from '@/features/challenges/held-step-up'
import { whoIs } from './enter'
import { signInGate } from './gate'
import { goAfresh, leaveForSignIn } from './leave'
import { onTabs, tellTabs } from './tabs'

/** The session has ended while somebody was at work: they sign in here, and everything that waits goes on. */
export function SignInOverPage() {
  const queryClient = useQueryClient()
  const { queryKey } = sessionQueries.current()
  const before = queryClient.getQueryData(queryKey)

  const goOn = (session: SessionView) => {
    if (before && whoIs(before) !== whoIs(session)) return void goAfresh()
    forgetStepUp()
    sessionClock.note(session)
    queryClient.setQueryData(queryKey, session)
    signInGate.answer(true)
    void queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] })
  }

  // The person may sign in in another tab just as well.
  useEffect(() =>
    onTabs((word) => {
      if (word.type === 'signed-in') fetchSession().then(goOn, () => undefined)
    }),
  )

  const signedIn = (session: SessionView) => {
    tellTabs({ type: 'signed-in', who: whoIs(session) })
    goOn(session)
  }
  const leave = () => {
    signInGate.answer(false)
    void leaveForSignIn()
  }
  return (
    <SignInDialog
      email={before?.person.email ?? ''}
      identity={before?.identity.id}
      why="ended"
      onSignedIn={signedIn}
      onLeave={leave}
    />
  )
}
