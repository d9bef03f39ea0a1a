import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as z from 'zod'

const manifest = createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')
const vendor = dirname(manifest)
const own = fileURLToPath(new URL('./static', import.meta.url))

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')))
const ownStyle = createHash('sha256').update(readFileSync(join(own, 'reference.css')))
/** Part of the files' addresses, so that a browser may keep them: another viewer or another style is another address. */
export const assetVersion = `${version}-${ownStyle.digest('hex').slice(0, 8)}`

const script = 'text/javascript; charset=utf-8'
const style = 'text/css; charset=utf-8'
/** What may be asked for; nothing else of the folders can be. */
const files = new Map([
  ['swagger-ui-bundle.js', { folder: vendor, type: script }],
  ['swagger-ui-standalone-preset.js', { folder: vendor, type: script }],
  ['swagger-ui.css', { folder: vendor, type: style }],
  ['reference.css', { folder: own, type: style }],
])

export const takesGzip = (accepted = ''): boolean => /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted)

type Asset = { body: Uint8Array<ArrayBuffer>; type: string; encoding?: 'gzip' }

const kept = new Map<string, Asset>()

/** A file of the viewer, compressed where the browser takes it; read when it is first asked for. */
export function readAsset(name: string, accepted = ''): Asset | undefined {
  const file = files.get(name)
  if (!file) return undefined
  const gzip = takesGzip(accepted)
  const key = `${name} ${gzip}`
  const known = kept.get(key)
  if (known) return known
  const plain = readFileSync(join(file.folder, name))
  const asset: Asset = gzip
    ? { body: new Uint8Array(gzipSync(plain)), type: file.type, encoding: 'gzip' }
    : { body: new Uint8Array(plain), type: file.type }
  kept.set(key, asset)
  return asset
}
