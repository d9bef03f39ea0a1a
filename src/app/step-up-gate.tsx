import { useQueryClient } from '@tanstack/react-query'
import { sessionQueries } from '@/api/queries/session'
import { StepUpDialog } from '@/features/challenges/components/step-up-dialog'
import { stepUpGate } from './gate'
import { leaveForSignIn } from './leave'

/** Asks for the code on behalf of every call that waits for it. */
export function StepUpGate() {
  const queryClient = useQueryClient()
  const done = () => {
    queryClient.setQueryData(sessionQueries.current().queryKey, (session) => session && { ...session, steppedUp: true })
    stepUpGate.answer(true)
  }
  const cancel = () => stepUpGate.answer(false)
  const again = () => {
    cancel()
    leaveForSignIn({ comeBack: true })
  }
  return <StepUpDialog onDone={done} onCancel={cancel} onSignInAgain={again} />
}
