import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, runnerImport } from 'vite'
import { type Manifest, signInHtml } from './prerender/sign-in-html'

const dist = 'dist'
const manifestFile = join(dist, '.vite', 'manifest.json')

await build({ logLevel: 'warn' })

const manifest: Manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))
const shell = readFileSync(join(dist, 'index.html'), 'utf8')
const { module } = await runnerImport<typeof import('./prerender/sign-in')>('/scripts/prerender/sign-in.tsx', {
  resolve: { alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) } },
  logLevel: 'warn',
})
const signIn = signInHtml(shell, manifest, module.renderSignIn())
writeFileSync(join(dist, 'sign-in.html'), signIn)

// Pages are not compressed here: the gateway fills them in for each visit.
let files = 0
for (const entry of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(js|css|svg)$/.test(entry)) continue
  compress(join(dist, entry))
  files += 1
}
console.log(`built ${files} files; the sign-in page takes ${kilobytes(firstPage(signIn))} kB compressed in all`)

function compress(file: string): void {
  const bytes = readFileSync(file)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}

/** The page and every script and style it names. */
function firstPage(html: string): number {
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')
  const sizes = [...new Set(named)].map((file) => readFileSync(join(dist, `${file}.br`)).length)
  return sizes.reduce((sum, size) => sum + size, brotliCompressSync(html).length)
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
