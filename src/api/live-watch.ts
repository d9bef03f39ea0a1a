type Listener = () => void

const counts = new Map<string, number>()
const listeners = new Set<Listener>()

/**
 * Asks for the progress of a bulk while somebody looks at it; returns the release. The gateway then polls the bulk once
 * for all tabs, and its counts arrive in the query cache without a request of the page.
 */
export function watchBulk(bulkId: string): () => void {
  const before = counts.get(bulkId) ?? 0
  counts.set(bulkId, before + 1)
  if (before === 0) notify()
  let released = false
  return () => {
    if (released) return
    released = true
    const left = (counts.get(bulkId) ?? 1) - 1
    if (left > 0) counts.set(bulkId, left)
    else {
      counts.delete(bulkId)
      notify()
    }
  }
}

/** The bulks that are watched now, in a stable order. */
export function watchedBulks(): string[] {
  return [...counts.keys()].sort()
}

export function onWatchChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function notify(): void {
  for (const listener of listeners) listener()
}
