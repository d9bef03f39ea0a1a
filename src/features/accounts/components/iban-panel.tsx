import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ManagedAccount, managedAccountsIBANUpgrade } from '#contract/managed-accounts'
import { useAccess } from '@/api/access'
import { accountQueries } from '@/api/queries/accounts'
import { announce } from '@/components/feedback/announce'
import { ErrorView } from '@/components/feedback/error-view'
import { StateBadge } from '@/components/feedback/state-badge'
import { FormFailure } from '@/components/form/form-failure'
import { GatedButton } from '@/components/form/gated-button'
import { Section } from '@/components/layout/section'
import { Skeleton } from '@/components/ui/skeleton'
import { ibanSentences } from '../messages'
import { useRequestIban } from '../mutations'
import { t } from '../text'
import { BankDetails } from './bank-details'

/** How money from outside reaches the account. */
export function IbanPanel({ account }: { account: ManagedAccount }) {
  const { data: iban, error, refetch } = useQuery(accountQueries.iban(account.id))
  return (
    <Section title={t('ibanTitle')}>
      {iban?.state === 'ALLOCATED' ? (
        <BankDetails details={iban.bankAccountDetails} />
      ) : iban?.state === 'PENDING_ALLOCATION' ? (
        <div role="status" className="border-rule border-y py-3">
          <StateBadge tone="wait">{t('ibanPending')}</StateBadge>
          <p className="mt-1 max-w-prose text-ink-soft">{t('ibanPendingText')}</p>
        </div>
      ) : iban ? (
        <RequestIban account={account} />
      ) : error ? (
        <ErrorView error={error} title={t('ibanNotLoaded')} onRetry={() => void refetch()} />
      ) : (
        <div className="space-y-4 border-rule border-y py-3">
          <p role="status" className="sr-only">
            {t('ibanLoading')}
          </p>
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      )}
    </Section>
  )
}

function RequestIban({ account }: { account: ManagedAccount }) {
  const { whyNot } = useAccess()
  const request = useRequestIban()
  // One reference for this request: "check again" after no answer cannot ask for two.
  const [idempotencyRef] = useState(() => crypto.randomUUID())
  const ask = () =>
    request.mutate(
      { params: { id: account.id }, idempotencyRef },
      { onSuccess: () => announce(t('ibanRequested', { name: account.friendlyName })) },
    )
  return (
    <div className="border-rule border-y py-3">
      <p className="max-w-prose text-ink-soft">{t('ibanNoneText')}</p>
      {account.state.state === 'ACTIVE' ? (
        <GatedButton
          className="mt-3"
          reason={whyNot(managedAccountsIBANUpgrade.permission)}
          busy={request.isPending}
          onClick={ask}
        >
          {t('ibanRequest')}
        </GatedButton>
      ) : (
        <p className="mt-1 max-w-prose text-ink-soft">{t('ibanNotActive')}</p>
      )}
      {request.error && (
        <div className="mt-3">
          <FormFailure error={request.error} rest={[]} sentences={ibanSentences()} onCheckAgain={ask} />
        </div>
      )}
    </div>
  )
}
