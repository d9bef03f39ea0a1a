import { expect, test } from 'vitest'
import { inBatches } from './in-batches'

test('what comes while one is under way is done together, at most so many at once, and each hears its own', async () => {
  const batches: number[][] = []
  const double = inBatches<number, number>(3, async (batch) => {
    batches.push(batch)
    await Promise.resolve()
    return (one) => one * 2
  })
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map(double))).toEqual([2, 4, 6, 8, 10, 12])
  expect(batches).toEqual([[1], [2, 3, 4], [5, 6]])
  expect(await double(7)).toBe(14)
})

test('one that fails keeps back none of those that were to be done with it', async () => {
  const work = inBatches<number, number>(3, async (batch) => {
    if (batch.includes(2)) throw new Error('no')
    return (one) => one
  })
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map(work))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
})
