import { useQueryClient } from '@tanstack/react-query'
import { sessionQueries } from '@/api/queries/session'
import { StepUpDialog } from '@/features/challenges/components/step-up-dialog'
import { signInGate, stepUpGate } from './gate'
import { sandboxPhone } from './sandbox-phone'

/** Asks for the code on behalf of every call that waits for it. */
export function StepUpGate() {
  const queryClient = useQueryClient()
  const done = () => {
    queryClient.setQueryData(sessionQueries.current().queryKey, (session) => session && { ...session, steppedUp: true })
    stepUpGate.answer(true)
  }
  const cancel = () => stepUpGate.answer(false)
  // Only a new session is sent new codes. The sign-in comes over this page, and then this gate asks again.
  const again = () => void signInGate.ask()
  return <StepUpDialog onDone={done} onCancel={cancel} onSignInAgain={again} phone={sandboxPhone()} />
}
