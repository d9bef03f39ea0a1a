import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BulkProcessOperation } from '#contract/bulks'
import { TransferState } from '#contract/transfers'
import { bulkQueries } from '@/api/queries/bulks'
import { CopyButton } from '@/components/feedback/copy-button'
import { ErrorView } from '@/components/feedback/error-view'
import { Definitions } from '@/components/layout/definition-list'
import { Sheet } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import { rowSentences } from '../messages'
import { failureCode } from '../monitor/failures'
import { prettyPayload, readRow } from '../monitor/read-row'
import { t } from '../text'
import { RowState } from './bulk-state'

type Props = { bulkId: string; sequence: number; onClose: () => void }

/** One row to the bottom: what was asked of the API, and what it answered. */
export function RowSheet({ bulkId, sequence, onClose }: Props) {
  const found = useQuery(bulkQueries.operations(bulkId, { sequence, limit: 1 }))
  const row = found.isPlaceholderData ? undefined : found.data?.operations[0]
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={t('rowTitle', { sequence })}>
      {row ? (
        <RowFacts row={row} />
      ) : found.error ? (
        <ErrorView error={found.error} onRetry={() => void found.refetch()} busy={found.isFetching} />
      ) : found.isPlaceholderData || found.isPending ? (
        <Skeleton className="h-64 w-full" />
      ) : (
        <p>{t('rowNotFound', { sequence })}</p>
      )}
    </Sheet>
  )
}

function RowFacts({ row }: { row: BulkProcessOperation }) {
  const { transfer } = readRow(row)
  const code = failureCode(row.responsePayload)
  return (
    <div className="space-y-6">
      {row.status === 'FAILED' && <p>{rowSentences()[code] ?? t('failureUnknown', { code })}</p>}
      <Definitions
        items={[
          { term: t('state'), description: <RowState status={row.status} /> },
          ...(transfer ? [{ term: t('transferState'), description: stateText(transfer.state) }] : []),
          { term: t('operationId'), description: <span className="figures">{row.operationId}</span> },
          {
            term: t('call'),
            description: (
              <code className="font-mono text-small">
                {row.method} {row.path}
              </code>
            ),
          },
        ]}
      />
      {transfer && (
        <p>
          <Link
            to="/transfers/$transferId"
            params={{ transferId: transfer.id }}
            className="text-accent underline underline-offset-4"
          >
            {t('toTransfer')}
          </Link>
        </p>
      )}
      <Payload title={t('request')} payload={row.requestPayload} none="" />
      <Payload title={t('response')} payload={row.responsePayload} none={t('noResponse')} />
    </div>
  )
}

/** A row that is done may have made a transfer that is not: one for later waits, one can still fail. */
function stateText(state: string): string {
  const known = TransferState.safeParse(state)
  return known.success ? t(`transfer.${known.data}`) : state
}

function Payload({ title, payload, none }: { title: string; payload: string | undefined; none: string }) {
  if (!payload && !none) return null
  return (
    <section>
      <h3 className="flex items-center gap-1 font-medium">
        {title} {payload && <CopyButton value={prettyPayload(payload)} what={title} />}
      </h3>
      {payload ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard
        <pre tabIndex={0} className="mt-1 overflow-x-auto bg-sunken p-3 font-mono text-small">
          {prettyPayload(payload)}
        </pre>
      ) : (
        <p className="text-ink-soft">{none}</p>
      )}
    </section>
  )
}
