import { randomBytes } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import type { GatewayEnv, GatewayOptions } from '../options'
import { accepts, chooseEncoding, readAssets } from './asset-table'
import { preparePage, wearTheme } from './page-html'
import { contentSecurityPolicy, type Policy } from './security-headers'

type Pages = { signIn: (nonce: string) => string; app: (nonce: string) => string }

/** Serves the built page: its files as they are, and for every other address the page itself, filled in for the visit. */
export function siteRoutes(
  app: Hono<GatewayEnv>,
  options: Pick<GatewayOptions, 'dist' | 'page'>,
  policy: Policy,
): void {
  const { dist } = options
  if (dist === undefined) return
  if (!existsSync(join(dist, 'index.html'))) {
    app.get('*', (c) => c.text('The page is not built yet: run `npm run build`, then start again.\n', 503))
    return
  }
  const assets = readAssets(dist)
  const index = readFileSync(join(dist, 'index.html'), 'utf8')
  const signIn = join(dist, 'sign-in.html')
  const pages: Pages = {
    app: preparePage(index, options.page),
    signIn: preparePage(existsSync(signIn) ? readFileSync(signIn, 'utf8') : index, options.page),
  }

  app.get('*', (c) => {
    const { pathname } = new URL(c.req.url)
    const asset = assets.get(pathname)
    if (asset) {
      const encoding = chooseEncoding(asset, c.req.header('accept-encoding'))
      const file = asset.files[encoding]
      // Only the compressed forms were built: there is nothing for a browser that takes none of them.
      if (file === undefined) return c.body(null, 406)
      const headers = new Headers({
        'content-type': asset.type,
        'content-length': String(asset.size[encoding]),
        // Names under /assets change with their content; everything else keeps its name.
        'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        vary: 'accept-encoding',
      })
      if (encoding !== 'identity') headers.set('content-encoding', encoding)
      if (c.req.method === 'HEAD') return new Response(null, { headers })
      return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers })
    }
    // A file that is not there is an error of ours or of an old page; the page in its place would be a riddle.
    if (pathname.startsWith('/assets/') || extname(pathname) !== '') return c.body(null, 404)
    const nonce = randomBytes(16).toString('base64')
    const html = pathname === '/sign-in' ? pages.signIn(nonce) : pages.app(nonce)
    return page(wearTheme(html, c.req.header('cookie')), nonce, c.req.header('accept-encoding'))
  })

  function page(html: string, nonce: string, accepted: string | undefined): Response {
    const headers = new Headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': contentSecurityPolicy(policy, nonce),
      vary: 'accept-encoding, cookie',
    })
    const takes = accepts(accepted)
    const encoding = takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
    if (encoding) headers.set('content-encoding', encoding)
    return new Response(encoding ? compress[encoding](html) : html, { headers })
  }
}

// The page differs in its nonce on every visit; a middling level costs about a millisecond.
const compress = {
  br: (html: string) => new Uint8Array(brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
  gzip: (html: string) => new Uint8Array(gzipSync(html)),
}
