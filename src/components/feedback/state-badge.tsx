import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

export type StateTone = 'good' | 'bad' | 'wait' | 'neutral' | 'info'

/** Each tone has a shape of its own, so that the state can be read without colour. */
const shape: Record<StateTone, ReactNode> = {
  good: <rect x="1" y="1" width="8" height="8" fill="currentColor" />,
  bad: <path d="M1.5 1.5l7 7m0-7l-7 7" stroke="currentColor" strokeWidth="2" />,
  wait: <path d="M1.75 1.75h6.5v6.5h-6.5zM5 1.75v6.5h3.25v-6.5z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  info: <path d="M2 0.5L9 5L2 9.5z" fill="currentColor" />,
  neutral: <rect x="1.75" y="1.75" width="6.5" height="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
}

const ink: Record<StateTone, string> = {
  good: 'text-good',
  bad: 'text-bad',
  wait: 'text-wait',
  info: 'text-info',
  neutral: 'text-ink-soft',
}

/** The state of a thing of the business. */
export function StateBadge({
  tone,
  children,
  className,
}: {
  tone: StateTone
  children: ReactNode
  className?: string
}) {
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', ink[tone], className)}>
      <svg viewBox="0 0 10 10" className="size-2.5 shrink-0" aria-hidden="true">
        {shape[tone]}
      </svg>
      {children}
    </span>
  )
}
