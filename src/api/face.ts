import { useQuery } from '@tanstack/react-query'
import { sessionQueries } from './queries/session'

/** The back office of a company, or the portal of a person who banks for themselves: one app, two choices of words. */
export type Face = 'company' | 'person'

export const faceOf = (type: 'CORPORATE' | 'CONSUMER' | undefined): Face => (type === 'CONSUMER' ? 'person' : 'company')

/** Whom the page speaks to; the company while nobody is signed in. */
export function useFace(): Face {
  const { data } = useQuery(sessionQueries.current())
  return faceOf(data?.identity.id.type)
}
