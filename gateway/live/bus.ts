/**
 * How the gateways of one database tell each other something at once. What is said is not kept: whoever was away reads
 * the database. Payloads are short (ids and words), since PostgreSQL carries 8,000 bytes at most.
 */
export type Bus = {
  /** Tells every gateway, this one too, in the order of telling. */
  tell: (topic: string, payload: string) => Promise<void>
  on: (topic: string, listen: (payload: string) => void) => () => void
  /** Something may have been said while the line was cut: read again what matters. */
  onGap: (listen: () => void) => () => void
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** How long a payload may be, in bytes: PostgreSQL's 8,000 less what stands around it, and less what JSON escapes. */
const MAX_PAYLOAD = 7000

/** The bus of one process, which is all that SQLite serves. */
export function createLocalBus(): Bus {
  const listeners = createListeners()
  return {
    async tell(topic, payload) {
      refuseLong(payload)
      listeners.hear(topic, payload)
    },
    on: listeners.on,
    // A line within a process is never cut.
    onGap: () => () => {},
    start: async () => {},
    stop: async () => {},
  }
}

/** Throws where a payload could not cross between processes, so that a single process finds it too. */
export function refuseLong(payload: string): void {
  const bytes = Buffer.byteLength(JSON.stringify(payload))
  if (bytes > MAX_PAYLOAD) throw new RangeError(`A message of ${bytes} bytes is too long for the bus.`)
}

/** Who listens to what. */
export function createListeners() {
  const listeners = new Map<string, Set<(payload: string) => void>>()
  return {
    on(topic: string, listen: (payload: string) => void): () => void {
      const those = listeners.get(topic) ?? new Set()
      listeners.set(topic, those.add(listen))
      return () => those.delete(listen)
    },
    /** One that fails keeps nothing from the others; its error comes when all have heard. */
    hear(topic: string, payload: string): void {
      const errors: unknown[] = []
      for (const listen of [...(listeners.get(topic) ?? [])]) {
        try {
          listen(payload)
        } catch (error) {
          errors.push(error)
        }
      }
      if (errors.length > 0) throw errors[0]
    },
  }
}
