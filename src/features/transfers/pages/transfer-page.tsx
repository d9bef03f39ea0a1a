import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type Transfer, transferCancel, transferCreate } from '#contract/transfers'
import { useAccess } from '@/api/access'
import { transferQueries } from '@/api/queries/transfers'
import { ErrorView } from '@/components/feedback/error-view'
import { GatedButton } from '@/components/form/gated-button'
import { GatedLink } from '@/components/form/gated-link'
import { Page } from '@/components/layout/page'
import { Skeleton } from '@/components/ui/skeleton'
import { readFailure } from '@/lib/failure'
import { formatMoney } from '@/lib/money'
import { CancelDialog } from '../components/cancel-dialog'
import { TransferFacts } from '../components/transfer-facts'
import { TransferNews } from '../components/transfer-news'
import { TransferSides } from '../components/transfer-sides'
import { TransferStateBadge } from '../components/transfer-state-badge'
import { t } from '../text'

const route = getRouteApi('/_app/transfers/$transferId')

/** One transfer, also right after it was made: then it begins with what was done. */
export function TransferPage() {
  const { transferId } = route.useParams()
  const { done = false } = route.useSearch()
  const { data: transfer, error, refetch, isFetching } = useQuery(transferQueries.detail(transferId))
  const back = { to: '/transfers', label: t('back') } as const
  if (!transfer)
    return (
      <Page title={t('transferTitle')} back={back}>
        {error ? (
          <ErrorView
            error={error}
            title={readFailure(error).status === 404 ? t('notFound') : t('notLoaded')}
            onRetry={() => void refetch()}
            busy={isFetching}
          />
        ) : (
          <TransferSkeleton />
        )}
      </Page>
    )
  return (
    <Page
      key={transfer.id}
      title={t('transferOf', { amount: formatMoney(transfer.destinationAmount) })}
      subtitle={<TransferStateBadge state={transfer.state} />}
      back={back}
      actions={<Actions transfer={transfer} done={done} />}
    >
      <TransferNews transfer={transfer} done={done} />
      <TransferSides transfer={transfer} />
      <TransferFacts transfer={transfer} />
    </Page>
  )
}

function Actions({ transfer, done }: { transfer: Transfer; done: boolean }) {
  const { whyNot } = useAccess()
  const [cancelling, setCancelling] = useState(false)
  return (
    <>
      {transfer.state === 'SCHEDULED' && (
        <GatedButton reason={whyNot(transferCancel.permission)} onClick={() => setCancelling(true)}>
          {t('cancel')}
        </GatedButton>
      )}
      {done && (
        <GatedLink to="/transfers/new" reason={whyNot(transferCreate.permission)}>
          {t('another')}
        </GatedLink>
      )}
      {cancelling && <CancelDialog transfer={transfer} onClose={() => setCancelling(false)} />}
    </>
  )
}

function TransferSkeleton() {
  return (
    <div>
      <p role="status" className="sr-only">
        {t('loadingTransfer')}
      </p>
      <div aria-hidden className="space-y-6">
        {['first', 'second', 'third', 'fourth'].map((line) => (
          <Skeleton key={line} className="w-full" />
        ))}
      </div>
    </div>
  )
}
