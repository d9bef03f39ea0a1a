import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { accepts } from 'hono/accepts'

const read = (name: string) => readFileSync(new URL(`./static/${name}`, import.meta.url), 'utf8')

const core = ['origin', 'events', 'look', 'frame', 'user', 'input', 'span', 'verification']
/** What each script is made of, in the order in which its parts need each other. */
const bundles: Record<string, string[]> = {
  'client.1.js': [...core.map((name) => `core/${name}.js`), 'client.1.js'],
  'weavr-client-v2.js': [...core.map((name) => `core/${name}.js`), 'weavr-client-v2.js'],
  'frame.js': [
    'frame/channel.js',
    'frame/dress.js',
    'frame/ask.js',
    'frame/strength.js',
    'frame/twin.js',
    'frame/field.js',
  ],
  'show.js': ['frame/channel.js', 'frame/dress.js', 'frame/ask.js', 'frame/show.js'],
  'session.js': ['frame/channel.js', 'frame/ask.js', 'frame/session.js'],
  'verify.js': [
    'frame/channel.js',
    'frame/ask.js',
    'frame/verify-words.js',
    'frame/verify-parts.js',
    'frame/verify-steps.js',
    'frame/verify-outcome.js',
    'frame/verify.js',
  ],
}
const styles = ['frame.css', 'show.css', 'verify.css']

/**
 * One script of several modules. A page includes a secure script by one plain tag and finds the script's own address in
 * it, which modules cannot tell: so their imports and exports are taken out and the rest stands in one scope.
 */
export function bundle(name: string): string {
  const parts = (bundles[name] ?? []).map((part) =>
    read(part)
      .replace(/^import\s[^;]*?from '[^']+'\n/gm, '')
      .replace(/^export /gm, ''),
  )
  return `;(() => {\n${parts.join('\n')}})()\n`
}

/** Puts scripts and styles under `/static/`, packed as the browser takes them. */
export function serveStatic(app: Hono): void {
  for (const name of Object.keys(bundles)) serve(app, name, 'text/javascript', bundle(name))
  for (const name of styles) serve(app, name, 'text/css', read(name))
}

function serve(app: Hono, name: string, type: string, text: string): void {
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
