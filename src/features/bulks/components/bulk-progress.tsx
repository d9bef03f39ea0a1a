import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { BulkProcess } from '#contract/bulks'
import { watchBulk } from '@/api/live-watch'
import { bulkQueries } from '@/api/queries/bulks'
import { countsOf, isFinal } from '../monitor/counts'
import { SegmentedBar } from './segmented-bar'

/** How far a bulk is, in a list. Only one that moves is watched; the list itself does not have the counts. */
export function BulkProgress({ bulk }: { bulk: BulkProcess }) {
  const moving = bulk.status === 'RUNNING' || bulk.status === 'PAUSED'
  useEffect(() => (moving ? watchBulk(bulk.bulkId) : undefined), [moving, bulk.bulkId])
  const detail = useQuery({ ...bulkQueries.detail(bulk.bulkId), enabled: moving || isFinal(bulk.status) })
  if (!detail.data) return null
  return (
    <span className="block w-full min-w-28 max-w-48 pt-1.5">
      <SegmentedBar counts={countsOf(detail.data)} legend={false} />
    </span>
  )
}
