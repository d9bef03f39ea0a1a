import { useQuery } from '@tanstack/react-query'
import { accountQueries } from '@/api/queries/accounts'
import { ErrorView } from '@/components/feedback/error-view'
import { Page } from '@/components/layout/page'
import { Skeleton } from '@/components/ui/skeleton'
import { TransferWizard } from '../components/transfer-wizard'
import { t } from '../text'

/** The wizard needs to know the accounts before it can judge a draft, and one that was begun is judged at once. */
export function NewTransferPage() {
  const { data: every, error, refetch, isFetching } = useQuery(accountQueries.every())
  return (
    <Page title={t('wizardTitle')} back={{ to: '/transfers', label: t('back') }} narrow>
      {every ? (
        <TransferWizard every={every} />
      ) : error ? (
        <ErrorView error={error} title={t('accountsNotLoaded')} onRetry={() => void refetch()} busy={isFetching} />
      ) : (
        <div className="space-y-4">
          <p role="status" className="sr-only">
            {t('loadingAccounts')}
          </p>
          {['steps', 'first', 'second', 'third'].map((line) => (
            <Skeleton key={line} className="h-10 w-full" />
          ))}
        </div>
      )}
    </Page>
  )
}
