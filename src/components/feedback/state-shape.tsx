import type { ReactNode } from 'react'

export type StateTone = 'good' | 'bad' | 'wait' | 'neutral' | 'info'

/** Each tone has a shape of its own, so that a state can be read without its colour. */
const shape: Record<StateTone, ReactNode> = {
  good: <rect x="1" y="1" width="8" height="8" fill="currentColor" />,
  bad: <path d="M1.5 1.5l7 7m0-7l-7 7" stroke="currentColor" strokeWidth="2" />,
  wait: (
    <>
      <rect x="1.5" y="1.5" width="7" height="7" fill="none" stroke="currentColor" />
      <rect x="1" y="1" width="4" height="8" fill="currentColor" />
    </>
  ),
  info: <path d="M2 0.5L9 5L2 9.5z" fill="currentColor" />,
  neutral: <rect x="1.5" y="1.5" width="7" height="7" fill="none" stroke="currentColor" />,
}

/** The mark of a state; words stand beside it. */
export function StateShape({ tone, className }: { tone: StateTone; className?: string }) {
  return (
    <svg viewBox="0 0 10 10" className={`size-2.5 shrink-0 ${className ?? ''}`} aria-hidden="true">
      {shape[tone]}
    </svg>
  )
}
