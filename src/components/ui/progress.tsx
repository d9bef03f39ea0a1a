import { cn } from '@/lib/cn'

type Props = {
  /** Names the measure for those who cannot see it. */
  label: string
  /** Between 0 and 1; left out while nobody knows. */
  value?: number
  /** The measure in words, for instance "3,120 of 10,000". */
  text?: string
  tone?: 'accent' | 'good' | 'wait' | 'bad'
  className?: string
}

const fill = { accent: 'bg-accent', good: 'bg-good', wait: 'bg-wait', bad: 'bg-bad' } as const

/** A ruler with a needle at its edge. */
export function Progress({ label, value, text, tone = 'accent', className }: Props) {
  const share = value === undefined ? undefined : Math.min(Math.max(value, 0), 1)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === undefined ? undefined : Math.floor(share * 100)}
      aria-valuetext={text}
      className={cn('relative h-2 overflow-hidden bg-rule', className)}
    >
      {share === undefined ? (
        <div className="absolute inset-y-0 w-2/5 animate-run bg-accent" />
      ) : (
        <div
          className={cn('h-full origin-left transition-[width] duration-200 ease-settle', fill[tone])}
          style={{ width: `${share * 100}%` }}
        />
      )}
    </div>
  )
}
