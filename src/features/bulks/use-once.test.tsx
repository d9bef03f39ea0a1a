import { renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useOnce } from './use-once'

test('a second press while the first is under way does nothing; later ones count again', async () => {
  let finish = () => {}
  const deed = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve
      }),
  )
  const { result } = renderHook(() => useOnce(deed))
  result.current()
  result.current()
  expect(deed).toHaveBeenCalledTimes(1)
  finish()
  await vi.waitFor(() => {
    result.current()
    expect(deed).toHaveBeenCalledTimes(2)
  })
})

test('a deed that fails opens the way again', async () => {
  const deed = vi.fn(() => Promise.reject(new Error('no')))
  const { result } = renderHook(() => useOnce(deed))
  result.current()
  await vi.waitFor(() => {
    result.current()
    expect(deed.mock.calls.length).toBeGreaterThan(1)
  })
})
