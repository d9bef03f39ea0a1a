import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { StateShape, type StateTone } from './state-shape'

const ink: Record<StateTone, string> = {
  good: 'text-good',
  bad: 'text-bad',
  wait: 'text-wait',
  info: 'text-info',
  neutral: 'text-ink-soft',
}

type Props = { tone: StateTone; children: ReactNode; className?: string }

/** The state of a thing of the business: a mark and a word. */
export function StateBadge({ tone, children, className }: Props) {
  return (
    <span className={cn('inline-flex items-baseline gap-1.5 whitespace-nowrap', ink[tone], className)}>
      <StateShape tone={tone} />
      {children}
    </span>
  )
}
