import { readdirSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

export type Encoding = 'br' | 'gzip' | 'identity'
export type Asset = { type: string; files: Partial<Record<Encoding, string>>; size: Partial<Record<Encoding, number>> }

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}
const compressed: Record<string, Encoding> = { '.br': 'br', '.gz': 'gzip' }

/**
 * What the folder holds, by URL path, read once: a path that is not in the table does not exist, so no request can name
 * anything outside it. Pages are left out (they are filled in before they are served), and so are source maps.
 */
export function readAssets(dist: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const entry of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const file = join(dist, entry)
    const encoding = compressed[extname(entry)] ?? 'identity'
    const plain = encoding === 'identity' ? entry : entry.slice(0, -extname(entry).length)
    const type = types[extname(plain)]
    const stat = statSync(file)
    if (type === undefined || !stat.isFile()) continue
    const url = `/${plain.split(sep).join('/')}`
    const asset = assets.get(url) ?? { type, files: {}, size: {} }
    asset.files[encoding] = file
    asset.size[encoding] = stat.size
    assets.set(url, asset)
  }
  return assets
}

/** The smallest form that the browser takes and the folder has. */
export function chooseEncoding(asset: Pick<Asset, 'files'>, accepted: string | undefined): Encoding {
  const takes = accepts(accepted)
  if (asset.files.br !== undefined && takes('br')) return 'br'
  return asset.files.gzip !== undefined && takes('gzip') ? 'gzip' : 'identity'
}

/** Reads `accept-encoding`; a weight of nothing is a refusal. */
export function accepts(header = ''): (encoding: string) => boolean {
  const named = new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
      return [name.trim(), !parameters.some((p) => /^\s*q=0(\.0*)?\s*$/.test(p))] as const
    }),
  )
  return (encoding) => named.get(encoding) ?? false
}
