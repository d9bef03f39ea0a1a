import { afterEach, expect, it, vi } from 'vitest'
import { afterPress } from './after-press'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it('does at once what no pointer is in the way of', () => {
  const work = vi.fn()
  vi.spyOn(document, 'querySelector').mockReturnValue(null)
  afterPress(work)
  expect(work).toHaveBeenCalledTimes(1)
})

it('waits until the pointer is let go, and then for the press to be dealt with', () => {
  vi.useFakeTimers()
  const work = vi.fn()
  vi.spyOn(document, 'querySelector').mockReturnValue(document.body)
  afterPress(work)
  expect(work).not.toHaveBeenCalled()
  document.dispatchEvent(new Event('pointerup'))
  expect(work).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(work).toHaveBeenCalledTimes(1)
})
