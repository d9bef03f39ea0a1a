import { useSyncExternalStore } from 'react'

/** The width below which tables become stacked entries; the same as `max-sm` in the styles. */
const query = '(width < 40rem)'

const subscribe = (listener: () => void) => {
  const media = window.matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Whether the page is as narrow as a phone, for what styles alone cannot decide. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
