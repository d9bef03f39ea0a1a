import { choiceParam, indexParam, offsetParam, type SearchOf, searchParams } from '@/lib/search-params'
import { stepIds } from './step-ids'

export const bulkStatuses = [
  'SUBMITTED',
  'RUNNING',
  'PAUSED',
  'COMPLETED',
  'PARTIALLY_COMPLETED',
  'FAILED',
  'CANCELLED',
] as const
export const rowStatuses = ['SUBMITTED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const
export const bulkTabs = ['failures', 'rows'] as const

export const bulkListSearch = searchParams({ status: choiceParam(bulkStatuses), offset: offsetParam })
export type BulkListSearch = SearchOf<typeof bulkListSearch>

export const newBulkSearch = searchParams({ step: choiceParam(stepIds) })

/** Everything about how a bulk is looked at stands in its address: tab, filter, page, and the row that is open. */
export const bulkSearch = searchParams({
  tab: choiceParam(bulkTabs),
  status: choiceParam(rowStatuses),
  offset: offsetParam,
  row: indexParam,
})
export type BulkSearch = SearchOf<typeof bulkSearch>
