import { ErrorView } from '@/components/feedback/error-view'
import { Page } from '@/components/layout/page'
import { Skeleton } from '@/components/ui/skeleton'
import { t } from '../text'

type Props = {
  list: { data?: unknown; error: unknown; isFetching: boolean; refetch: () => Promise<unknown> }
}

/** In the place of a role: it is being read, could not be read, or is not there. */
export function RoleMissing({ list: { data, error, isFetching, refetch } }: Props) {
  const back = { to: '/roles', label: t('back') } as const
  if (data)
    return (
      <Page title={t('notFound')} back={back}>
        <p className="text-ink-soft">{t('notFoundText')}</p>
      </Page>
    )
  return (
    <Page title={t('roles')} back={back}>
      {error ? (
        <ErrorView error={error} title={t('notLoaded')} onRetry={() => void refetch()} busy={isFetching} />
      ) : (
        <>
          <p role="status" className="sr-only">
            {t('loading')}
          </p>
          <div aria-hidden className="space-y-6">
            {['first', 'second', 'third', 'fourth'].map((line) => (
              <Skeleton key={line} className="w-full" />
            ))}
          </div>
        </>
      )}
    </Page>
  )
}
