import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Builds the empty page with our own tools and serves it compressed, as the gateway serves ours. */
export async function serveFloor(outDir: string): Promise<{ url: string; stop: () => void }> {
  await build({ root: 'bench/floor', configFile: false, logLevel: 'silent', build: { outDir, emptyOutDir: true } })
  const cache = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    try {
      const body = cache.get(path) ?? brotliCompressSync(readFileSync(join(outDir, path)))
      cache.set(path, body)
      response
        .writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain', 'content-encoding': 'br' })
        .end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
