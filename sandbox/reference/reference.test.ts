import { describe, expect, test } from 'vitest'
import { webhooks } from '../../contract/events'
import { inbound, operations } from '../../contract/registry'
import { simulations } from '../../contract/simulator'
import { referenceApp } from './app'

const app = referenceApp({ servers: { multi: '/multi', simulator: '/simulate/api' } })
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
type Document = {
  servers: unknown
  paths: Record<string, Record<string, unknown>>
  webhooks?: Record<string, unknown>
  components: { schemas: Record<string, unknown> }
}
const document = async (path: string): Promise<Document> => (await get(path)).json()

describe('the reference', () => {
  test('is a page whose every part is a file of ours, under a policy that allows nothing else', async () => {
    const page = await get('/')
    const html = await page.text()
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self';/,
    )
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc="\/reference\/)|\son\w+=|https?:/)
    const parts = [...html.matchAll(/(?:src|href)="\/reference(\/[^"]+)"/g)].map(([, path]) => path ?? '')
    expect(parts.length).toBeGreaterThan(4)
    for (const path of parts) expect((await get(path)).status, path).toBe(200)
  })

  test('serves every operation, webhook and simulator call, as the contract has them now', async () => {
    const api = await document('/openapi.json')
    const named = Object.values(api.paths).flatMap((item) => Object.values(item))
    expect(named).toHaveLength(operations.length + inbound.length)
    expect(Object.keys(api.webhooks ?? {}).sort()).toEqual(webhooks.map(({ id }) => id).sort())
    expect(api.servers).toEqual([{ url: '/multi' }])
    const simulator = await document('/simulator.json')
    expect(Object.keys(simulator.paths).sort()).toEqual(simulations.map(({ path }) => path).sort())
    expect(simulator.servers).toEqual([{ url: '/simulate/api' }])
  })

  test('refers to nothing that is not in the same document', async () => {
    for (const path of ['/openapi.json', '/simulator.json']) {
      const { components, ...rest } = await document(path)
      const references = [...JSON.stringify({ components, rest }).matchAll(/"#\/components\/schemas\/([^"]+)"/g)]
      expect(references.length).toBeGreaterThan(0)
      for (const [, name = ''] of references) expect(components.schemas, path).toHaveProperty([name])
    }
  })

  test('is compressed for whoever takes it, and not sent again to whoever has it', async () => {
    const plain = await get('/openapi.json')
    const packed = await get('/openapi.json', { 'accept-encoding': 'br, gzip' })
    expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([null, 'gzip'])
    expect((await packed.arrayBuffer()).byteLength).toBeLessThan((await plain.arrayBuffer()).byteLength / 5)
    expect((await get('/openapi.json', { 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding')).toBeNull()
    const etag = plain.headers.get('etag') ?? ''
    expect((await get('/openapi.json', { 'if-none-match': etag })).status).toBe(304)
  })

  test('hands out no other file', async () => {
    const [, version] = /assets\/([^/]+)\//.exec(await (await get('/')).text()) ?? []
    for (const path of ['package.json', '..%2Fpackage.json', 'index.html', 'swagger-ui.js.map'])
      expect((await get(`/assets/${version}/${path}`)).status, path).toBe(404)
  })

  test('calls nothing where nobody said where to', async () => {
    const script = async (one: ReturnType<typeof referenceApp>) => (await one.request('/start.js')).text()
    expect(await script(app)).not.toContain('supportedSubmitMethods')
    expect(await script(referenceApp())).toContain('supportedSubmitMethods: []')
  })
})
