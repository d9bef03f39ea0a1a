import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'
import { StateShape } from './state-shape'

export type NoticeTone = 'info' | 'good' | 'wait' | 'bad'

type Props = {
  tone: NoticeTone
  title: ReactNode
  children?: ReactNode
  /** Buttons that answer the notice. */
  actions?: ReactNode
  className?: string
}

const look: Record<NoticeTone, { sheet: string; mark: string }> = {
  info: { sheet: 'border-info bg-info-wash', mark: 'text-info' },
  good: { sheet: 'border-good bg-good-wash', mark: 'text-good' },
  wait: { sheet: 'border-wait bg-wait-wash', mark: 'text-wait' },
  bad: { sheet: 'border-bad bg-bad-wash', mark: 'text-bad' },
}

/** Something the person should know, in place. Bad news interrupts a screen reader, the rest waits its turn. */
export function Notice({ tone, title, children, actions, className }: Props) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cn('flex gap-3 border-y px-4 py-3 text-body', look[tone].sheet, className)}
    >
      <StateShape tone={tone} className={cn('mt-1.5', look[tone].mark)} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {children && <div className="mt-0.5">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
