import { useQuery } from '@tanstack/react-query'
import { authorisationQueries } from '@/api/queries/authorisations'
import { ErrorView } from '@/components/feedback/error-view'
import { Page } from '@/components/layout/page'
import { Skeleton } from '@/components/ui/skeleton'
import { RulesDesk } from '../components/rules-desk'
import { t } from '../text'

/** The rules: changed here as a draft, rehearsed, and then saved as a whole. */
export function RulesPage() {
  const { data, error, refetch, isFetching } = useQuery(authorisationQueries.rules())
  if (data) return <RulesDesk kept={data} />
  return (
    <Page title={t('rulesTitle')} back={{ to: '/authorisations', label: t('back') }}>
      {error ? (
        <ErrorView error={error} title={t('rulesNotLoaded')} onRetry={() => void refetch()} busy={isFetching} />
      ) : (
        <div>
          <p role="status" className="sr-only">
            {t('loadingRules')}
          </p>
          <Skeleton className="w-full" />
        </div>
      )}
    </Page>
  )
}
