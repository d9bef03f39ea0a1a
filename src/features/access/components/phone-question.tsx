import type { ReactNode } from 'react'
import { Notice } from '@/components/feedback/notice'
import { minutesText, useSecondsLeft } from '@/lib/seconds-left'
import { t } from '../entry-text'

type Props = {
  email: string
  /** When the question ends, by this machine's clock. */
  until: number
  /** The last look at the gateway failed: it is tried again. */
  offline: boolean
  /** The phone itself, where it is played on this page. */
  phone: ReactNode
}

/** Waiting for the phone: how long the question stands, and that nothing is to be done here. */
export function PhoneQuestion({ email, until, offline, phone }: Props) {
  const left = useSecondsLeft(until)
  return (
    <div className="grid gap-4">
      <Notice tone="wait" title={t('phone.waiting.title')}>
        {t('phone.waiting.text', { email })}
      </Notice>
      <p role="timer" aria-live="off" className="figures text-ink-soft">
        {t('phone.left', { left: minutesText(left) })}
      </p>
      {offline && (
        <p role="status" className="text-small text-wait">
          {t('phone.offline')}
        </p>
      )}
      {phone}
    </div>
  )
}
