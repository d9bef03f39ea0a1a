import { useQuery } from '@tanstack/react-query'
import { proposalQueries } from '@/api/queries/proposals'
import { t } from '../text'

const EVERY_MS = 60_000

/** How many payments this person may decide on now; nothing where there are none. */
export function WaitingBadge() {
  // Live events say when it changes; one that expires elsewhere, or a stream that was away, is caught up with by the minute.
  const { data } = useQuery({ ...proposalQueries.count(), refetchInterval: EVERY_MS })
  if (!data || data.decide === 0) return null
  return (
    <span className="figures inline-grid h-5 min-w-5 place-content-center rounded-full bg-fill px-1.5 font-medium text-fill-ink text-micro">
      <span aria-hidden>{data.decide > 99 ? '99+' : data.decide}</span>
      <span className="sr-only">{t('waiting', { count: data.decide })}</span>
    </span>
  )
}
