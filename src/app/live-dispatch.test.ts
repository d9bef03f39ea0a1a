import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { BulkProcessDetails } from '#contract/bulks'
import { ApiError } from '@/api/client/api-error'
import { bulkQueries } from '@/api/queries/bulks'
import { sessionClock } from '@/api/session-clock'
import { dispatchLive } from './live-dispatch'

const bulk = (status: BulkProcessDetails['status'], done: number): BulkProcessDetails => ({
  bulkId: '9',
  status,
  submittedItemsCount: 10,
  operation: '/transfers',
  operationStatusCounts: [{ status: 'COMPLETED', count: done }],
})

const roots = ['session', 'managed-accounts', 'transfers', 'manage', 'corporates'] as const

function setup() {
  const queryClient = new QueryClient()
  for (const root of roots) queryClient.setQueryData([root, 'list'], root)
  const stale = () => roots.filter((root) => queryClient.getQueryState([root, 'list'])?.isInvalidated)
  return { queryClient, stale }
}

describe('changed', () => {
  it.each([
    ['managed-accounts', ['managed-accounts']],
    ['transfers', ['managed-accounts', 'transfers']],
    ['operations', ['managed-accounts', 'manage']],
    ['manage', ['managed-accounts', 'manage']],
    ['corporates', ['corporates']],
    ['a-section-of-tomorrow', []],
  ])('of %s makes stale: %j', (section, expected) => {
    const { queryClient, stale } = setup()
    dispatchLive({ type: 'changed', section, operation: 'x' }, queryClient)
    expect(stale()).toEqual(expected)
  })
})

describe('webhook', () => {
  it.each([
    ['transfers', ['managed-accounts', 'transfers', 'events']],
    ['managed-accounts', ['managed-accounts', 'events']],
    ['managed-cards', ['managed-accounts', 'events']],
    ['a-section-of-tomorrow', ['events']],
  ])('of %s makes stale, with the log: %j', (section, expected) => {
    const { queryClient, stale } = setup()
    queryClient.setQueryData(['events', 'list'], 'events')
    dispatchLive({ type: 'webhook', event: 'e', webhook: 'w', section }, queryClient)
    const log = queryClient.getQueryState(['events', 'list'])?.isInvalidated ? ['events'] : []
    expect([...stale(), ...log]).toEqual(expected)
  })
})

describe('bulk.progress', () => {
  it('puts the counts where the page of the bulk reads them', () => {
    const { queryClient } = setup()
    dispatchLive({ type: 'bulk.progress', bulk: bulk('RUNNING', 3), at: 1 }, queryClient)
    expect(queryClient.getQueryData(bulkQueries.detail('9').queryKey)).toEqual(bulk('RUNNING', 3))
  })

  it('asks for nothing while only the counts move', () => {
    const { queryClient, stale } = setup()
    queryClient.setQueryData(bulkQueries.detail('9').queryKey, bulk('RUNNING', 3))
    dispatchLive({ type: 'bulk.progress', bulk: bulk('RUNNING', 4), at: 1 }, queryClient)
    expect(stale()).toEqual([])
  })

  it('never takes the counts back, whichever way the older reading comes last', async () => {
    const { queryClient } = setup()
    const detail = bulkQueries.detail('9')
    let answer: (bulk: BulkProcessDetails) => void = () => {}
    const queryFn = () => new Promise<BulkProcessDetails>((resolve) => (answer = resolve))
    const read = queryClient.fetchQuery({ ...detail, queryFn })
    dispatchLive({ type: 'bulk.progress', bulk: bulk('RUNNING', 6), at: 1 }, queryClient)
    answer(bulk('RUNNING', 4))
    await read
    expect(queryClient.getQueryData(detail.queryKey)).toEqual(bulk('RUNNING', 6))

    for (const next of [bulk('RUNNING', 7), bulk('PAUSED', 7), bulk('RUNNING', 7), bulk('COMPLETED', 10)]) {
      dispatchLive({ type: 'bulk.progress', bulk: next, at: 2 }, queryClient)
      dispatchLive({ type: 'bulk.progress', bulk: bulk('RUNNING', 5), at: 1 }, queryClient)
      expect(queryClient.getQueryData(detail.queryKey)).toEqual(next)
    }
  })

  it('renews the lists when the state changes, and the money when it is over', () => {
    const { queryClient, stale } = setup()
    queryClient.setQueryData(bulkQueries.detail('9').queryKey, bulk('RUNNING', 3))
    dispatchLive({ type: 'bulk.progress', bulk: bulk('PAUSED', 3), at: 1 }, queryClient)
    expect(stale()).toEqual(['manage'])
    dispatchLive({ type: 'bulk.progress', bulk: bulk('COMPLETED', 10), at: 2 }, queryClient)
    expect(stale()).toEqual(['managed-accounts', 'transfers', 'manage'])
  })
})

it('session.expiring sets the clock of the session', () => {
  const { queryClient } = setup()
  dispatchLive({ type: 'session.expiring', idleDeadline: 70_000, now: 20_000 }, queryClient)
  expect(sessionClock.get()?.deadline).toBe(70_000)
})

// After a gap nobody knows whether a change of access was in it.
describe.each([{ type: 'access.changed' }, { type: 'reset' }] as const)('$type', (event) => {
  it('reads the session again, then what is open, and drops what only lay there', async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    const asked: string[] = []
    const watch = (key: string, answer: () => string) => {
      queryClient.setQueryData([key, 'x'], 'before')
      const queryFn = async () => {
        asked.push(key)
        return answer()
      }
      return new QueryObserver(queryClient, {
        queryKey: [key, 'x'],
        queryFn,
        staleTime: Number.POSITIVE_INFINITY,
      }).subscribe(() => {})
    }
    const refuse = () => {
      throw new ApiError(404, 'NOT_FOUND')
    }
    const stops = [watch('managed-accounts', refuse), watch('session', () => 'now'), watch('transfers', () => 'now')]
    queryClient.setQueryData(['managed-accounts', 'closed'], 'secret')

    dispatchLive(event, queryClient)
    await expect.poll(() => queryClient.getQueryData(['managed-accounts', 'x'])).toBeUndefined()
    expect(asked[0]).toBe('session')
    expect(queryClient.getQueryData(['transfers', 'x'])).toBe('now')
    expect(queryClient.getQueryCache().find({ queryKey: ['managed-accounts', 'closed'] })).toBeUndefined()
    for (const stop of stops) stop()
  })
})
