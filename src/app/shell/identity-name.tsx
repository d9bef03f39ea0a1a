import { useQuery } from '@tanstack/react-query'
import { sessionQueries } from '@/api/queries/session'

/** The company whose money this is. */
export function IdentityName() {
  const { data } = useQuery(sessionQueries.current())
  return <span className="block truncate text-ink-soft text-small">{data?.identity.name}</span>
}
