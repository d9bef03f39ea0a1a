import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { failureText } from '@/components/feedback/failure-text'
import { Button } from '@/components/ui/button'
import { readFailure } from '@/lib/failure'
import { t } from './text'

/** What a page could not deal with itself. Small on purpose: it must work when hardly anything else has loaded. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const { status, requestRef } = readFailure(error)
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <div role="alert" className="mx-auto max-w-2xl px-4 pt-16 sm:px-8">
      <h1 className="font-medium text-page tracking-tight">{t('error.title')}</h1>
      <p className="mt-2 text-ink-soft">{failureText(error)}</p>
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
