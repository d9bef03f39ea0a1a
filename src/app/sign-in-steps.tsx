import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import type { SessionView } from '#contract/session'
import { sessionQueries } from '@/api/queries/session'
import type { EntryStep } from '@/features/access/way-in'
import { CodePage } from '@/features/challenges/pages/code-page'
import { sandboxPhone } from './sandbox-phone'

const EntryPage = lazy(() => import('@/features/access/pages/entry-page').then((m) => ({ default: m.EntryPage })))

type Props = {
  step: EntryStep | 'code'
  onSession: (session: SessionView) => void
  onStep: (step: EntryStep | 'first') => void
  /** Signed in, and to where the person wanted to go. */
  onDone: () => void
}

/** The steps of signing in after the first one; whoever begins to type has them fetched. */
export function SignInSteps({ step, onSession, onStep, onDone }: Props): ReactNode {
  const queryClient = useQueryClient()
  if (step !== 'code') {
    return (
      <Suspense fallback={null}>
        <EntryPage step={step} onSession={onSession} onStep={onStep} phone={sandboxPhone()} />
      </Suspense>
    )
  }
  const steppedUp = () => {
    queryClient.setQueryData(sessionQueries.current().queryKey, (known) => known && { ...known, steppedUp: true })
    onDone()
  }
  return <CodePage onDone={steppedUp} onLater={onDone} onSignInAgain={() => onStep('first')} phone={sandboxPhone()} />
}
