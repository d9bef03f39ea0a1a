import { t } from './text'
import { type Left, useTimeLeft } from './use-time-left'

/** The five idle minutes of a session on a small scale. */
export function SessionMeter() {
  const left = useTimeLeft()
  if (!left) return null
  const label =
    left.unit === 'minutes' ? t('session.left', { minutes: left.value }) : t('session.seconds', { seconds: left.value })
  return (
    <div
      role="timer"
      aria-label={label}
      title={label}
      className="flex items-center gap-2 px-2 text-ink-soft text-small"
    >
      <Scale left={left} />
      <span aria-hidden="true" className="figures hidden min-w-11 sm:inline">
        {left.unit === 'minutes' ? t('session.short', { minutes: left.value }) : clock(left.value)}
      </span>
    </div>
  )
}

const full = 5

function Scale({ left }: { left: Left }) {
  const minutes = Math.min(full, left.unit === 'minutes' ? left.value : left.value / 60)
  const at = 2 + (36 * minutes) / full
  return (
    <svg viewBox="0 0 40 14" className="h-3.5 w-10" aria-hidden="true">
      <path
        d="M2 11.5h36M2 11.5V7m7.2 4.5V9m7.2 2.5V9m7.2 2.5V9m7.2 2.5V9m7.2 2.5V7"
        className="stroke-rule-strong"
        fill="none"
      />
      <path d={`M${at} 1v10.5`} className="stroke-needle" strokeWidth="2" />
    </svg>
  )
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
