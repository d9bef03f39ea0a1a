import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from './text'

/** A detail of somebody; a lock tells what the check has fixed. */
export function Detail({ children, fixed = false }: { children: ReactNode; fixed?: boolean }) {
  if (children === undefined || children === '') return <span className="text-ink-soft">{t('none')}</span>
  return (
    <span className="block space-y-0.5">
      <span className="block break-words">{children}</span>
      {fixed && (
        <span className="flex items-center gap-1 text-ink-soft text-small">
          <Lock aria-hidden className="size-3" />
          {t('fixed.mark')}
        </span>
      )}
    </span>
  )
}
