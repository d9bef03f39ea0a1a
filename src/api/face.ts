import { useQuery } from '@tanstack/react-query'
import { useContext } from 'react'
import { FaceContext, faceOf } from '@/lib/faces'
import type { Face } from '@/lib/text'
import { sessionQueries } from './queries/session'

/** Whom the page speaks to; the company while nobody is signed in. For other words, `useWords` of `@/lib/faces` does. */
export function useFace(): Face {
  const said = useContext(FaceContext)
  const { data } = useQuery({ ...sessionQueries.current(), enabled: said === undefined })
  return said ?? faceOf(data?.identity.id.type)
}
