import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { userQueries } from '@/api/queries/users'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { UserAccess } from '../components/user-access'
import { UserActions } from '../components/user-actions'
import { UserFacts } from '../components/user-facts'
import { UserNews } from '../components/user-news'
import { UserStanding } from '../components/user-standing'
import { fullName } from '../say'
import { t } from '../text'

const route = getRouteApi('/_app/users/$userId')

type Props = {
  /** The user's role and the way to change it: roles are another feature's. */
  role: ReactNode
}

/** One person: who they are, whether and how they can sign in, and what comes next. */
export function UserPage({ role }: Props) {
  const { userId } = route.useParams()
  const { added } = route.useSearch()
  const query = useQuery(userQueries.detail(userId))
  const { data: user } = query
  const back = { to: '/users', label: t('back') } as const
  if (!user) {
    const words = { loading: t('loading'), notFound: t('notFound'), notLoaded: t('notLoaded') }
    return <AbsentPage title={t('userTitle')} back={back} query={query} words={words} />
  }
  return (
    <Page
      key={user.id}
      title={fullName(user)}
      subtitle={<UserStanding user={user} />}
      back={back}
      actions={<UserActions user={user} />}
    >
      <UserNews user={user} added={added === true} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="min-w-0">
          <UserFacts user={user} />
        </div>
        <div className="min-w-0">
          <UserAccess user={user} role={role} />
        </div>
      </div>
    </Page>
  )
}
