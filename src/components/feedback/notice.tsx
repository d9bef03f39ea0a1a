import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

export type NoticeTone = 'info' | 'good' | 'wait' | 'bad'

type Props = {
  tone: NoticeTone
  title: ReactNode
  children?: ReactNode
  /** Buttons that answer the notice. */
  actions?: ReactNode
  className?: string
}

const look: Record<NoticeTone, string> = {
  info: 'border-info bg-info-wash',
  good: 'border-good bg-good-wash',
  wait: 'border-wait bg-wait-wash',
  bad: 'border-bad bg-bad-wash',
}

/** Something the person should know, in place. Bad news interrupts a screen reader, the rest waits its turn. */
export function Notice({ tone, title, children, actions, className }: Props) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cn('border-l-3 px-4 py-3 text-body', look[tone], className)}
    >
      <p className="font-medium">{title}</p>
      {children && <div className="mt-0.5">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
