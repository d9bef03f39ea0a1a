import { useQuery } from '@tanstack/react-query'
import { auditQueries } from '@/api/queries/audit'
import { Notice } from '@/components/feedback/notice'
import { StateShape } from '@/components/feedback/state-shape'
import { Button } from '@/components/ui/button'
import { formatDateTime } from '@/lib/dates'
import { t } from '../text'

/** Whether the record is as it was written: quiet while it is, loud when it is not. */
export function VerifyLine() {
  const { data, error, isFetching, refetch } = useQuery(auditQueries.verification())
  if (data && !data.holds) {
    return (
      <Notice tone="bad" title={t('brokenTitle')} className="mb-4">
        {t('brokenText', { lines: data.lines, at: data.brokenAt ?? data.lines + 1 })}
      </Notice>
    )
  }
  return (
    <p className="mb-4 flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-small">
      <span role="status" className="inline-flex items-baseline gap-1.5">
        {data && <StateShape tone="good" className="text-good" />}
        <span title={data && formatDateTime(data.checkedAt)}>
          {data ? t('holds', { lines: data.lines }) : error ? t('checkFailed') : t('checking')}
        </span>
      </span>
      {(data || error) && (
        <Button variant="link" size="sm" busy={isFetching} onClick={() => void refetch()}>
          {t('checkAgain')}
        </Button>
      )}
    </p>
  )
}
