import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { openapi } from '../../contract/openapi'
import { openapiSimulator } from '../../contract/openapi-simulator'
import { assetVersion, readAsset, takesGzip } from './assets'
import { pageHtml, startScript } from './page'

export type ReferenceOptions = {
  /** Where calls made from the page go, by document; left out: the page shows and calls nothing. */
  servers?: { multi: string; simulator: string }
}

/** Nothing comes from elsewhere, and nothing runs that is not a file of ours. */
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

const FOREVER = 'public, max-age=31536000, immutable'

/**
 * The documents of the API and of the simulator, made from the contract when they are first asked for, and a viewer for
 * them; paths relative to `/reference`, which is where it must be mounted.
 */
export function referenceApp({ servers }: ReferenceOptions = {}): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.res.headers.set('content-security-policy', POLICY)
    c.res.headers.set('x-content-type-options', 'nosniff')
  })
  const at = (url: string | undefined) => (url === undefined ? {} : { servers: [{ url }] })
  const multi = once(() => pack({ ...openapi(), ...at(servers?.multi) }))
  const simulator = once(() => pack({ ...openapiSimulator(), ...at(servers?.simulator) }))

  app.get('/', () => answer(pageHtml, 'text/html; charset=utf-8'))
  app.get('/start.js', () => answer(startScript(servers !== undefined), 'text/javascript; charset=utf-8'))
  app.get('/openapi.json', (c) => document(multi(), c.req.raw.headers))
  app.get('/simulator.json', (c) => document(simulator(), c.req.raw.headers))
  app.get(`/assets/${assetVersion}/:file`, (c) => {
    const asset = readAsset(c.req.param('file'), c.req.header('accept-encoding'))
    if (!asset) return c.body(null, 404)
    const { body, type, encoding } = asset
    const headers = new Headers({ 'content-type': type, 'cache-control': FOREVER, vary: 'accept-encoding' })
    if (encoding) headers.set('content-encoding', encoding)
    return new Response(body, { headers })
  })
  app.notFound((c) => c.body(null, 404))
  return app
}

const answer = (body: string, type: string): Response =>
  new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-cache' } })

type Packed = { etag: string; plain: string; gzip: Uint8Array<ArrayBuffer> }

function pack(document: unknown): Packed {
  const plain = JSON.stringify(document)
  const etag = `"${createHash('sha256').update(plain).digest('base64url')}"`
  return { etag, plain, gzip: new Uint8Array(gzipSync(plain)) }
}

function document({ etag, plain, gzip }: Packed, asked: Headers): Response {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-cache', etag })
  headers.set('vary', 'accept-encoding')
  if (asked.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  if (!takesGzip(asked.get('accept-encoding') ?? '')) return new Response(plain, { headers })
  headers.set('content-encoding', 'gzip')
  return new Response(gzip, { headers })
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
