import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ManagedAccount } from '#contract/managed-accounts'
import { accountQueries } from '@/api/queries/accounts'
import { StateBadge } from '@/components/feedback/state-badge'
import { Skeleton } from '@/components/ui/skeleton'
import { t } from '../text'

/**
 * The IBAN state of one row. The list does not say it, so it costs a read per account: made once the row has come into
 * view, and kept. A removed account has no IBAN to speak of.
 */
export function IbanState({ account: { id, state } }: { account: ManagedAccount }) {
  const place = useRef<HTMLSpanElement>(null)
  const seen = useSeen(place)
  const { data, isError } = useQuery({ ...accountQueries.iban(id), enabled: seen && state.state !== 'DESTROYED' })
  return (
    <span ref={place} className="inline-block min-w-20">
      {data?.state === 'ALLOCATED' ? (
        <StateBadge tone="good">{t('ibanAllocated')}</StateBadge>
      ) : data?.state === 'PENDING_ALLOCATION' ? (
        <StateBadge tone="wait">{t('ibanPending')}</StateBadge>
      ) : isError ? (
        <span className="text-ink-soft">{t('ibanUnknown')}</span>
      ) : data || state.state === 'DESTROYED' ? (
        <span className="text-ink-soft">{t('ibanNone')}</span>
      ) : (
        <Skeleton className="w-20" />
      )}
    </span>
  )
}

/** True from the first time that the element was in or near the window. */
function useSeen(place: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    if (seen || !place.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { rootMargin: '200px' },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [seen, place])
  return seen
}
