import { useEffect, useState } from 'react'
import { ApiError } from '@/api/client/api-error'
import { fetchSession, touchSession } from '@/api/session'
import { Button } from '@/components/ui/button'
import { signInGate } from '../gate'
import { t } from './text'
import { useTimeLeft } from './use-time-left'

/** The gateway decides when a session is over; this page asks once it should be. */
const grace = 1500

/** The last minute. It lies above the page and takes nothing away from it. */
export function SessionWarning() {
  const left = useTimeLeft()
  const [busy, setBusy] = useState(false)
  const over = left?.unit === 'seconds' && left.value === 0

  useEffect(() => {
    // Where the sign-in is open already, everybody knows.
    if (!over || signInGate.isOpen()) return
    const timer = setTimeout(() => fetchSession().catch(askToSignIn), grace)
    return () => clearTimeout(timer)
  }, [over])

  if (left?.unit !== 'seconds' || over) return null
  const stay = async () => {
    setBusy(true)
    await touchSession().catch(askToSignIn)
    setBusy(false)
  }
  return (
    <section
      aria-label={t('warning.title')}
      className="sticky top-0 z-30 flex flex-wrap items-center gap-x-6 gap-y-3 border-wait border-l-3 bg-wait-wash px-4 py-3 sm:px-8"
    >
      <div role="alert" className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{t('warning.title')}</p>
        <p className="text-small">{t('warning.text')}</p>
      </div>
      <p role="timer" className="figures font-medium text-title text-wait">
        {t('session.seconds', { seconds: left.value })}
      </p>
      <Button variant="primary" busy={busy} onClick={stay}>
        {t('warning.stay')}
      </Button>
    </section>
  )
}

function askToSignIn(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) void signInGate.ask()
}
