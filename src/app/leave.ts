import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@/api/client/api-error'
import { signOut } from '@/api/session'
import { clearDrafts } from '@/components/wizard/clear-drafts'
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

/** Whether the person lets go of the page: where something is half typed they are asked. */
export async function leavesPage(): Promise<boolean> {
  if (!parts) return true
  const { router } = parts
  await router.navigate({ to: '/' })
  return router.state.location.pathname === '/'
}

/**
 * Somebody else is signed in in this browser now, or the same person as another identity: nothing of who was here may stay,
 * neither on the screen nor in memory. The page is taken off first, since a half typed form would hold the tab back.
 */
export async function goAfresh(): Promise<void> {
  clearDrafts()
  forgetStepUp()
  await parts?.router.navigate({ to: '/sign-in', replace: true, ignoreBlocker: true })
  window.location.replace('/')
}

/** Ends the session of this browser, in all its tabs. Fails when the gateway was not reached. */
export const signOutHere = (): Promise<void> => end({ everywhere: false })

/** Ends all sessions of the person at this console, whichever browser and identity they are in. Fails likewise. */
export const signOutEverywhere = (): Promise<void> => end({ everywhere: true })

async function end(how: { everywhere: boolean }): Promise<void> {
  await signOut(how).catch((error: unknown) => {
    // Nobody was signed in any more: then there is nothing to end.
    if (!(error instanceof ApiError && error.status === 401)) throw error
  })
  tellTabs({ type: 'signed-out' })
  await leaveForSignIn()
}
