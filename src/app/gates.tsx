import { lazy, Suspense, useSyncExternalStore } from 'react'
import { connectGates } from '@/api/client'
import { signInGate, stepUpGate } from './gate'
import { handover } from './handover'

const SignInOverPage = lazy(() => import('./sign-in-over-page').then((m) => ({ default: m.SignInOverPage })))
const StepUpGate = lazy(() => import('./step-up-gate').then((m) => ({ default: m.StepUpGate })))

/** On the sign-in page there is nothing to lay a dialog over: there the refused call fails and the page deals with it. */
const overPage = (gate: typeof signInGate) => () =>
  window.location.pathname === '/sign-in' ? Promise.resolve(false) : gate.ask()

/** A call that is refused while another identity is gone over to is none to ask a password for. */
const signIn = () => handover.settled().then(overPage(signInGate))

connectGates({ signIn, stepUp: overPage(stepUpGate) })

/** The questions that a refused call may raise. Without a session there is no point in asking for a code. */
export function Gates() {
  const signIn = useSyncExternalStore(signInGate.subscribe, signInGate.isOpen)
  const stepUp = useSyncExternalStore(stepUpGate.subscribe, stepUpGate.isOpen)
  return <Suspense fallback={null}>{signIn ? <SignInOverPage /> : stepUp ? <StepUpGate /> : null}</Suspense>
}
