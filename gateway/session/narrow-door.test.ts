import { expect, test } from 'vitest'
import { createNarrowDoor } from './narrow-door'

test('so many at a time, so many wait in their order, and the rest is sent away', async () => {
  const door = createNarrowDoor({ atOnce: 2, waiting: 2 })
  const begun: number[] = []
  const ends: ((failed?: Error) => void)[] = []
  const work = (n: number) => () => {
    begun.push(n)
    return new Promise<number>((resolve, reject) => ends.push((failed) => (failed ? reject(failed) : resolve(n))))
  }
  const passed = [1, 2, 3, 4, 5].map((n) => door.pass(work(n)))
  expect(begun).toEqual([1, 2])
  expect(passed[4]).toBeUndefined()

  ends[0]?.()
  expect(await passed[0]).toBe(1)
  await expect.poll(() => begun).toEqual([1, 2, 3])
  // One that fails makes room too.
  ends[1]?.(new Error('refused'))
  await expect(passed[1]).rejects.toThrow('refused')
  await expect.poll(() => begun).toEqual([1, 2, 3, 4])

  const sixth = door.pass(work(6))
  for (const end of ends) end()
  await expect.poll(() => begun).toEqual([1, 2, 3, 4, 6])
  for (const end of ends) end()
  expect(await Promise.all([passed[2], passed[3], sixth])).toEqual([3, 4, 6])
  const alone = door.pass(async () => 7)
  expect(await alone).toBe(7)
})
