import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import type { PageConfig } from '../../contract/session'
import type { GatewayEnv } from '../options'
import { preparePage } from './page-html'
import { securityHeaders } from './security-headers'
import { siteRoutes } from './site-routes'

const page: PageConfig = {
  environment: 'embedded',
  uiKey: 'sandbox-ui-key',
  secureScript: 'http://localhost:4000/app/secure/static/client.1.js',
  profiles: { managedAccounts: '2001', transfers: '3001' },
  registrations: [],
  feeTypes: [],
  brand: { name: 'Multi Console' },
  currencies: ['EUR'],
  demoSignIns: [{ email: '</script><script>alert(1)</script>', password: '$& <!--', role: 'Owner' }],
}
const html = (title: string) =>
  `<html><head><title>${title}</title></head><script type="application/json" id="page-config">{"placeholder":"page-config"}</script></html>`

const dist = mkdtempSync(join(tmpdir(), 'multi-console-dist-'))
mkdirSync(join(dist, 'assets'))
writeFileSync(join(dist, 'index.html'), html('Console'))
writeFileSync(join(dist, 'sign-in.html'), html('Sign in'))
writeFileSync(join(dist, 'favicon.svg'), '<svg/>')
writeFileSync(join(dist, 'assets', 'app-1.js'), 'plain')
writeFileSync(join(dist, 'assets', 'app-1.js.br'), 'brotli')
writeFileSync(join(dist, 'assets', 'app-1.js.gz'), 'gzip')
writeFileSync(join(dist, 'assets', 'app-1.js.map'), 'map')
afterAll(() => rmSync(dist, { recursive: true }))

function site(publicOrigin: string, folder = dist, shown = page) {
  const app = new Hono<GatewayEnv>()
  const policy = { publicOrigin, secureOrigin: 'http://localhost:4000' }
  app.use(securityHeaders(policy))
  siteRoutes(app, { dist: folder, page: shown }, policy)
  return (path: string, headers: Record<string, string> = {}) => app.request(`${publicOrigin}${path}`, { headers })
}
const get = site('http://127.0.0.1:4000')

test('a file comes in the smallest form that the browser takes, and for good', async () => {
  for (const [accepts, encoding, body] of [
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip', 'gzip'],
    ['', null, 'plain'],
  ] as const) {
    const answer = await get('/assets/app-1.js', { 'accept-encoding': accepts })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(await answer.text()).toBe(body)
    expect(answer.headers.get('content-length')).toBe(String(body.length))
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('vary')).toBe('accept-encoding')
  }
})

test.each([
  ['theme=dark', '<html class="dark">'],
  ['a=b; theme=light; c=d', '<html class="light">'],
  ['theme=system', '<html>'],
  ['theme=dark"onload=x', '<html>'],
  ['mytheme=dark', '<html>'],
])('a page comes in the theme that the cookie names: %s', async (cookie, start) => {
  for (const path of ['/', '/sign-in']) expect(await (await get(path, { cookie })).text()).toContain(start)
})

test('a file that keeps its name is asked for again', async () => {
  expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
})

test.each([
  '/assets/app-2.js',
  '/assets/',
  '/assets/app-1.js.map',
  '/assets/app-1.js.br',
  '/missing.png',
  '/index.html',
])('%s is not there', async (path) => expect((await get(path)).status).toBe(404))

test.each(['/assets/../../package.json', '/assets/%2e%2e/%2e%2e/package.json', '/..%2fpackage.json', '/etc/passwd'])(
  '%s leads to nothing outside',
  async (path) => {
    const answer = await get(path)
    expect(answer.status === 404 || (await answer.text()).includes('<title>Console</title>')).toBe(true)
  },
)

test('sign-in has its own page, every other address the same', async () => {
  expect(await (await get('/sign-in')).text()).toContain('<title>Sign in</title>')
  for (const path of ['/', '/accounts/12', '/nowhere']) {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(await answer.text()).toContain('<title>Console</title>')
  }
})

test('a page is compressed as the browser takes it', async () => {
  const br = await get('/', { 'accept-encoding': 'br' })
  const gzip = await get('/', { 'accept-encoding': 'gzip' })
  expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toContain('<title>Console</title>')
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toContain('<title>Console</title>')
})

test('the page carries its configuration, from which nothing can break out', async () => {
  const text = await (await get('/')).text()
  const written = /id="page-config">(.*?)<\/script>/.exec(text)?.[1] ?? ''
  expect(written).not.toContain('<')
  expect(JSON.parse(written)).toEqual(page)
})

test('a page without room for its configuration is an error at start, not an empty page later', () => {
  expect(() => preparePage('<html></html>', page)).toThrow('placeholder')
})

test('every visit has its own nonce, the same in the page and in the policy', async () => {
  const nonceOf = async () => {
    const answer = await get('/')
    const nonce = /<meta property="csp-nonce" nonce="([^"]+)">/.exec(await answer.text())?.[1] ?? ''
    expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
    return nonce
  }
  const [first, second] = [await nonceOf(), await nonceOf()]
  expect(first).toHaveLength(24)
  expect(second).not.toBe(first)
})

test('the colour of a brand is in the page, under its nonce; without one there is no such style', async () => {
  const branded = site('http://127.0.0.1:4000', dist, { ...page, brand: { name: 'Harbour', accent: '#ffff00' } })
  const answer = await branded('/accounts/12')
  const nonce = /<style nonce="([^"]+)">:root\{--color-accent:/.exec(await answer.text())?.[1]
  expect(nonce).toHaveLength(24)
  expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
  expect(await (await get('/')).text()).not.toContain('--color-accent')
})

test('the policy allows no inline script, no frame around us, and the secure fields alone inside', async () => {
  const csp = (await get('/')).headers.get('content-security-policy') ?? ''
  expect(csp).toContain(`script-src 'self' http://localhost:4000;`)
  expect(csp).toContain(`frame-src http://localhost:4000;`)
  expect(csp).toContain(`frame-ancestors 'none'`)
  expect(csp).toContain(`base-uri 'none'`)
  expect(csp).not.toContain('unsafe')
})

test('every answer says how it may be used', async () => {
  for (const path of ['/', '/assets/app-1.js', '/missing.png']) {
    const { headers } = await get(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain(`default-src 'none'`)
    expect(headers.has('referrer-policy') && headers.has('permissions-policy')).toBe(true)
    expect(headers.has('strict-transport-security')).toBe(false)
  }
  const secure = await site('https://console.example.com')('/')
  expect(secure.headers.get('strict-transport-security')).toContain('max-age=')
})

test('without a build the page says what to do', async () => {
  const answer = await site('http://127.0.0.1:4000', join(dist, 'assets'))('/')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('npm run build')
})

test('an answer that only we may use says so, and features that no page needs are off', async () => {
  const { headers } = await get('/')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('reporting-endpoints')).toBe('csp="/api/csp-report"')
  expect(headers.get('content-security-policy')).toContain('report-to csp')
  for (const feature of ['geolocation', 'payment', 'usb']) {
    expect(headers.get('permissions-policy')).toContain(`${feature}=()`)
  }
})
