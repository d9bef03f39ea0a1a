import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, runnerImport } from 'vite'
import { signInHtml } from './prerender/sign-in-html'

/** Another place for a build that must not disturb the one being served. */
const dist = process.env.BUILD_DIR ?? 'dist'
const read = (path: string) => readFileSync(join(dist, path), 'utf8')

await build({ logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } })

const { module } = await runnerImport<typeof import('./prerender/sign-in')>('/scripts/prerender/sign-in.tsx', {
  resolve: { alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) } },
  logLevel: 'warn',
})
const signIn = signInHtml({ shell: read('index.html'), markup: module.renderSignIn(), read })
writeFileSync(join(dist, 'sign-in.html'), signIn)

// Pages are not compressed here: the gateway fills them in for each visit.
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|css|svg)$/.test(file))
for (const file of files) compress(join(dist, file))
console.log(`built ${files.length} files; the sign-in page takes ${kilobytes(firstPage(signIn))} kB compressed in all`)

function compress(file: string): void {
  const bytes = readFileSync(file)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}

/** The page and every script that it names; its styles are in it. */
function firstPage(html: string): number {
  const named = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? ''))
  const sizes = [...named].map((file) => readFileSync(join(dist, `${file}.br`)).length)
  return sizes.reduce((sum, size) => sum + size, brotliCompressSync(html).length)
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}
