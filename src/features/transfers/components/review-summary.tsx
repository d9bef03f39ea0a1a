import type { ReactNode } from 'react'
import { Instant } from '@/components/feedback/instant'
import { Money } from '@/components/feedback/money'
import { Button } from '@/components/ui/button'
import { localZone, zoneName } from '@/lib/dates'
import type { StepId } from '../step-ids'
import type { ReviewStep } from '../steps'
import { t } from '../text'

type Line = { term: string; value: ReactNode; step: StepId }

/** Every answer with the way back to it. */
export function ReviewSummary({ step, onChange }: { step: ReviewStep; onChange: (id: StepId) => void }) {
  const { source, destination, payment } = step
  const lines: Line[] = [
    { term: t('payFrom'), value: source.friendlyName, step: 'from' },
    { term: t('payTo'), value: destination.friendlyName, step: 'to' },
    {
      term: t('amount'),
      value: <Money value={payment.amount} className="font-medium text-title" />,
      step: 'amount',
    },
    { term: t('when'), value: <When at={payment.scheduledAt} />, step: 'amount' },
    ...(payment.description ? [{ term: t('description'), value: payment.description, step: 'amount' as const }] : []),
    ...(payment.tag ? [{ term: t('tag'), value: payment.tag, step: 'amount' as const }] : []),
  ]
  return (
    <dl className="divide-y divide-rule border-rule border-y">
      {lines.map(({ term, value, step: target }) => (
        <div key={term} className="grid grid-cols-[6.5rem_minmax(0,1fr)_auto] items-baseline gap-x-4 py-2.5">
          <dt className="text-ink-soft">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
          <dd>
            <Button variant="link" size="sm" onClick={() => onChange(target)}>
              {t('change')}
              <span className="sr-only">{term}</span>
            </Button>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function When({ at }: { at: number | undefined }) {
  if (at === undefined) return t('reviewNow')
  return (
    <>
      <Instant at={at} />{' '}
      <span className="text-ink-soft">
        {zoneName(at)} ({localZone()})
      </span>
    </>
  )
}
