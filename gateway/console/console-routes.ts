import type { Hono } from 'hono'
import { roleRoutes } from '../access/role-routes'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'

/** All resources of the console's own, one line each. */
export function consoleRoutes(app: Hono<GatewayEnv>, parts: GatewayParts): void {
  roleRoutes(app, parts)
}
