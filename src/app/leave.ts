import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@/api/client/api-error'
import { signOut } from '@/api/session'
import { clearDrafts } from '@/components/wizard/draft'
import { forgetStepUp } from '@/features/challenges/held-step-up'
import type { createAppRouter } from './router'
import { tellTabs } from './tabs'

type Parts = { router: ReturnType<typeof createAppRouter>; queryClient: QueryClient }
let parts: Parts | undefined

/** The page hands over what is needed to leave it, since the gates stand outside the router. */
export function connectLeave(given: Parts): void {
  parts = given
}

/** Goes to the sign-in page and forgets everything of the person who was here. */
export async function leaveForSignIn(): Promise<void> {
  if (!parts || window.location.pathname === '/sign-in') return
  const { router, queryClient } = parts
  clearDrafts()
  forgetStepUp()
  // Asking whether to stay makes no sense once nobody is signed in.
  await router.navigate({ to: '/sign-in', ignoreBlocker: true })
  queryClient.clear()
}

/** Somebody else is signed in in this browser now: nothing of who was here may stay, on the screen or in memory. */
export function startAfresh(): void {
  clearDrafts()
  forgetStepUp()
  window.location.assign('/')
}

/** Ends the session here, at the gateway and in the other tabs. Fails when the gateway was not reached. */
export async function signOutEverywhere(): Promise<void> {
  await signOut().catch((error: unknown) => {
    // Nobody was signed in any more: then there is nothing to end.
    if (!(error instanceof ApiError && error.status === 401)) throw error
  })
  tellTabs({ type: 'signed-out' })
  await leaveForSignIn()
}
