import { Link } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { AuditLine } from '#contract/console/audit'
import { buttonClass } from '@/components/ui/button'
import type { AuditSearch } from '../search'
import { t } from '../text'

type Props = { search: AuditSearch; page: { lines: readonly AuditLine[]; older: boolean; newer: boolean } }

/** The pages beside this one. By the number of a line, so that lines which come meanwhile move nothing. */
export function NeighbourPages({ search, page: { lines, older, newer } }: Props) {
  const { before: _b, after: _a, ...filters } = search
  const [first, last] = [lines.at(0), lines.at(-1)]
  if (!first || !last || !(older || newer)) return null
  return (
    <nav aria-label={t('pages')} className="flex justify-end gap-2 pt-3">
      {newer && (
        <Link to="/audit" search={{ ...filters, after: first.seq }} className={buttonClass({ size: 'sm' })}>
          <ChevronLeft aria-hidden />
          {t('newer')}
        </Link>
      )}
      {older && (
        <Link to="/audit" search={{ ...filters, before: last.seq }} className={buttonClass({ size: 'sm' })}>
          {t('older')}
          <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  )
}
