import { createFileRoute, useRouter } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { SessionView } from '#contract/session'
import { sessionQueries } from '@/api/queries/session'
import { tellTabs } from '@/app/tabs'
import { SignInPage } from '@/features/access/pages/sign-in-page'
import { safeRedirect } from '@/features/access/redirect'
import { forgetStepUp } from '@/features/challenges/held-step-up'
import { choiceParam, searchParams, textParam } from '@/lib/search-params'

const loadCodePage = () => import('@/features/challenges/pages/code-page').then((m) => ({ default: m.CodePage }))
const CodePage = lazy(loadCodePage)

export const Route = createFileRoute('/sign-in')({
  validateSearch: searchParams({ redirect: textParam, step: choiceParam(['code']) }),
  component: SignIn,
})

/** First who you are, then the code. */
function SignIn() {
  const { redirect, step } = Route.useSearch()
  const { queryClient } = Route.useRouteContext()
  const router = useRouter()
  const session = sessionQueries.current().queryKey
  const goOn = () => router.history.replace(safeRedirect(redirect, window.location.origin))

  if (step === 'code') {
    const done = () => {
      queryClient.setQueryData(session, (known) => known && { ...known, steppedUp: true })
      goOn()
    }
    const back = () => router.navigate({ to: '/sign-in', search: { redirect }, replace: true })
    return (
      <Suspense fallback={null}>
        <CodePage onDone={done} onLater={goOn} onSignInAgain={back} />
      </Suspense>
    )
  }
  const signedIn = (view: SessionView) => {
    forgetStepUp()
    queryClient.clear()
    queryClient.setQueryData(session, view)
    tellTabs({ type: 'signed-in', credentials: view.person.credentials.id })
    void router.navigate({ to: '/sign-in', search: { redirect, step: 'code' }, replace: true })
  }
  // Whoever starts typing will need the next step: it is fetched meanwhile, and not before.
  return <SignInPage onTyping={loadCodePage} onSignedIn={signedIn} />
}
