import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { ProposalDetail } from '#contract/console/proposals'
import { proposalQueries } from '@/api/queries/proposals'
import { AbsentPage } from '@/components/layout/absent-page'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { DecideForm } from '../components/decide-form'
import { History } from '../components/history'
import { PaymentName } from '../components/payment-name'
import { ProposalFacts } from '../components/proposal-facts'
import { ProposalNews } from '../components/proposal-news'
import { ProposalStateBadge } from '../components/proposal-state'
import { useNow } from '../components/use-now'
import { WithdrawDialog } from '../components/withdraw-dialog'
import { t } from '../text'

const route = getRouteApi('/_app/approvals/$proposalId')

/** One payment that needs a second person, also right after it was asked for: then it says why nothing has moved. */
export function ProposalPage() {
  const { proposalId } = route.useParams()
  const now = useNow()
  const query = useQuery(proposalQueries.detail(proposalId))
  const { data: proposal } = query
  const back = { to: '/approvals', label: t('back') } as const
  if (!proposal) {
    const words = { loading: t('loading'), notFound: t('notFound'), notLoaded: t('notLoaded') }
    return <AbsentPage title={t('proposalTitle')} back={back} query={query} words={words} />
  }
  const decidable = proposal.state === 'PENDING' || proposal.state === 'EXECUTING'
  return (
    <Page
      key={proposal.id}
      title={t('proposalTitle')}
      subtitle={
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          <ProposalStateBadge state={proposal.state} />
          <PaymentName proposal={proposal} />
        </span>
      }
      back={back}
      actions={<Actions proposal={proposal} />}
    >
      <ProposalNews proposal={proposal} />
      <ProposalFacts proposal={proposal} now={now} />
      {decidable && !proposal.mine && <DecideForm proposal={proposal} />}
      <History steps={proposal.history} />
    </Page>
  )
}

function Actions({ proposal: { id, mine, state } }: { proposal: ProposalDetail }) {
  const [asking, setAsking] = useState(false)
  if (!mine || state !== 'PENDING') return null
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('withdraw')}</Button>
      {asking && <WithdrawDialog id={id} onClose={() => setAsking(false)} />}
    </>
  )
}
