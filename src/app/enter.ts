import type { QueryClient } from '@tanstack/react-query'
import type { SessionView } from '#contract/session'
import { sessionQueries } from '@/api/queries/session'
import { sessionClock } from '@/api/session-clock'
import { typedEmail } from '@/features/access/typed'
import { forgetStepUp } from '@/features/challenges/held-step-up'
import { tellTabs } from './tabs'

/** Somebody has come in, whichever way: nothing of whoever was here before is left in memory, and other tabs hear of it. */
export function enter(queryClient: QueryClient, session: SessionView): void {
  forgetStepUp()
  typedEmail.set('')
  queryClient.clear()
  queryClient.setQueryData(sessionQueries.current().queryKey, session)
  sessionClock.note(session)
  tellTabs({ type: 'signed-in', who: whoIs(session) })
}

/** A person as one of their identities: another identity of the same person sees nothing of this one either. */
export const whoIs = ({ person, identity }: Pick<SessionView, 'person' | 'identity'>): string =>
  `${identity.id.type} ${identity.id.id} ${person.credentials.type} ${person.credentials.id}`
