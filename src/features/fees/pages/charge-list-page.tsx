import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { corporateChargeFee } from '#contract/corporates'
import { useAccess } from '@/api/access'
import { feeQueries } from '@/api/queries/fees'
import { DataTable } from '@/components/data-table/data-table'
import { Pager } from '@/components/data-table/pager'
import { EmptyState } from '@/components/feedback/empty-state'
import { GatedLink } from '@/components/form/gated-link'
import { Page } from '@/components/layout/page'
import { useWords } from '@/lib/faces'
import { feeColumns } from '../columns'
import { feePageSize, toFeeListQuery } from '../query'
import { t } from '../text'

const route = getRouteApi('/_app/charges/')

/** The fees that were taken, and the way to pay one. */
export function ChargeListPage() {
  const { offset = 0 } = route.useSearch()
  const navigate = route.useNavigate()
  const list = useQuery({ ...feeQueries.list(toFeeListQuery({ offset })), placeholderData: keepPreviousData })
  const { data } = list
  return (
    <Page title={t('title')} subtitle={useWords(t)('subtitle')} actions={<PayFee />}>
      {data === null ? (
        <EmptyState title={t('unlisted')} text={t('unlistedText')} />
      ) : (
        <DataTable
          caption={t('caption')}
          view="charges"
          columns={feeColumns}
          rows={data?.fees ?? []}
          getRowId={({ id }) => id}
          status={data ? 'ready' : list.error ? 'error' : 'loading'}
          busy={list.isPlaceholderData}
          error={list.error}
          onRetry={() => void list.refetch()}
          empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        />
      )}
      {data && data.count > 0 && (
        <Pager
          count={data.count}
          offset={offset}
          limit={feePageSize}
          onOffset={(next) => void navigate({ search: next > 0 ? { offset: next } : {} })}
        />
      )}
    </Page>
  )
}

function PayFee() {
  const { whyNot } = useAccess()
  return (
    <GatedLink to="/charges/new" variant="primary" reason={whyNot(corporateChargeFee.permission)}>
      {t('new')}
    </GatedLink>
  )
}
