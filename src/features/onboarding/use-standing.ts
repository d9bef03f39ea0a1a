import { useQuery } from '@tanstack/react-query'
import type { IdentityId } from '#contract/common'
import type { Mobile } from '#contract/people'
import type { SessionView } from '#contract/session'
import { readAccess } from '@/api/access'
import { entryQueries } from '@/api/queries/entry'
import { factorQueries } from '@/api/queries/factors'
import { dueDiligenceQuery, rootUserQuery } from '@/api/queries/identity'
import { sessionQueries } from '@/api/queries/session'
import { isOutOfHands, outcomeOf } from '@/lib/due-diligence'
import { readFailure } from '@/lib/failure'
import { type AfterId, furthestAfter } from './standing'

type Type = IdentityId['type']

/** Who registered, as the steps after it need them. */
export type RootUser = {
  name: string
  surname: string
  email: string
  mobile: Mobile
  emailVerified: boolean
  mobileNumberVerified: boolean
}

export type Standing =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown; retry: () => void }
  /** Nobody is signed in, and nothing waits. */
  | { kind: 'nobody' }
  /** Registered; the first password is to be set. */
  | { kind: 'waiting'; email: string }
  /** Signed in as a customer of another kind. */
  | { kind: 'other'; session: SessionView }
  /** Signed in, with a role that does not see the customer's own data. */
  | { kind: 'closed' }
  | { kind: 'signed-in'; session: SessionView; root: RootUser; next: Exclude<AfterId, 'password'> }

/** Whoever confirms the address on another device is noticed here without a reload. */
const whileProving = 4000

/** How far the way to a customer of this kind is, as the server knows it. */
export function useStanding(type: Type): Standing {
  const session = useQuery(sessionQueries.current())
  const nobody = !session.data && readFailure(session.error).status === 401
  const entry = useQuery({ ...entryQueries.current(), enabled: nobody })
  const mine = session.data?.identity.id.type === type
  const sees = mine && readAccess(session.data?.access).may('identity.view')
  const root = useQuery({
    ...rootUserQuery(type),
    enabled: sees,
    refetchInterval: ({ state }) => (state.data && !state.data.emailVerified ? whileProving : false),
  })
  const check = useQuery({ ...dueDiligenceQuery(type), enabled: sees })
  const isRoot = session.data?.person.credentials.type === 'ROOT'
  // A phone that confirms has proved its number, whatever is noted beside the number.
  const unproved = root.data?.mobileNumberVerified === false
  const factors = useQuery({ ...factorQueries.list(), enabled: sees && isRoot && unproved })
  const confirms = factors.data?.factors.some(({ channel, status }) => channel === 'SMS' && status === 'ACTIVE')

  if (session.data) {
    if (!mine) return { kind: 'other', session: session.data }
    if (!sees) return { kind: 'closed' }
    if (root.data && check.data && !factors.isLoading) {
      const mobileNumberVerified = !unproved || confirms === true
      const known = { ...root.data, mobileNumberVerified, mine: isRoot }
      const decided = isOutOfHands(outcomeOf(check.data))
      const next = furthestAfter({ waiting: false, root: known, decided })
      if (next && next !== 'password') return { kind: 'signed-in', session: session.data, root: root.data, next }
    }
    const error = root.error ?? check.error
    const retry = () => void Promise.all([root.refetch(), check.refetch()])
    return error ? { kind: 'failed', error, retry } : { kind: 'loading' }
  }
  if (!nobody) {
    if (!session.error) return { kind: 'loading' }
    return { kind: 'failed', error: session.error, retry: () => void session.refetch() }
  }
  if (entry.data) {
    const { entry: waits } = entry.data
    const here = waits?.kind === 'registration' && waits.type === type
    return here ? { kind: 'waiting', email: waits.email } : { kind: 'nobody' }
  }
  return entry.error ? { kind: 'failed', error: entry.error, retry: () => void entry.refetch() } : { kind: 'loading' }
}
