import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { GATHER_MS, gatherStale } from './gather-stale'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setup() {
  const queryClient = new QueryClient()
  const asked: unknown[] = []
  vi.spyOn(queryClient, 'invalidateQueries').mockImplementation(async (filters) => {
    asked.push(filters?.queryKey?.[0])
  })
  return { queryClient, asked }
}

it('the first is read anew at once, a thousand more together, and after that all is quiet again', () => {
  const { queryClient, asked } = setup()
  gatherStale(queryClient, ['transfers'])
  expect(asked).toEqual(['transfers'])
  for (let i = 0; i < 1000; i++) gatherStale(queryClient, ['transfers', 'events'])
  expect(asked).toEqual(['transfers'])
  vi.advanceTimersByTime(GATHER_MS)
  expect(asked).toEqual(['transfers', 'transfers', 'events'])
  vi.advanceTimersByTime(10 * GATHER_MS)
  expect(asked).toHaveLength(3)
  gatherStale(queryClient, ['sends'])
  expect(asked.at(-1)).toBe('sends')
})

it('what goes on without end is read anew twice a second', () => {
  const { queryClient, asked } = setup()
  for (let ms = 0; ms < 5000; ms += 10) {
    gatherStale(queryClient, ['events'])
    vi.advanceTimersByTime(10)
  }
  expect(asked.length).toBeGreaterThanOrEqual(10)
  expect(asked.length).toBeLessThanOrEqual(11)
})
