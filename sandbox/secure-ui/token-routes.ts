import type { Hono } from 'hono'
import * as z from 'zod'
import { associate } from '../domain/secure/associate'
import { keepSecret } from '../domain/secure/keep-secret'
import { captureKinds, displayKinds } from '../domain/secure/kinds'
import { showSecret } from '../domain/secure/show-secret'
import type { Sandbox } from '../sandbox'
import { fromFrame, hasUiKey, noStore } from './guard'
import { findViewer, maySee } from './viewer'

const Captured = z.object({ kind: z.enum(captureKinds), value: z.string().min(1).max(100) })
const Shown = z.object({ kind: z.enum(displayKinds), token: z.string().min(1).max(100) })

/** Values in, tokens out; tokens in, values out to the frames alone; and who is asking. */
export function tokenRoutes(app: Hono, sandbox: Sandbox): void {
  const { keys } = sandbox

  app.post('/tokens', async (c) => {
    const given = await fromFrame(c, sandbox, Captured)
    if (!given.ok) return given.response
    const { kind, value } = given.value
    return c.json({ token: await sandbox.run((ctx) => keepSecret(ctx, keys, kind, value)) }, 200, noStore)
  })

  app.post('/reveals', async (c) => {
    const given = await fromFrame(c, sandbox, Shown)
    if (!given.ok) return given.response
    const viewer = await findViewer(sandbox, c.req.header('authorization'))
    if (!viewer) return c.json({ error: 'NOT_ASSOCIATED' }, 403, noStore)
    if (!maySee(sandbox, viewer)) return c.json({ error: 'STEP_UP_REQUIRED' }, 403, noStore)
    const { identityId } = viewer
    const shown = await sandbox.run((ctx) => showSecret(ctx, keys, { ...given.value, identityId }))
    if (shown.ok) return c.json({ value: shown.value }, 200, noStore)
    return c.json({ error: shown.refusal }, shown.refusal === 'TOKEN_EXPIRED' ? 410 : 404, noStore)
  })

  /** Whether a user token that a page has handed over is worth anything, for `associate`. */
  app.post('/sessions', async (c) => {
    const given = await fromFrame(c, sandbox, z.object({}))
    if (!given.ok) return given.response
    const viewer = await findViewer(sandbox, c.req.header('authorization'))
    if (!viewer) return c.json({ error: 'NOT_ASSOCIATED' }, 403, noStore)
    return c.json({ steppedUp: maySee(sandbox, viewer) }, 200, noStore)
  })

  /** From server to server: whoever holds the bearer token gets something for a page that must not hold it. */
  app.post('/associations', async (c) => {
    if (!hasUiKey(c, sandbox)) return c.body(null, 401, noStore)
    const viewer = await findViewer(sandbox, c.req.header('authorization'))
    if (!viewer) return c.json({ error: 'NOT_ASSOCIATED' }, 403, noStore)
    return c.json(await sandbox.run((ctx) => associate(ctx, keys, viewer.tokenId)), 200, noStore)
  })
}
