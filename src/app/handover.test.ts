import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { handover } from './handover'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  handover.end()
  vi.useRealTimers()
})

const settledBy = async (then: () => void) => {
  const settled = vi.fn()
  void handover.settled().then(settled)
  await vi.advanceTimersByTimeAsync(0)
  const before = settled.mock.calls.length
  then()
  await vi.advanceTimersByTimeAsync(0)
  return [before, settled.mock.calls.length]
}

it('keeps nobody waiting where no change is under way', async () => {
  expect(await settledBy(() => undefined)).toEqual([1, 1])
})

it('has whoever asks wait for the end of a change', async () => {
  handover.begin()
  handover.begin()
  expect(await settledBy(handover.end)).toEqual([0, 1])
})

it('waits for a tab that was closed meanwhile no longer than twenty seconds', async () => {
  handover.begin()
  expect(await settledBy(() => vi.advanceTimersByTime(19_999))).toEqual([0, 0])
  expect(await settledBy(() => vi.advanceTimersByTime(1))).toEqual([0, 1])
})

it('is not ended by the time of an earlier change', async () => {
  handover.begin()
  vi.advanceTimersByTime(10_000)
  handover.end()
  handover.begin()
  expect(await settledBy(() => vi.advanceTimersByTime(10_001))).toEqual([0, 0])
})
