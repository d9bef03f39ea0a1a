/**
 * How the gateways of one database tell each other something at once. What is said is not kept: whoever was away reads
 * the database. Payloads are short (ids and words), since PostgreSQL carries 8,000 bytes at most.
 */
export type Bus = {
  /** Tells every gateway, this one too, in the order of telling. */
  tell: (topic: string, payload: string) => Promise<void>
  on: (topic: string, listen: (payload: string) => void) => () => void
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** The bus of one process, which is all that SQLite serves. */
export function createLocalBus(): Bus {
  const listeners = new Map<string, Set<(payload: string) => void>>()
  return {
    async tell(topic, payload) {
      for (const listen of listeners.get(topic) ?? []) listen(payload)
    },
    on(topic, listen) {
      const those = listeners.get(topic) ?? new Set()
      listeners.set(topic, those.add(listen))
      return () => those.delete(listen)
    },
    start: async () => {},
    stop: async () => {},
  }
}
