import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from './text'

/** A detail of somebody; a lock tells what the check has fixed. */
export function Detail({ children, fixed = false }: { children: ReactNode; fixed?: boolean }) {
  if (children === undefined || children === '') return <span className="text-ink-soft">{t('none')}</span>
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <span className="min-w-0 break-words">{children}</span>
      {fixed && (
        <span className="inline-flex items-center gap-1 text-ink-soft text-small">
          <Lock aria-hidden className="size-3" />
          {t('fixed.mark')}
        </span>
      )}
    </span>
  )
}
