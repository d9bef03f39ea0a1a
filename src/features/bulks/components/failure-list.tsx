import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BulkProcessDetails } from '#contract/bulks'
import { ErrorView } from '@/components/feedback/error-view'
import { Skeleton } from '@/components/ui/skeleton'
import { rowSentences } from '../messages'
import { countsOf } from '../monitor/counts'
import { failuresQuery } from '../monitor/failures'
import { t } from '../text'

const count = new Intl.NumberFormat('en-GB')

/** Failed rows by reason. Read only when somebody looks. */
export function FailureList({ bulk }: { bulk: BulkProcessDetails }) {
  const { FAILED } = countsOf(bulk)
  const failures = useQuery({ ...failuresQuery(bulk.bulkId, bulk.status === 'RUNNING'), enabled: FAILED > 0 })
  if (FAILED === 0) return <p className="text-ink-soft">{t('failuresNone')}</p>
  if (failures.error && !failures.data) {
    return <ErrorView error={failures.error} onRetry={() => void failures.refetch()} busy={failures.isFetching} />
  }
  if (!failures.data) return <Skeleton className="h-24 w-full" />
  const { causes, counted, all } = failures.data
  const sentences = rowSentences()
  return (
    <div>
      {counted < all && <p className="mb-3 text-wait">{t('failuresPart', { counted, all })}</p>}
      <table className="ledger">
        <caption className="sr-only">{t('failuresTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reason')}</th>
            <th scope="col" className="ledger-end">
              {t('rows')}
            </th>
            <th scope="col" className="ledger-end">
              {t('firstRow')}
            </th>
          </tr>
        </thead>
        <tbody>
          {causes.map((cause) => (
            <tr key={cause.code}>
              <td className="ledger-p1">
                {sentences[cause.code] ?? t('failureUnknown', { code: cause.code })}
                <span className="block font-normal text-ink-soft text-small">{cause.code}</span>
              </td>
              <td className="ledger-p1 ledger-end">{count.format(cause.count)}</td>
              <td className="ledger-p2 ledger-end" data-label={t('firstRow')}>
                <Link
                  to="/bulks/$bulkId"
                  params={{ bulkId: bulk.bulkId }}
                  search={{ tab: 'failures', row: cause.firstSequence }}
                  resetScroll={false}
                  className="text-accent underline underline-offset-4"
                >
                  {t('rowTitle', { sequence: cause.firstSequence })}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3">
        <Link
          to="/bulks/$bulkId"
          params={{ bulkId: bulk.bulkId }}
          search={{ tab: 'rows', status: 'FAILED' }}
          resetScroll={false}
          className="text-accent underline underline-offset-4"
        >
          {t('showFailed')}
        </Link>
      </p>
    </div>
  )
}
