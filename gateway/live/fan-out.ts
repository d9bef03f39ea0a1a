import type { Logger } from 'pino'
import type { Bus } from './bus'
import type { Entry, EventLog, NumberedEntry } from './event-log'

const TOPIC = 'live'
/** Events that share one statement when many are told at once, and rows that are read at once: a stream holds more than that. */
const MOST_WRITTEN = 50
const MOST_READ = 100

type Waiting = { entry: Entry; resolve: () => void; reject: (error: unknown) => void }
type Needs = {
  log: Pick<EventLog, 'append' | 'after' | 'newest'>
  bus: Bus
  logger: Logger
  /** Passes an event on to the streams of this process. */
  deliver: (entry: NumberedEntry) => void
  /** Resolves when nothing stands in the way of delivering: whom an event is for may just be read anew. */
  ready: () => Promise<void> | undefined
}

export type FanOut = ReturnType<typeof createFanOut>

/**
 * Passes events on from the log, in its order, each once. The bus carries numbers only: every gateway reads the rows after
 * the last one it has passed on, so that whatever is said twice, late or not at all on the bus, nothing is lost or doubled.
 */
export function createFanOut({ log, bus, logger, deliver, ready }: Needs) {
  let last = 0
  let waiting: Waiting[] = []
  let writing = false
  let reading: Promise<void> | undefined
  let again = false

  bus.on(TOPIC, (number) => {
    if (Number(number) > last) void catchUp()
  })
  bus.onGap(() => void catchUp())

  function pass(entries: readonly NumberedEntry[], upTo: number): void {
    for (const entry of entries) if (entry.id > last) deliver(entry)
    last = Math.max(last, upTo)
  }

  async function read(): Promise<void> {
    try {
      do {
        again = false
        const { entries, upTo, more } = await log.after(last, MOST_READ)
        await ready()
        pass(entries, upTo)
        again ||= more
      } while (again)
    } finally {
      // In the same breath as the last look at `again`: whoever comes now begins another read.
      reading = undefined
    }
  }

  /** Reads what is new; a read that is under way may be too old to have it, so another one follows. */
  function readOn(): Promise<void> {
    again = true
    reading ??= read()
    return reading
  }

  /** What cannot be read now is read with the next event, or the next heartbeat. */
  const catchUp = (): Promise<void> =>
    readOn().catch((error: unknown) => logger.error({ err: error }, 'reading the live events failed'))

  async function write(): Promise<void> {
    if (writing) return
    writing = true
    while (waiting.length > 0) {
      const now = waiting.slice(0, MOST_WRITTEN)
      waiting = waiting.slice(MOST_WRITTEN)
      try {
        await store(now.map(({ entry }) => entry))
        for (const { resolve } of now) resolve()
      } catch (error) {
        for (const { reject } of now) reject(error)
      }
    }
    writing = false
  }

  async function store(entries: readonly Entry[]): Promise<void> {
    const first = await log.append(entries)
    const upTo = first + entries.length - 1
    if (upTo <= last) await begunAnew()
    // Nobody wrote in between: no need to read what is known.
    const known = first === last + 1 && !ready()
    if (known)
      pass(
        entries.map((entry, index) => ({ ...entry, id: first + index })),
        upTo,
      )
    const read = known ? undefined : catchUp()
    bus.tell(TOPIC, String(upTo)).catch((error: unknown) => {
      logger.error({ err: error }, 'telling other gateways of an event failed; they find it with their next heartbeat')
    })
    await read
  }

  /** Another world: the log was emptied, and its numbers begin again. */
  async function begunAnew(): Promise<void> {
    const newest = await log.newest()
    if (newest < last) last = 0
  }

  return {
    /** The number of the newest event that was passed on here. */
    last: () => last,
    /** Stores an event and passes it on; resolves when the streams of this process have it. */
    publish: (entry: Entry): Promise<void> =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject })
        void write()
      }),
    /** Begins with what comes from now on. */
    async start(): Promise<void> {
      last = await log.newest()
    },
    /** Looks whether anything was missed. */
    async check(): Promise<void> {
      await begunAnew()
      await readOn()
    },
  }
}
