import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { SessionView } from '#contract/session'
import { sessionQueries } from '@/api/queries/session'
import { fetchSession } from '@/api/session'
import { clearDrafts } from '@/components/wizard/draft'
import { SignInDialog } from '@/features/access/components/sign-in-dialog'
import { forgetStepUp } from '@/features/challenges/held-step-up'
import { signInGate } from './gate'
import { leaveForSignIn } from './leave'
import { onTabs, tellTabs } from './tabs'

/** The session has ended while somebody was at work: they sign in here, and everything that waits goes on. */
export function SignInOverPage() {
  const queryClient = useQueryClient()
  const { queryKey } = sessionQueries.current()
  const person = queryClient.getQueryData(queryKey)?.person

  const goOn = (session: SessionView) => {
    if (person && person.credentials.id !== session.person.credentials.id) return startAfresh()
    forgetStepUp()
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
    tellTabs({ type: 'signed-in', credentials: session.person.credentials.id })
    goOn(session)
  }
  const leave = () => {
    signInGate.answer(false)
    void leaveForSignIn()
  }
  return <SignInDialog email={person?.email ?? ''} onSignedIn={signedIn} onLeave={leave} />
}

/** Another person: nothing of the one before may be left on the page or in its memory. */
function startAfresh(): void {
  clearDrafts()
  window.location.assign('/')
}
