import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { SessionView } from '#contract/session'
import { failureText } from '@/components/feedback/failure-text'
import { toast } from '@/components/feedback/toast'
import { readFailure } from '@/lib/failure'
import { signInGate } from '../gate'
import { arriveAs, switchIdentity, switchSentences } from '../switch-identity'
import type { Other } from './identity-items'

const SignInDialog = lazy(() =>
  import('@/features/access/components/sign-in-dialog').then((m) => ({ default: m.SignInDialog })),
)

/** Going on as another identity, and the password over the page where the bank wants it once more. */
export function useOtherIdentity(session: SessionView | undefined): [(to: Other) => void, ReactNode] {
  const [asked, setAsked] = useState<Other>()
  const go = (to: Other) => {
    switchIdentity(to.id).catch((error: unknown) => {
      const { code, status } = readFailure(error)
      if (code === 'SIGN_IN_AGAIN') setAsked(to)
      else if (status === 401) void signInGate.ask()
      else toast.error(failureText(error, { sentences: switchSentences() }))
    })
  }
  const dialog = asked && session && (
    <Suspense fallback={null}>
      <SignInDialog
        email={session.person.email}
        identity={asked.id}
        why={{ changeTo: asked.name }}
        onSignedIn={arriveAs}
        onLeave={() => setAsked(undefined)}
      />
    </Suspense>
  )
  return [go, dialog]
}
