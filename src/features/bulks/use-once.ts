import { useRef } from 'react'

/**
 * Lets one run of a deed through at a time. A second click can come before the page has drawn the button as busy, so the
 * lock is not state but a fact of the moment.
 */
export function useOnce<A extends unknown[]>(deed: (...args: A) => Promise<unknown>): (...args: A) => void {
  const running = useRef(false)
  return (...args) => {
    if (running.current) return
    running.current = true
    // Whoever shows the outcome reads it from the mutation.
    deed(...args)
      .catch(() => undefined)
      .finally(() => {
        running.current = false
      })
  }
}
