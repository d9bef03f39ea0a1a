import { useQuery } from '@tanstack/react-query'
import type { SCAFactor } from '#contract/authentication-factors'
import { factorQueries } from '@/api/queries/factors'
import { ErrorView } from '@/components/feedback/error-view'
import { Skeleton } from '@/components/ui/skeleton'
import { t } from '../text'
import { AppFactor } from './app-factor'
import { BiometricFactor } from './biometric-factor'
import { CodeFactor } from './code-factor'

/** Every way that there is, whether it is set up or not. */
export function FactorList() {
  const { data, error, refetch, isFetching } = useQuery(factorQueries.list())
  if (!data && error) {
    return <ErrorView error={error} title={t('notLoaded')} onRetry={() => void refetch()} busy={isFetching} />
  }
  if (!data) return <Loading />
  const statusOf = (channel: SCAFactor['channel']) => data.factors.find((factor) => factor.channel === channel)?.status
  return (
    <ul className="divide-y divide-rule border-rule border-y">
      <CodeFactor status={statusOf('SMS')} />
      <AppFactor status={statusOf('AUTHY')} />
      <BiometricFactor status={statusOf('BIOMETRIC')} />
    </ul>
  )
}

function Loading() {
  return (
    <div className="space-y-3">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      {['codes', 'app', 'phone'].map((line) => (
        <Skeleton key={line} className="h-20 w-full" />
      ))}
    </div>
  )
}
