import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type Transfer, transferCancel, transferCreate } from '#contract/transfers'
import { useAccess } from '@/api/access'
import { transferQueries } from '@/api/queries/transfers'
import { GatedButton } from '@/components/form/gated-button'
import { GatedLink } from '@/components/form/gated-link'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
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
  const query = useQuery(transferQueries.detail(transferId))
  const { data: transfer } = query
  const back = { to: '/transfers', label: t('back') } as const
  if (!transfer) {
    const words = { loading: t('loadingTransfer'), notFound: t('notFound'), notLoaded: t('notLoaded') }
    return <AbsentPage title={t('transferTitle')} back={back} query={query} words={words} />
  }
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
