import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { statusText } from '@/components/feedback/failure-status'
import { Button } from '@/components/ui/button'
import { readFailure } from '@/lib/failure'
import { t } from './text'

/** What a page could not deal with itself. Small on purpose: it must work when hardly anything else has loaded. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const failure = readFailure(error)
  const { status, requestRef } = failure
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div role="alert" className="mx-auto max-w-2xl px-4 pt-16 sm:px-8">
      <h1 className="font-medium text-page tracking-tight">{t('error.title')}</h1>
      <p className="mt-2 text-ink-soft">{statusText(failure)}</p>
      {requestRef && <p className="mt-1 text-ink-soft text-small">{t('error.reference', { reference: requestRef })}</p>}
      <div className="mt-6 flex gap-2">
        {status >= 0 && (
          <Button variant="primary" onClick={retry}>
            {t('error.retry')}
          </Button>
        )}
        <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
      </div>
    </div>
  )
}
