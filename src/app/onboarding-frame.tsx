import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { SessionView } from '#contract/session'
import { sessionQueries } from '@/api/queries/session'
import { Announcer } from '@/components/feedback/announce'
import { Toaster } from '@/components/feedback/toast'
import { Button } from '@/components/ui/button'
import { EnteringContext } from '@/features/onboarding/entering'
import { enter } from './enter'
import { signOutHere } from './leave'
import { SessionMeter } from './shell/session-meter'
import { SessionWarning } from './shell/session-warning'
import { ThemeSwitch } from './shell/theme-switch'
import { useAttendance } from './shell/use-attendance'
import { t } from './text'

/**
 * What stands around the pages by which somebody becomes a customer: outside of the shell, since most of them need no
 * session. As soon as there is one it is looked after as it is in the shell.
 */
export function OnboardingFrame() {
  const queryClient = useQueryClient()
  const [entered, setEntered] = useState(0)
  const entering = useMemo(
    () => ({
      enter: (view: SessionView) => {
        enter(queryClient, view)
        setEntered((times) => times + 1)
      },
      signOut: signOutHere,
    }),
    [queryClient],
  )
  return (
    <EnteringContext value={entering}>
      {/* Whoever comes in finds an empty memory: what is drawn must not look on at what was there before. */}
      <Around key={entered} />
      <Toaster />
      <Announcer />
    </EnteringContext>
  )
}

function Around() {
  const { data: session } = useQuery(sessionQueries.current())
  return (
    <>
      {session && <Attended />}
      <div className="flex items-center justify-end gap-1 px-3 pt-2 sm:absolute sm:top-3 sm:right-3 sm:z-10 sm:p-0">
        {session && <SessionMeter />}
        <ThemeSwitch />
        {session && <SignOut email={session.person.email} />}
      </div>
      <Outlet />
    </>
  )
}

/** A component of its own: it begins with the session. */
function Attended() {
  useAttendance()
  return <SessionWarning />
}

function SignOut({ email }: { email: string }) {
  const leave = useMutation({ mutationFn: signOutHere })
  return (
    <Button variant="ghost" title={email} busy={leave.isPending} onClick={() => leave.mutate()}>
      {t(leave.error ? 'onboarding.signOutAgain' : 'onboarding.signOut')}
    </Button>
  )
}
