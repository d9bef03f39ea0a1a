import { useEffect, useRef, useState } from 'react'
import type { Authorisation } from '#contract/console/authorisations'
import { markedOf, noPlaces, place } from '../places'

const none: readonly Authorisation[] = []

/** Who stands where, and which one the keys are for. */
export function usePlaces(waiting: readonly Authorisation[] = none) {
  const [places, setPlaces] = useState(noPlaces)
  const [held, setHeld] = useState<number>()
  const [marked, setMarked] = useState<string>()
  const since = useRef(0)

  const ids = waiting.map(({ id }) => id)
  const next = place(places, ids, held)
  if (next !== places) setPlaces(next)
  const mark = markedOf(
    marked,
    ids.filter((id) => next.includes(id)),
  )
  if (mark !== marked) setMarked(mark)
  useEffect(() => {
    if (marked !== undefined) since.current = performance.now()
  }, [marked])

  return {
    places: next,
    marked: mark,
    /** Waiting, and nowhere to be seen. */
    outside: ids.filter((id) => !next.includes(id)).length,
    hold: setHeld,
    /** How long the mark has been where it is. */
    markedFor: () => performance.now() - since.current,
  }
}
