import { useQuery } from '@tanstack/react-query'
import { consumerGet } from '#contract/consumers'
import { corporateGet } from '#contract/corporates'
import type { Mobile } from '#contract/people'
import { userGetById } from '#contract/users'
import { useAccess } from './access'
import { call } from './client'
import { consumerQueries, corporateQueries } from './queries/identity'
import { sessionQueries } from './queries/session'

/** A number as people read it. */
export const phoneText = ({ countryCode, number }: Mobile): string => `${countryCode} ${number}`

/** The person's own number, where they may read it: with the identity for its root user, among the people for others. */
export function useOwnPhone(): { mobile: Mobile | undefined; reading: boolean } {
  const { may } = useAccess()
  const { data: session } = useQuery(sessionQueries.current())
  const { credentials } = session?.person ?? {}
  const root = credentials?.type === 'ROOT' ? session?.identity.id.type : undefined
  const company = useQuery({
    ...corporateQueries.mine(),
    enabled: root === 'CORPORATE' && may(corporateGet.permission),
  })
  const person = useQuery({ ...consumerQueries.mine(), enabled: root === 'CONSUMER' && may(consumerGet.permission) })
  const id = credentials?.id ?? ''
  const user = useQuery({
    queryKey: ['authorised-users', 'own', id],
    queryFn: ({ signal }) => call(userGetById, { params: { user_id: id } }, signal),
    enabled: credentials?.type === 'USER' && may(userGetById.permission),
  })
  return {
    mobile: (company.data ?? person.data)?.rootUser.mobile ?? user.data?.mobile,
    reading: company.isLoading || person.isLoading || user.isLoading,
  }
}

/** Whether the person is the root user of the identity: the number of its document is theirs then. */
export function useIsRoot(): boolean {
  const { data: session } = useQuery(sessionQueries.current())
  return session?.person.credentials.type === 'ROOT'
}
