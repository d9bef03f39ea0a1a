import type { Counts } from '../monitor/counts'
import { t } from '../text'

/** What the segments mean, in the order they stand: each has its colour and, in the legend, its words. */
const segments = [
  { status: 'COMPLETED', fill: 'bg-good', mark: 'bg-good' },
  { status: 'FAILED', fill: 'bg-bad', mark: 'bg-bad' },
  { status: 'RUNNING', fill: 'bg-info', mark: 'bg-info' },
  { status: 'CANCELLED', fill: 'bg-rule-strong', mark: 'bg-rule-strong' },
  { status: 'SUBMITTED', fill: 'bg-transparent', mark: 'border border-rule-strong' },
] as const

const count = new Intl.NumberFormat('en-GB')

/** Rows by status as one bar, and the same as text below it. */
export function SegmentedBar({ counts, legend = true }: { counts: Counts; legend?: boolean }) {
  const share = (n: number) => `${counts.total === 0 ? 0 : (n / counts.total) * 100}%`
  const text = t('barText', {
    settled: counts.settled,
    total: counts.total,
    done: counts.COMPLETED,
    failed: counts.FAILED,
    rest: counts.CANCELLED,
  })
  return (
    <div>
      <div
        role="progressbar"
        aria-label={t('barLabel')}
        aria-valuemin={0}
        aria-valuemax={counts.total}
        aria-valuenow={counts.settled}
        aria-valuetext={text}
        className="flex h-3 overflow-hidden bg-rule"
      >
        {segments.map(({ status, fill }) => (
          <div
            key={status}
            className={`h-full transition-[width] duration-200 ease-settle ${fill}`}
            // A single failed row among ten thousand must still be seen.
            style={{ width: share(counts[status]), minWidth: counts[status] > 0 && status !== 'SUBMITTED' ? 2 : 0 }}
          />
        ))}
      </div>
      {legend && (
        <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
          {segments
            .filter(({ status }) => counts[status] > 0)
            .map(({ status, mark }) => (
              <li key={status} className="inline-flex items-center gap-2">
                <span aria-hidden className={`size-2.5 ${mark}`} />
                {t(`row.${status}`)}
                <span className="figures font-medium">{count.format(counts[status])}</span>
              </li>
            ))}
        </ul>
      )}
    </div>
  )
}
