import type { Hono } from 'hono'
import type { EmbeddedSandbox, GatewayEnv } from '../options'

/**
 * The parts of a sandbox in this process that others than the gateway talk to: secure fields, simulator, control plane.
 * `onWorldChange` runs after everything was emptied and built anew, which ends all sessions.
 */
export function embeddedRoutes(
  app: Hono<GatewayEnv>,
  { secureUi, simulator, control }: EmbeddedSandbox,
  onWorldChange: () => Promise<void>,
): void {
  app.mount('/app/secure', (request) => secureUi.fetch(request))
  app.mount('/simulate/api', (request) => simulator.fetch(request))
  app.mount('/__sandbox', async (request, bindings) => {
    const answer = await control.fetch(request, bindings)
    if (request.method === 'POST' && new URL(request.url).pathname === '/world' && answer.ok) await onWorldChange()
    return answer
  })
}
