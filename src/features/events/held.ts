import { type RefObject, useEffect, useState } from 'react'
import type { ConsoleEvent } from '#contract/console/events'

/** So far from its top a page still shows its beginning. */
const NEAR = 40

/**
 * Whether somebody is reading further down, or has pointer or focus in the list: then nothing may move under them.
 */
function useReading(list: RefObject<HTMLElement | null>): boolean {
  const [reading, setReading] = useState(false)
  useEffect(() => {
    let over = false
    const look = () => setReading(window.scrollY > NEAR || over || !!list.current?.contains(document.activeElement))
    const pointer = ({ target, pointerType }: PointerEvent) => {
      // A finger that has been lifted is not there any more.
      over = pointerType === 'mouse' && target instanceof Node && !!list.current?.contains(target)
      look()
    }
    const left = () => {
      over = false
      look()
    }
    window.addEventListener('scroll', look, { passive: true })
    document.addEventListener('pointerover', pointer)
    document.documentElement.addEventListener('pointerleave', left)
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      window.removeEventListener('scroll', look)
      document.removeEventListener('pointerover', pointer)
      document.documentElement.removeEventListener('pointerleave', left)
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [list])
  return reading
}

type EventPage = { events: ConsoleEvent[]; next?: string | undefined }

/**
 * The newest page as it may be shown: with everything that came, as long as nobody is reading; else as it was, and how
 * many came since. Other filters (`of`) are another list, which is shown at once. `after`: an older page is open.
 */
export function useHeld(
  list: RefObject<HTMLElement | null>,
  newest: EventPage | undefined,
  of: string,
  after: string | undefined,
) {
  const reading = useReading(list)
  const [held, setHeld] = useState<{ of: string; page: EventPage }>()
  const isOther = held?.of !== of
  if (newest && newest !== held?.page && (isOther || (!reading && after === undefined))) setHeld({ of, page: newest })
  return {
    shown: held?.page,
    count: held && newest && !isOther ? countNew(held.page.events, newest.events) : 0,
    /** Lets everything in. */
    release: () => newest && setHeld({ of, page: newest }),
  }
}

type Rows = readonly { id: string }[]

/** How many came since: those before the one that was on top. `Infinity` when that one is on this page no more. */
export function countNew(shown: Rows, newest: Rows): number {
  const [top] = shown
  if (!top) return newest.length
  const at = newest.findIndex(({ id }) => id === top.id)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}
