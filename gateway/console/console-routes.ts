import type { Hono } from 'hono'
import type { GatewayEnv } from '../options'
import type { GatewayParts } from '../parts'

/** All resources of the console's own, one line each. */
export function consoleRoutes(_app: Hono<GatewayEnv>, _parts: GatewayParts): void {}
