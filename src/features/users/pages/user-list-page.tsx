import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { consolePeopleGet } from '#contract/console/roles'
import { userInviteSend } from '#contract/user-invites'
import type { User } from '#contract/users'
import { useAccess } from '@/api/access'
import { userQueries } from '@/api/queries/users'
import { DataTable } from '@/components/data-table/data-table'
import { type Filter, FilterBar } from '@/components/data-table/filter-bar'
import { Pager } from '@/components/data-table/pager'
import { EmptyState } from '@/components/feedback/empty-state'
import { GatedLink } from '@/components/form/gated-link'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { choiceColumn, userColumns } from '../columns'
import { InviteChosen } from '../components/invite-chosen'
import { useWhyNotInvite } from '../components/why-not-invite'
import { useRoles, whyNotAdd } from '../permissions'
import { toUserListQuery, userPageSize } from '../query'
import { activities, userListSearch } from '../search'
import { t } from '../text'

const route = getRouteApi('/_app/users/')

const filters: readonly Filter[] = [
  { id: 'active', label: t('state'), kind: 'select', options: activities.map((value) => ({ value, label: t(value) })) },
  { id: 'email', label: t('email'), kind: 'text' },
  { id: 'tag', label: t('tag'), kind: 'text' },
]

/** Everybody beside the root user. The address holds filters and page; who is chosen stays so from page to page. */
export function UserListPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useQuery({ ...userQueries.list(toUserListQuery(search)), placeholderData: keepPreviousData })
  const { may } = useAccess()
  const whyNot = useWhyNotInvite()
  const [chosen, setChosen] = useState<ReadonlyMap<string, User>>(new Map())
  const { offset = 0, ...given } = search
  const filtered = Object.values(given).some(Boolean)

  // A changed filter begins at the first page again.
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: userListSearch({ ...given, ...next }), replace: true })
  const clear = () => void navigate({ search: {}, replace: true })
  const toggle = (user: User) =>
    setChosen((before) => {
      const after = new Map(before)
      if (!after.delete(user.id)) after.set(user.id, user)
      return after
    })
  const plain = userColumns(may(consolePeopleGet.permission))
  const columns = may(userInviteSend.permission) ? [...plain, choiceColumn({ chosen, toggle, whyNot })] : plain

  return (
    <Page
      title={t('title')}
      subtitle={list.data?.count ? t(filtered ? 'subtitleFound' : 'subtitle', { count: list.data.count }) : '\u00a0'}
      actions={<NewUser />}
    >
      <p className="mb-4 max-w-prose text-ink-soft">{t('intro')}</p>
      {(filtered || list.data?.count !== 0) && (
        <FilterBar filters={filters} values={given} onChange={(id, value) => change({ [id]: value })} onClear={clear} />
      )}
      <DataTable
        caption={t('caption')}
        view="users"
        columns={columns}
        rows={list.data?.users ?? []}
        getRowId={({ id }) => id}
        rowLink={({ id }) => ({ to: '/users/$userId', params: { userId: id } })}
        status={list.data ? 'ready' : list.error ? 'error' : 'loading'}
        busy={list.isPlaceholderData}
        error={list.error}
        onRetry={() => void list.refetch()}
        filtered={filtered}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} action={<NewUser />} />}
        noResults={
          <EmptyState
            title={t('noResults')}
            text={t('noResultsText')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          />
        }
      />
      {list.data && list.data.count > 0 && (
        <Pager
          count={list.data.count}
          offset={offset}
          limit={userPageSize}
          onOffset={(next) => void navigate({ search: { ...given, ...(next > 0 ? { offset: next } : {}) } })}
        />
      )}
      <InviteChosen chosen={[...chosen.values()]} onClear={() => setChosen(new Map())} />
    </Page>
  )
}

function NewUser() {
  const access = useAccess()
  const { roles } = useRoles()
  return (
    <GatedLink to="/users/new" variant="primary" reason={whyNotAdd(access, roles)}>
      {t('newUser')}
    </GatedLink>
  )
}
