import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { GatewayEnv, GatewayOptions } from '../options'

/** `/health`: the process is up. `/ready`: it can serve, that is, its database answers. */
export function healthRoutes(app: Hono<GatewayEnv>, { store, page, log }: GatewayOptions): void {
  app.get('/health', () => Response.json({ status: 'up' }))
  app.get('/ready', async () => {
    try {
      await sql`select 1`.execute(store.db)
      return Response.json({ status: 'ready', upstream: page.environment })
    } catch (error) {
      log.error({ err: error }, 'the database does not answer')
      return Response.json({ status: 'not ready', database: 'down' }, { status: 503 })
    }
  })
}
