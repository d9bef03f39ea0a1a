import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { watchBulk } from '@/api/live-watch'
import { bulkQueries } from '@/api/queries/bulks'
import { announce } from '@/components/feedback/announce'
import { type Counts, countsOf, isFinal } from './monitor/counts'
import { milestones } from './monitor/milestones'
import { type Sample, withSample } from './monitor/pace'
import { sayBulk } from './monitor/say-bulk'
import { t } from './text'

/** One bulk, kept current: the stream writes its counts into the cache for as long as this page looks. */
export function useLiveBulk(bulkId: string) {
  useEffect(() => watchBulk(bulkId), [bulkId])
  return useQuery({
    ...bulkQueries.detail(bulkId),
    // Should the stream be down, a slow look of our own keeps the page honest.
    refetchInterval: ({ state }) => (state.data?.status === 'RUNNING' ? 15_000 : false),
  })
}

type Watched = ReturnType<typeof useLiveBulk>

/** The pace of the last minute while the bulk runs; a pause begins it anew. */
export function usePace({ data: bulk, dataUpdatedAt }: Watched): readonly Sample[] {
  const [samples, setSamples] = useState<readonly Sample[]>([])
  const settled = bulk && countsOf(bulk).settled
  const running = bulk?.status === 'RUNNING'
  useEffect(() => {
    if (!running || settled === undefined) setSamples([])
    else setSamples((old) => withSample(old, { at: dataUpdatedAt, settled }))
  }, [running, settled, dataUpdatedAt])
  return samples
}

/** Says quarters of the way and the first failure to those who hear the page; nothing else, however often it moves. */
export function useSpokenProgress(bulk: Watched['data']): void {
  const before = useRef<{ counts: Counts; id: string }>(undefined)
  useEffect(() => {
    if (!bulk) return
    const counts = countsOf(bulk)
    const known = before.current?.id === bulk.bulkId ? before.current.counts : undefined
    before.current = { counts, id: bulk.bulkId }
    const words = milestones(known, counts).map((milestone) => {
      if (milestone.kind === 'failure') return t('announceFailure')
      const { percent } = milestone
      if (percent < 100) return t('announceShare', { percent })
      return t('announceAll', { text: isFinal(bulk.status) ? sayBulk(bulk) : '' }).trim()
    })
    if (words.length > 0) announce(words.join(' '))
  }, [bulk])
}
