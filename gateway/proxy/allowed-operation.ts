import type { Endpoint } from '../../contract/endpoint'
import { matchOperation } from '../../contract/registry'

export type Allowed = { ep: Endpoint; params: Record<string, string> }

/**
 * Ids are digits and names are words, so no path of the API needs an escape; whatever has one, or a segment that is
 * empty or begins with a dot, means to be read differently further on.
 */
const plain = /^(\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+$/

/** The operation that a browser may reach by this path, as it stands in the URL behind `/api/multi`. */
export function allowedOperation(method: string, path: string): Allowed | undefined {
  if (!plain.test(path)) return undefined
  const match = matchOperation(method, path)
  if (!match || match.ep.via === 'gateway' || match.ep.auth === 'key') return undefined
  if (match.ep.params && !match.ep.params.safeParse(match.params).success) return undefined
  return match
}
