import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { accepts } from 'hono/accepts'
import * as z from 'zod'
import { inTransaction } from '../../storage/transaction'
import { traced } from '../app'
import { keepSecret } from '../domain/secure/keep-secret'
import { captureKinds } from '../domain/secure/kinds'
import { readBody, SMALL_BODY_BYTES } from '../http/validate'
import { sameSecret } from '../keys'
import type { Sandbox } from '../sandbox'
import { framePage } from './frame-page'

const Captured = z.object({ kind: z.enum(captureKinds), value: z.string().min(1).max(100) })

/** The secure components, paths relative to `/app/secure`: the page's script, the frame of a field, and its tokens. */
export function secureUiApp(sandbox: Sandbox): Hono {
  const app = new Hono()
  traced(app, sandbox)
  serveFile(app, 'client.1.js', 'text/javascript')
  serveFile(app, 'frame.js', 'text/javascript')
  serveFile(app, 'frame.css', 'text/css')
  app.get('/frame', () => framePage(sandbox.pageOrigins))

  app.post('/tokens', async (c) => {
    // Only the frames themselves may hand in values: a page of another origin cannot forge this header.
    if (c.req.header('origin') !== sandbox.secureOrigin) return c.body(null, 403)
    if (!sameSecret(c.req.header('ui-key') ?? '', sandbox.uiKey)) return c.body(null, 401)
    const body = await readBody(c.req.raw, SMALL_BODY_BYTES)
    if (!body.ok) return body.response
    const captured = Captured.safeParse(body.value)
    if (!captured.success) return c.body(null, 400)
    const { kind, value } = captured.data
    const token = await inTransaction(sandbox.store, (tx) => keepSecret(sandbox.ctx(tx), sandbox.keys, kind, value))
    return c.json({ token }, 200, { 'cache-control': 'no-store' })
  })
  return app
}

function serveFile(app: Hono, name: string, type: string): void {
  const text = readFileSync(new URL(`./static/${name}`, import.meta.url), 'utf8')
  const forms = { br: new Uint8Array(brotliCompressSync(text)), gzip: new Uint8Array(gzipSync(text)) }
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=300',
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  }
  app.get(`/static/${name}`, (c) => {
    const encoding = accepts(c, {
      header: 'Accept-Encoding',
      supports: ['br', 'gzip'],
      default: 'identity',
      match: (taken, { supports }) =>
        supports.find((form) => taken.some(({ type, q }) => type === form && q > 0)) ?? 'identity',
    })
    if (encoding !== 'br' && encoding !== 'gzip') return new Response(text, { headers })
    return new Response(forms[encoding], { headers: { ...headers, 'content-encoding': encoding } })
  })
}
