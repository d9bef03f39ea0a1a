import { Link } from '@tanstack/react-router'
import { buttonClass } from '@/components/ui/button'
import type { EventListSearch } from '../search'
import { t } from '../text'

type Props = {
  search: EventListSearch
  /** Where the next page begins; there is none without it. */
  next: string | undefined
}

/** On to what is older, and back to the newest. Nobody counts the log, which grows while it is read. */
export function EventPager({ search, next }: Props) {
  const { after, ...chosen } = search
  if (after === undefined && next === undefined) return null
  return (
    <nav aria-label={t('pages')} className="flex justify-end gap-2 pt-3">
      {after !== undefined && (
        <Link to="/events" search={chosen} className={buttonClass({ size: 'sm' })}>
          {t('newer')}
        </Link>
      )}
      {next !== undefined && (
        <Link to="/events" search={{ ...chosen, after: next }} className={buttonClass({ size: 'sm' })}>
          {t('older')}
        </Link>
      )}
    </nav>
  )
}
