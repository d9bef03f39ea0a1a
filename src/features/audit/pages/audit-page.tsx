import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { AUDIT_EXPORT_MAX } from '#contract/console/audit'
import { auditQueries } from '@/api/queries/audit'
import { DataTable } from '@/components/data-table/data-table'
import { type Filter, FilterBar } from '@/components/data-table/filter-bar'
import { EmptyState } from '@/components/feedback/empty-state'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { localZone } from '@/lib/dates'
import { auditColumns } from '../columns'
import { ExportLinks } from '../components/export-links'
import { NeighbourPages } from '../components/neighbour-pages'
import { OnlyFilters } from '../components/only-filters'
import { VerifyLine } from '../components/verify-line'
import { toAuditFilters, toAuditQuery } from '../query'
import { auditOutcomes, auditSearch } from '../search'
import { sectionLabel } from '../section-words'
import { auditSections } from '../sections'
import { t } from '../text'

const route = getRouteApi('/_app/audit/')

const filters = (people: readonly { id: string; name: string }[]): Filter[] => [
  { id: 'text', label: t('search'), kind: 'text' },
  {
    id: 'person',
    label: t('who'),
    kind: 'select',
    options: people.map(({ id, name }) => ({ value: id, label: name })),
  },
  {
    id: 'section',
    label: t('section'),
    kind: 'select',
    options: auditSections.map((section) => ({ value: section, label: sectionLabel(section) })),
  },
  {
    id: 'outcome',
    label: t('outcome'),
    kind: 'select',
    options: auditOutcomes.map((outcome) => ({ value: outcome, label: t(outcome) })),
  },
  { id: 'from', label: t('from'), kind: 'date' },
  { id: 'to', label: t('to'), kind: 'date' },
]

/** The record of what was done. The address holds filters and place. */
export function AuditPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const zone = localZone()
  const people = useQuery(auditQueries.people())
  const list = useQuery({ ...auditQueries.list(toAuditQuery(search, zone)), placeholderData: keepPreviousData })
  const { before, after, ...chosen } = search
  const filtered = Object.values(chosen).some((value) => value !== undefined)
  const choose = (changed: object) => void navigate({ search: auditSearch({ ...chosen, ...changed }), replace: true })
  const clear = () => void navigate({ search: {}, replace: true })

  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle', { zone })}
      actions={<ExportLinks filters={toAuditFilters(search, zone)} />}
    >
      <VerifyLine />
      <FilterBar
        filters={filters(people.data?.people ?? [])}
        values={chosen}
        onChange={(id, value) => choose({ [id]: value })}
        onClear={clear}
      />
      <OnlyFilters search={search} onRemove={(name) => choose({ [name]: undefined })} />
      <DataTable
        caption={t('caption')}
        view="audit"
        columns={auditColumns}
        rows={list.data?.lines ?? []}
        getRowId={({ id }) => id}
        rowLink={({ id }) => ({ to: '/audit/$lineId', params: { lineId: id } })}
        status={list.data ? 'ready' : list.error ? 'error' : 'loading'}
        busy={list.isPlaceholderData}
        error={list.error}
        onRetry={() => void list.refetch()}
        filtered={filtered || before !== undefined || after !== undefined}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        noResults={
          <EmptyState
            title={t('noResults')}
            text={t('noResultsText')}
            action={<Button onClick={clear}>{t('clearFilters')}</Button>}
          />
        }
      />
      {list.data && <NeighbourPages search={search} page={list.data} />}
      <p className="mt-6 text-ink-soft text-small">{t('exportHint', { max: AUDIT_EXPORT_MAX })}</p>
    </Page>
  )
}
