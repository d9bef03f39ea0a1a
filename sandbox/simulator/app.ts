import { Hono } from 'hono'
import { sameSecret } from '../keys'
import type { Sandbox } from '../sandbox'
import { cardPaymentSimulator } from './card-payments'
import { cardSimulator } from './cards'
import { depositSimulator } from './deposits'
import { factorSimulator } from './factors'
import { identitySimulator } from './identities'
import { linkedAccountSimulator } from './linked-accounts'
import { wireSimulator } from './wires'

/** Weavr's simulator, paths relative to `/simulate/api`. It answers a refusal with 200 and a DENIED_ code. */
export function simulatorApp(sandbox: Sandbox): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const key = c.req.header('programme-key')
    if (!key || !sameSecret(key, sandbox.apiKey)) return c.json({ message: 'programme-key is missing or wrong' }, 401)
    await next()
  })
  for (const area of [
    depositSimulator,
    cardSimulator,
    cardPaymentSimulator,
    identitySimulator,
    factorSimulator,
    wireSimulator,
    linkedAccountSimulator,
  ])
    area(app, sandbox)
  app.notFound((c) => c.json({ message: 'There is no such operation.' }, 404))
  app.onError((error, c) => {
    sandbox.log.error({ path: c.req.path, error: error.stack ?? String(error) }, 'a simulator call failed')
    return c.json({ message: 'The simulator failed.' }, 500)
  })
  return app
}
