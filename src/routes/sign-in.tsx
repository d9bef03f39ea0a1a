import { createFileRoute, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import type { SessionView } from '#contract/session'
import { enter } from '@/app/enter'
import { onTabs } from '@/app/tabs'
import { SignInPage } from '@/features/access/pages/sign-in-page'
import { safeRedirect } from '@/features/access/redirect'
import { choiceParam, searchParams, textParam } from '@/lib/search-params'

const loadSteps = () => import('@/app/sign-in-steps').then((m) => ({ default: m.SignInSteps }))
const SignInSteps = lazy(loadSteps)

const step = choiceParam(['code', 'identity', 'password', 'phone'])

export const Route = createFileRoute('/sign-in')({
  validateSearch: searchParams({ redirect: textParam, step }),
  component: SignIn,
})

/** First who you are, then what else it takes, and last the code. */
function SignIn() {
  const { redirect, step } = Route.useSearch()
  const { queryClient } = Route.useRouteContext()
  const router = useRouter()
  const target = safeRedirect(redirect, window.location.origin)
  const done = () => router.history.replace(target)
  const go = useCallback(
    (to: 'first' | 'code' | 'identity' | 'password' | 'phone') => {
      const search = { redirect, step: to === 'first' ? undefined : to }
      // Begun of one's own accord, asking the phone is a step that one may go back from.
      void router.navigate({ to: '/sign-in', search, replace: to !== 'phone' })
    },
    [redirect, router],
  )
  // Somebody has signed in in another tab: this one must not stay at a door that is open.
  useEffect(() => onTabs(({ type }) => type === 'signed-in' && window.location.assign(target)), [target])
  const signedIn = (session: SessionView) => {
    enter(queryClient, session)
    if (session.steppedUp) done()
    else go('code')
  }
  if (step) {
    return (
      <Suspense fallback={null}>
        <SignInSteps step={step} onSession={signedIn} onStep={go} onDone={done} />
      </Suspense>
    )
  }
  const away = (to: '/lost-password' | 'phone') => (to === 'phone' ? go(to) : void router.navigate({ to }))
  return <SignInPage onTyping={loadSteps} onSignedIn={signedIn} onStep={go} onGo={away} />
}
