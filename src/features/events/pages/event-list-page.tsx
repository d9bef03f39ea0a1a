import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import { eventQueries } from '@/api/queries/events'
import { DataTable } from '@/components/data-table/data-table'
import { FilterBar } from '@/components/data-table/filter-bar'
import { EmptyState } from '@/components/feedback/empty-state'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { localZone } from '@/lib/dates'
import { eventColumns } from '../columns'
import { EventPager } from '../components/event-pager'
import { NewEvents } from '../components/new-events'
import { eventFilters } from '../filters'
import { useHeld } from '../held'
import { toEventListQuery } from '../query'
import { eventListSearch } from '../search'
import { t } from '../text'

const route = getRouteApi('/_app/events/')

/** What Weavr told, newest first. The address holds filters and page; what comes in meanwhile moves no row. */
export function EventListPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { after, ...chosen } = search
  const query = toEventListQuery(search, localZone())
  const { after: _, ...first } = query
  const list = useQuery({ ...eventQueries.list(query), placeholderData: keepPreviousData })
  const newest = useQuery({ ...eventQueries.list(first), placeholderData: keepPreviousData })
  const rows = useRef<HTMLDivElement>(null)
  const top = useRef<HTMLDivElement>(null)
  const held = useHeld(rows, newest.isPlaceholderData ? undefined : newest.data, JSON.stringify(first), after)
  const shown = after === undefined ? (held.shown ?? list.data) : list.data
  const filtered = Object.values(chosen).some(Boolean)
  const clear = () => void navigate({ search: {}, replace: true })

  function showNew(): void {
    held.release()
    if (after !== undefined) void navigate({ search: chosen })
    window.scrollTo({ top: 0 })
    // The button goes, and whoever pressed it by key goes on from the top.
    top.current?.focus({ preventScroll: true })
  }

  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <div ref={top} tabIndex={-1} className="outline-none">
        {(filtered || shown === undefined || shown.events.length > 0 || after !== undefined) && (
          <FilterBar
            filters={eventFilters}
            values={chosen}
            // A changed filter begins with the newest again.
            onChange={(id, value) =>
              void navigate({ search: eventListSearch({ ...chosen, [id]: value }), replace: true })
            }
            onClear={clear}
          />
        )}
        <NewEvents count={held.count} onShow={showNew} />
      </div>
      <div ref={rows}>
        <DataTable
          caption={t('caption')}
          view="events"
          columns={eventColumns}
          rows={shown?.events ?? []}
          getRowId={({ id }) => id}
          rowLink={({ id }) => ({ to: '/events/$eventId', params: { eventId: id } })}
          status={shown ? 'ready' : list.error ? 'error' : 'loading'}
          busy={list.isPlaceholderData}
          error={list.error}
          onRetry={() => void list.refetch()}
          filtered={filtered || after !== undefined}
          empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          noResults={
            <EmptyState
              title={t('noResults')}
              text={t('noResultsText')}
              action={<Button onClick={clear}>{t('clearFilters')}</Button>}
            />
          }
        />
      </div>
      <EventPager search={search} next={shown?.next} />
    </Page>
  )
}
