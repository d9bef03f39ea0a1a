import { hashKey, type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type BulkProcess, type BulkProcessDetails, type BulkProcessStatus, bulks } from '#contract/bulks'
import { useAccess } from '@/api/access'
import { useFace } from '@/api/face'
import { watchBulk } from '@/api/live-watch'
import { bulkQueries } from '@/api/queries/bulks'
import { toast } from '@/components/feedback/toast'
import { bulkKind } from '@/features/bulks/kinds'
import { t } from './text'

/** States in which a bulk still wants something: time, or a decision. */
const open = ['RUNNING', 'PAUSED', 'SUBMITTED'] as const
export type OpenState = (typeof open)[number]

/** The bulks that are not over, newest first within each state. */
export function useOpenBulks(): BulkProcess[] {
  const { may } = useAccess()
  const enabled = useFace() === 'company' && may(bulks.permission)
  return useQueries({
    queries: open.map((status) => ({ ...bulkQueries.list({ status, limit: 5 }), enabled })),
    combine: (results) => results.flatMap(({ data }, index) => bulksOf(data, open[index])),
  })
}

/** A list read a moment ago may hold a bulk that has moved on; it then stands in the other list. */
function bulksOf(page: { bulkProcesses?: BulkProcess[] } | undefined, status: OpenState | undefined): BulkProcess[] {
  return (page?.bulkProcesses ?? []).filter((bulk) => bulk.status === status)
}

/** Has the gateway push the counts of the running bulks for as long as the shell stands, and tells when one is over. */
export function useRunningBulks(): void {
  const queryClient = useQueryClient()
  const running = useOpenBulks().filter(({ status }) => status === 'RUNNING')
  const list = running.map(({ bulkId }) => bulkId).join(' ')
  useEffect(() => {
    const ids = list === '' ? [] : list.split(' ')
    const stops = ids.flatMap((id) => [watchBulk(id), tellEnd(queryClient, id)])
    return () => {
      for (const stop of stops) stop()
    }
  }, [list, queryClient])
}

/** Says once that a bulk is over, unless its own page is open, which shows it. */
function tellEnd(queryClient: QueryClient, bulkId: string): () => void {
  const hash = hashKey(bulkQueries.detail(bulkId).queryKey)
  let told = false
  return queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (told || type !== 'updated' || query.queryHash !== hash) return
    const bulk: BulkProcessDetails | undefined = query.state.data
    if (!bulk || !isOver(bulk.status)) return
    told = true
    if (window.location.pathname === `/bulks/${bulkId}`) return
    const what = t('jobs.name', { kind: bulkKind(bulk.operation), count: bulk.submittedItemsCount })
    toast[tones[bulk.status]](t(`jobs.over.${bulk.status}`, { what }))
  })
}

const tones = { COMPLETED: 'success', PARTIALLY_COMPLETED: 'info', FAILED: 'error', CANCELLED: 'info' } as const
const over = ['COMPLETED', 'PARTIALLY_COMPLETED', 'FAILED', 'CANCELLED'] as const
const isOver = (status: BulkProcessStatus): status is (typeof over)[number] => over.some((name) => name === status)
