import type { Hono } from 'hono'
import type { Sandbox } from '../sandbox'
import { openScenario, scenarios } from '../scenarios/registry'

/** States that are hard to reach: which there are, and one call that opens each. Paths relative to `/__sandbox`. */
export function scenarioControl(app: Hono, sandbox: Sandbox): void {
  app.get('/scenarios', (c) => c.json({ scenarios: scenarios.map(({ name, title, what }) => ({ name, title, what })) }))
  app.post('/scenarios/:name', async (c) => {
    const opened = await openScenario(sandbox, c.req.param('name'))
    if (opened) return c.json({ name: c.req.param('name'), ...opened })
    return c.json({ message: 'There is no such scenario.' }, 404)
  })
}
