import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { EntryOutcome } from '#contract/console/entry'
import type { SessionView } from '#contract/session'
import { entryQueries } from '@/api/queries/entry'
import type { PhoneEntry } from './way-in'

/** A phone is in somebody's hand: two and a half seconds are soon enough, and little to ask. */
const POLL_MS = 2500

/** How far this browser's way in is; asked again and again only while a phone is waited for. */
export function useEntry(onSession: (session: SessionView) => void, reading?: 'afresh') {
  const queryClient = useQueryClient()
  const current = entryQueries.current()
  const query = useQuery({
    ...current,
    // What an earlier way in left in memory says nothing of this one.
    ...(reading === 'afresh' && { gcTime: 0 }),
    refetchInterval: ({ state }) => {
      const entry = state.data?.entry
      return entry?.kind === 'phone' && entry.state === 'WAITING' && POLL_MS
    },
  })
  const entry = query.data?.entry
  const asked = useRef<PhoneEntry>(undefined)
  if (entry?.kind === 'phone') asked.current = entry

  const onOutcome = (outcome: EntryOutcome) => {
    if ('session' in outcome) onSession(outcome.session)
    else queryClient.setQueryData(current.queryKey, outcome)
  }
  return { query, entry, phoneBefore: asked.current, onOutcome }
}
