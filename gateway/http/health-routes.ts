import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'

/** A database that says nothing for so long is down for whoever waits. */
const PATIENCE_MS = 2000

/**
 * `/health`: the process is up. `/ready`: it can serve, that is, its database answers and it has not been told to stop.
 * Whether the Multi API answers is told as well, but does not make it unready: all gateways have the same one, and people
 * are better served by a page that says so than by a proxy that has nobody left to ask.
 */
export function healthRoutes(app: Hono<GatewayEnv>, { options, log, breaker, state }: GatewayParts): void {
  const { store, page } = options
  const notReady = (why: object) => Response.json({ status: 'not ready', ...why }, { status: 503 })
  /** However many ask at once, the database is asked once. */
  let asking: Promise<unknown> | undefined
  const ask = () => {
    asking ??= sql`select 1`.execute(store.db).finally(() => {
      asking = undefined
    })
    return asking
  }
  app.get('/health', () => Response.json({ status: 'up' }))
  app.get('/ready', async () => {
    if (state.leaving) return notReady({ leaving: true })
    try {
      await inTime(ask())
      const multiApi = breaker.state() === 'closed' ? 'up' : 'down'
      return Response.json({ status: 'ready', upstream: page.environment, multiApi })
    } catch (error) {
      log.error({ err: error }, 'the database does not answer')
      return notReady({ database: 'down' })
    }
  })
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer in time.')), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
