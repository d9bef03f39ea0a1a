import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useSyncExternalStore } from 'react'
import { sessionQueries } from '@/api/queries/session'
import { FaceContext, faceOf } from '@/lib/faces'

const { queryKey } = sessionQueries.current()

/** Everything within speaks to whoever is signed in. It only looks: nobody is asked who that is. */
export function FaceOfSession({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const subscribe = useCallback((tell: () => void) => queryClient.getQueryCache().subscribe(tell), [queryClient])
  const face = useSyncExternalStore(subscribe, () => faceOf(queryClient.getQueryData(queryKey)?.identity.id.type))
  return <FaceContext value={face}>{children}</FaceContext>
}
