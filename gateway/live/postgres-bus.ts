import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Tables } from '../../storage/schema'
import { type Bus, createListeners, refuseLong } from './bus'

const CHANNEL = 'multi_console'
/** The line is tried again after so long, then twice as long, and so on. */
const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5_000
/** A line that was cut without a word (a pulled cable, a forgetful firewall) is found by asking. */
const ASK_EVERY_MS = 10_000
const ANSWER_WITHIN_MS = 5_000
/** Messages that go out in one statement. */
const MOST_AT_ONCE = 100

type Waiting = { text: string; resolve: () => void; reject: (error: unknown) => void }

/**
 * PostgreSQL as the line between gateways. One connection of its own listens; telling goes through the pool, so that it
 * works while the listening line is being mended. The machine's own time: nothing here is about the bank's.
 */
export function createPostgresBus(db: Kysely<Tables>, connection: () => pg.Client, log: Logger): Bus {
  const listeners = createListeners()
  const gaps = new Set<() => void>()
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let waiting: Waiting[] = []
  let sending = false
  let count = 0

  function hear(payload: string | undefined): void {
    try {
      const [, topic, said]: [number, string, string] = JSON.parse(payload ?? '')
      listeners.hear(topic, said)
    } catch (error) {
      log.error({ err: error }, 'a message of the bus went wrong')
    }
  }

  async function open(): Promise<void> {
    const next = connection()
    next.on('notification', ({ payload }) => hear(payload))
    // Both come for one cut line; the second finds another client, or none.
    next.on('error', (error) => lost(next, error))
    next.on('end', () => lost(next))
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
    } catch (error) {
      next.removeAllListeners('end')
      next.end().catch(() => {})
      throw error
    }
    if (stopped) return void next.end().catch(() => {})
    client = next
    timer = setTimeout(() => void ask(next), ASK_EVERY_MS).unref()
  }

  async function ask(asked: pg.Client): Promise<void> {
    const late = setTimeout(() => lost(asked, new Error('no answer')), ANSWER_WITHIN_MS).unref()
    try {
      await asked.query('select 1')
      if (client === asked) timer = setTimeout(() => void ask(asked), ASK_EVERY_MS).unref()
    } catch (error) {
      lost(asked, error)
    } finally {
      clearTimeout(late)
    }
  }

  function lost(which: pg.Client, error?: unknown): void {
    if (client !== which) return
    client = undefined
    clearTimeout(timer)
    which.end().catch(() => {})
    if (stopped) return
    log.warn({ err: error }, 'the line between gateways is cut')
    mend(FIRST_WAIT_MS)
  }

  function mend(wait: number): void {
    // Not all gateways at the same moment.
    timer = setTimeout(
      async () => {
        try {
          await open()
          log.info('the line between gateways is mended')
          for (const listen of [...gaps]) listen()
        } catch (error) {
          log.warn({ err: error }, 'the line between gateways is still cut')
          if (!stopped) mend(Math.min(wait * 2, LONGEST_WAIT_MS))
        }
      },
      wait * (0.5 + Math.random()),
    ).unref()
  }

  /** One statement at a time, so that messages arrive in their order; what comes meanwhile shares the next one. */
  async function send(): Promise<void> {
    if (sending) return
    sending = true
    while (waiting.length > 0) {
      const now = waiting.slice(0, MOST_AT_ONCE)
      waiting = waiting.slice(MOST_AT_ONCE)
      try {
        const rows = sql.join(now.map(({ text }) => sql`(${text}::text)`))
        await sql`select pg_notify(${CHANNEL}, said) from (values ${rows}) as message(said)`.execute(db)
        for (const { resolve } of now) resolve()
      } catch (error) {
        for (const { reject } of now) reject(error)
      }
    }
    sending = false
  }

  return {
    tell(topic, payload) {
      return new Promise((resolve, reject) => {
        refuseLong(payload)
        count += 1
        // The number: of equal messages in one statement PostgreSQL would pass on a single one.
        waiting.push({ text: JSON.stringify([count, topic, payload]), resolve, reject })
        void send()
      })
    },
    on: listeners.on,
    onGap(listen) {
      gaps.add(listen)
      return () => gaps.delete(listen)
    },
    start: open,
    async stop() {
      stopped = true
      clearTimeout(timer)
      const last = client
      client = undefined
      await last?.end().catch(() => {})
    },
  }
}
