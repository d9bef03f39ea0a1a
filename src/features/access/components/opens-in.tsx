import { minutesText, useSecondsLeft } from '@/lib/seconds-left'
import { t } from '../refusal-text'

/** When a locked sign-in opens, counted down. Not part of the notice above it, which would be read out every second. */
export function OpensIn({ at }: { at: number }) {
  const left = useSecondsLeft(at)
  return (
    <p role="timer" aria-live="off" className="figures text-small text-wait">
      {left > 0 ? t('locked.opensIn', { left: minutesText(left) }) : t('locked.open')}
    </p>
  )
}
