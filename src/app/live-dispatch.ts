import type { QueryClient } from '@tanstack/react-query'
import type { BulkProcessDetails, BulkProcessStatus } from '#contract/bulks'
import type { LiveEvent } from '#contract/live'
import { bulkQueries } from '@/api/queries/bulks'
import { sessionClock } from '@/api/session-clock'

/** Sections whose writes move money. */
const moving = new Set(['transfers', 'operations', 'manage'])

/** What a live event means for what the page has read. The stream carries no documents, save the counts of a bulk. */
export function dispatchLive(event: LiveEvent, queryClient: QueryClient): void {
  switch (event.type) {
    case 'hello':
    // The stream itself ends with the session; what follows is for who opened it.
    case 'session.ended':
      break
    case 'session.expiring':
    case 'session.renewed':
      sessionClock.note(event)
      break
    case 'bulk.progress':
      progress(queryClient, event.bulk)
      break
    case 'changed':
      changed(queryClient, event.section)
      break
    case 'webhook':
      changed(queryClient, event.section)
      stale(queryClient, 'events')
      break
    case 'authorisation.asked':
    case 'authorisation.decided':
      stale(queryClient, 'authorisations')
      break
    case 'access.changed':
      void queryClient.invalidateQueries()
      break
    case 'reset':
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      break
    default:
      nothingElse(event)
  }
}

function changed(queryClient: QueryClient, section: string): void {
  stale(queryClient, section)
  if (moving.has(section)) stale(queryClient, 'managed-accounts')
  // A submission is an operation of its own section, and a bulk to look at in the other.
  if (section === 'operations') stale(queryClient, 'manage')
}

const final: ReadonlySet<BulkProcessStatus> = new Set(['PARTIALLY_COMPLETED', 'COMPLETED', 'FAILED', 'CANCELLED'])

/** Every second while a bulk runs, so the counts go straight into the cache and only a new state asks for more. */
function progress(queryClient: QueryClient, bulk: BulkProcessDetails): void {
  const { queryKey } = bulkQueries.detail(bulk.bulkId)
  const before = queryClient.getQueryData(queryKey)
  queryClient.setQueryData(queryKey, bulk)
  if (before?.status === bulk.status) return
  stale(queryClient, 'manage')
  if (final.has(bulk.status)) {
    stale(queryClient, 'managed-accounts')
    stale(queryClient, 'transfers')
  }
}

function stale(queryClient: QueryClient, section: string): void {
  void queryClient.invalidateQueries({ queryKey: [section] })
}

/** A kind of event that the contract knows and this page forgot does not compile. */
function nothingElse(_: never): void {}
