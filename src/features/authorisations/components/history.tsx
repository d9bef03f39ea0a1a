import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { authorisationKinds, authorisationStates, decidedBy } from '#contract/console/authorisation-words'
import type { Authorisation } from '#contract/console/authorisations'
import { authorisationQueries } from '@/api/queries/authorisations'
import { DataTable } from '@/components/data-table/data-table'
import { type Filter, FilterBar } from '@/components/data-table/filter-bar'
import { EmptyState } from '@/components/feedback/empty-state'
import { Section } from '@/components/layout/section'
import { Button } from '@/components/ui/button'
import { localZone } from '@/lib/dates'
import { authorisationColumns } from '../columns'
import { toListQuery } from '../query'
import { deskSearch } from '../search'
import { t } from '../text'

const route = getRouteApi('/_app/authorisations/')
const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
  values.map((value) => ({ value, label: label(value) }))

const filters: readonly Filter[] = [
  { id: 'kind', label: t('kind'), kind: 'select', options: options(authorisationKinds, (value) => t(value)) },
  { id: 'state', label: t('state'), kind: 'select', options: options(authorisationStates, (value) => t(value)) },
  { id: 'by', label: t('by'), kind: 'select', options: options(decidedBy, (value) => t(`by_${value}`)) },
  { id: 'party', label: t('party'), kind: 'text' },
  { id: 'from', label: t('from'), kind: 'date' },
  { id: 'to', label: t('to'), kind: 'date' },
]

type Page = { authorisations: Authorisation[]; next?: string | undefined }

/** What was decided, newest first. The address holds filters and page. */
export function History() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { after, ...chosen } = search
  const list = useQuery({
    ...authorisationQueries.list(toListQuery(search, localZone())),
    placeholderData: keepPreviousData,
  })
  const rows = useHeldRows(list.isPlaceholderData ? undefined : list.data, JSON.stringify(search))
  const shown = rows.shown ?? list.data
  const filtered = Object.values(chosen).some(Boolean)
  const clear = () => void navigate({ search: {}, replace: true })

  return (
    <Section title={t('history')}>
      {(filtered || after !== undefined || shown?.authorisations.length !== 0) && (
        <FilterBar
          filters={filters}
          values={chosen}
          // A changed filter begins with the newest again.
          onChange={(id, value) => void navigate({ search: deskSearch({ ...chosen, [id]: value }), replace: true })}
          onClear={clear}
        />
      )}
      <div {...rows.holders}>
        <DataTable
          caption={t('caption')}
          view="authorisations"
          columns={authorisationColumns}
          rows={shown?.authorisations ?? []}
          getRowId={({ id }) => id}
          rowLink={({ id }) => ({ to: '/authorisations/$authorisationId', params: { authorisationId: id } })}
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
      {(after !== undefined || shown?.next !== undefined) && (
        <nav aria-label={t('pages')} className="flex justify-end gap-2 pt-3">
          <Button size="sm" disabled={after === undefined} onClick={() => void navigate({ search: chosen })}>
            {t('newest')}
          </Button>
          <Button
            size="sm"
            disabled={shown?.next === undefined}
            onClick={() => void navigate({ search: { ...chosen, ...(shown?.next && { after: shown.next }) } })}
          >
            {t('older')}
          </Button>
        </nav>
      )}
    </Section>
  )
}

/** Rows that somebody points at, or has the focus in, stand still; what came meanwhile shows when they have gone. */
function useHeldRows(data: Page | undefined, key: string) {
  const held = useRef(false)
  const [, redraw] = useState(0)
  const last = useRef<{ key: string; page: Page }>(undefined)
  if (data && !(held.current && last.current?.key === key)) last.current = { key, page: data }
  const hold = () => {
    held.current = true
  }
  const release = () => {
    held.current = false
    redraw((count) => count + 1)
  }
  return {
    shown: last.current?.key === key ? last.current.page : undefined,
    holders: { onPointerEnter: hold, onPointerLeave: release, onFocus: hold, onBlur: release },
  }
}
