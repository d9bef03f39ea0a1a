import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'

/**
 * `/health`: the process is up. `/ready`: it can serve, that is, its database answers and it has not been told to stop.
 * Whether the Multi API answers is told as well, but does not make it unready: all gateways have the same one, and people
 * are better served by a page that says so than by a proxy that has nobody left to ask.
 */
export function healthRoutes(app: Hono<GatewayEnv>, { options, log, breaker, state }: GatewayParts): void {
  const { store, page } = options
  const notReady = (why: object) => Response.json({ status: 'not ready', ...why }, { status: 503 })
  app.get('/health', () => Response.json({ status: 'up' }))
  app.get('/ready', async () => {
    if (state.leaving) return notReady({ leaving: true })
    try {
      await sql`select 1`.execute(store.db)
      const multiApi = breaker.state() === 'closed' ? 'up' : 'down'
      return Response.json({ status: 'ready', upstream: page.environment, multiApi })
    } catch (error) {
      log.error({ err: error }, 'the database does not answer')
      return notReady({ database: 'down' })
    }
  })
}
