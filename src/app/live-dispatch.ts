import type { Query, QueryClient } from '@tanstack/react-query'
import type { BulkProcessDetails, BulkProcessStatus } from '#contract/bulks'
import type { LiveEvent } from '#contract/live'
import { bulkQueries } from '@/api/queries/bulks'
import { sessionQueries } from '@/api/queries/session'
import { sessionClock } from '@/api/session-clock'
import { readFailure } from '@/lib/failure'
import { gatherStale } from './gather-stale'

/** What else of the page shows the things of a section: balances above all. */
const alsoShown: Readonly<Record<string, readonly string[]>> = {
  transfers: ['managed-accounts'],
  sends: ['managed-accounts'],
  'outgoing-wire-transfers': ['managed-accounts'],
  'correspondent-bank-transfers': ['managed-accounts'],
  fees: ['managed-accounts'],
  manage: ['managed-accounts'],
  // A submission is an operation of its own section, and a bulk to look at in the other.
  operations: ['managed-accounts', 'manage'],
  // Each person stands in the list of roles, too.
  'authorised-users': ['console-roles'],
  'managed-accounts': ['incoming-wire-transfers', 'transactions'],
  'managed-cards': ['managed-accounts', 'card-payments', 'transactions'],
}

/** The sections of the page that a change in one of them makes stale. */
const shownIn = (section: string): string[] => [section, ...(alsoShown[section] ?? [])]

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
      for (const section of shownIn(event.section)) stale(queryClient, section)
      break
    case 'webhook':
      gatherStale(queryClient, [...shownIn(event.section), 'events'])
      break
    case 'authorisation.asked':
    case 'authorisation.decided':
      stale(queryClient, 'authorisations')
      break
    // Among what was missed may be that the person may do something else now.
    case 'reset':
    case 'access.changed':
      void accessChanged(queryClient)
      break
    default:
      nothingElse(event)
  }
}

const notSession = ({ queryKey }: Query) => queryKey[0] !== 'session'
const isRefused = ({ state }: Query) => [403, 404].includes(readFailure(state.error).status)

/**
 * First what the person may do now, so that menus and pages follow. Then everything else is read again; what was read
 * under the former role and is refused under this one must not stay, neither on the screen nor in memory.
 */
async function accessChanged(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: sessionQueries.all() })
  queryClient.removeQueries({ type: 'inactive', predicate: notSession })
  await queryClient.invalidateQueries({ predicate: notSession })
  await queryClient.resetQueries({ predicate: (query) => notSession(query) && isRefused(query) })
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
