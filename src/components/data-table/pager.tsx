import { ChevronLeft, ChevronRight } from 'lucide-react'
import { t } from '@/components/text'
import { Button } from '@/components/ui/button'

type Props = { count: number; offset: number; limit: number; onOffset: (offset: number) => void }

/** Where one is in a list, and the pages beside it. */
export function Pager({ count, offset, limit, onOffset }: Props) {
  const to = Math.min(offset + limit, count)
  return (
    <nav aria-label={t('pages')} className="flex items-center justify-between gap-4 pt-3">
      <p className="figures text-ink-soft text-small" aria-live="polite">
        {count === 0 ? t('rangeNone') : t('range', { from: offset + 1, to, count })}
      </p>
      <div className="flex gap-2">
        <Button
          size="sm"
          aria-label={t('previousPage')}
          disabled={offset <= 0}
          onClick={() => onOffset(Math.max(offset - limit, 0))}
        >
          <ChevronLeft aria-hidden />
        </Button>
        <Button size="sm" aria-label={t('nextPage')} disabled={to >= count} onClick={() => onOffset(offset + limit)}>
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </nav>
  )
}
