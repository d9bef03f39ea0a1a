import type { Verdict } from '#contract/console/authorisation-rules'
import { type Authorisation, decideAuthorisation } from '#contract/console/authorisations'
import { useAccess } from '@/api/access'
import { Money } from '@/components/feedback/money'
import { GatedButton } from '@/components/form/gated-button'
import { cn } from '@/lib/cn'
import { formatMoney } from '@/lib/money'
import { t } from '../text'
import { Decision, howText } from './decision'

/** The whole of what a person has: see the console's desk. */
const WHOLE_MS = 1200

type Props = {
  number: number
  /** Left out: nobody stands here. */
  one: Authorisation | undefined
  leftMs: number
  marked: boolean
  /** What came of an answer of this person that was not the one that counts. */
  note: string | undefined
  onDecide: (verdict: Verdict) => void
  onHold: (held: boolean) => void
}

export const whatOf = ({ amount, party }: Authorisation): string =>
  t('what', { amount: formatMoney(amount), party: party || '–' })

/** One of the places of the desk. It keeps its size and its buttons whoever stands there, so that nothing jumps. */
export function DeskPlace({ number, one, leftMs, marked, note, onDecide, onHold }: Props) {
  const { whyNot } = useAccess()
  const waits = one?.state === 'WAITING'
  const reason = whyNot(decideAuthorisation.permission)
  const what = one ? whatOf(one) : ''
  return (
    <li
      aria-label={t('place', { number })}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
      className={cn(
        'relative flex h-44 flex-col border border-rule bg-raised p-3',
        marked ? 'border-needle outline-1 outline-needle' : !one && 'border-dashed bg-transparent',
        // On a phone one empty place says enough; the others come below it.
        !one && number > 1 && 'max-sm:hidden',
      )}
    >
      {one ? (
        <>
          <p className="flex items-baseline justify-between gap-2">
            <Money value={one.amount} className="font-medium text-lead" />
            {marked && waits && <kbd className="rounded-control border border-rule px-1 text-micro">{t('marked')}</kbd>}
          </p>
          <p className="truncate">{one.party || t(one.kind)}</p>
          <p className="truncate text-ink-soft text-small">{one.reason ?? t(one.kind)}</p>
          {waits ? (
            <TimeLeft ms={leftMs} />
          ) : (
            <p className="mt-auto truncate text-small">
              <Decision state={one.state} /> <span className="text-ink-soft">{note ?? howText(one)}</span>
            </p>
          )}
          <div className="mt-2 grid grid-cols-2 gap-2">
            <GatedButton
              variant="secondary"
              reason={reason}
              aria-label={t('approveOf', { what })}
              aria-disabled={!waits || undefined}
              onClick={() => waits && onDecide('APPROVE')}
            >
              {t('approve')}
            </GatedButton>
            <GatedButton
              variant="secondary"
              reason={reason}
              aria-label={t('declineOf', { what })}
              aria-disabled={!waits || undefined}
              onClick={() => waits && onDecide('DECLINE')}
            >
              {t('decline')}
            </GatedButton>
          </div>
        </>
      ) : (
        <p className="m-auto text-ink-faint text-small">{t('free')}</p>
      )}
    </li>
  )
}

/** A bar and a figure: time is what the place is about, so it runs for those who ask for less motion too, in steps. */
function TimeLeft({ ms }: { ms: number }) {
  const left = Math.min(WHOLE_MS, Math.max(0, ms))
  return (
    <div className="mt-auto flex items-center gap-2">
      <div className="h-1.5 flex-1 bg-sunken">
        <div className="h-full bg-needle" style={{ width: `${(left / WHOLE_MS) * 100}%` }} />
      </div>
      <span role="timer" aria-label={t('timeLeft')} className="figures w-10 text-right text-small">
        {t('secondsLeft', { seconds: (left / 1000).toFixed(1) })}
      </span>
    </div>
  )
}
