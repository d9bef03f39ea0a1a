import { useEffect, useState } from 'react'
import type { BulkProcessDetails } from '#contract/bulks'
import { gatewayNow } from '@/api/session-clock'
import { countsOf, isFinal } from '../monitor/counts'
import { ratePerMinute, type Sample, timeLeft } from '../monitor/pace'
import { sayDuration, sayTimeLeft } from '../monitor/say-time'
import { t } from '../text'
import { SegmentedBar } from './segmented-bar'

const count = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** How far, how fast, how long. */
export function BulkFigures({ bulk, samples }: { bulk: BulkProcessDetails; samples: readonly Sample[] }) {
  const counts = countsOf(bulk)
  const running = bulk.status === 'RUNNING'
  const rate = ratePerMinute(samples)
  const left = timeLeft(samples, counts.total - counts.settled)
  return (
    <div>
      <SegmentedBar counts={counts} />
      {bulk.executionStart !== undefined && (
        <dl className="mt-5 flex flex-wrap gap-x-10 gap-y-3">
          {running && (
            <>
              <Figure term={t('rate')} text={rate === undefined ? '–' : count.format(rate)} />
              <Figure term={t('left')} text={left ? sayTimeLeft(left) : t('leftUnknown')} />
            </>
          )}
          {isFinal(bulk.status) && bulk.executionFinish !== undefined ? (
            <Figure term={t('took')} text={sayDuration(Math.max(1000, bulk.executionFinish - bulk.executionStart))} />
          ) : (
            <Elapsed since={bulk.executionStart} ticking={running} />
          )}
        </dl>
      )}
    </div>
  )
}

function Elapsed({ since, ticking }: { since: number; ticking: boolean }) {
  const [now, setNow] = useState(() => gatewayNow())
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setNow(gatewayNow()), 1000)
    return () => clearInterval(timer)
  }, [ticking])
  return <Figure term={t('elapsed')} text={sayDuration(Math.max(0, now - since))} />
}

const Figure = ({ term, text }: { term: string; text: string }) => (
  <div>
    <dt className="text-ink-soft text-small">{term}</dt>
    <dd className="figures text-lead">{text}</dd>
  </div>
)
