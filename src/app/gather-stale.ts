import type { QueryClient } from '@tanstack/react-query'

/** While much happens at once, as in a bulk, lists are read anew this often and no oftener. */
export const GATHER_MS = 500

const waiting = new WeakMap<QueryClient, Set<string>>()

/**
 * Makes what was read of a section stale: at once when all was quiet, else together with what else comes within half a
 * second. A thousand payments that are told of one by one must not be a thousand readings of a list.
 */
export function gatherStale(queryClient: QueryClient, sections: Iterable<string>): void {
  const gathered = waiting.get(queryClient)
  if (gathered) {
    for (const section of sections) gathered.add(section)
    return
  }
  waiting.set(queryClient, new Set())
  spoil(queryClient, sections)
  setTimeout(() => {
    const late = waiting.get(queryClient)
    waiting.delete(queryClient)
    if (late && late.size > 0) gatherStale(queryClient, late)
  }, GATHER_MS)
}

function spoil(queryClient: QueryClient, sections: Iterable<string>): void {
  for (const section of sections) void queryClient.invalidateQueries({ queryKey: [section] })
}
