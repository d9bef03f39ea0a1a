import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { Brand } from '../../contract/brand'
import { readEnvironment } from '../env'
import type { GatewayEnv } from '../options'
import { securityHeaders } from '../static/security-headers'
import { logoRoute } from './logo-route'

const folder = mkdtempSync(join(tmpdir(), 'brand-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const svg =
  '<?xml version="1.0"?><!-- drawn by hand --><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'
const read = (env: NodeJS.ProcessEnv) => {
  const environment = readEnvironment(env)
  return environment.ok ? environment.value : environment.mistakes
}

test('nothing set is our own console', () => {
  expect(read({})).toMatchObject({ brand: { name: 'Multi Console' }, logo: undefined })
})

test('all that is set reaches the page, in the form that it is promised', () => {
  const value = read({
    BRAND_NAME: ' Møller & Söhne ',
    BRAND_LOGO: file('logo.svg', svg),
    BRAND_ACCENT: '#FFFF00',
    BRAND_SUPPORT_EMAIL: 'help@moller.example',
    BRAND_LEGAL_NAME: 'Møller & Söhne Bank A/S',
    BRAND_TERMS_URL: 'https://moller.example/terms',
    BRAND_PRIVACY_URL: 'http://127.0.0.1:9/privacy',
    BRAND_LEGAL_NOTICE: 'Deposits are safeguarded, not insured.',
  })
  if (Array.isArray(value)) throw new Error(value.join())
  expect(Brand.parse(value.brand)).toEqual({
    name: 'Møller & Söhne',
    logo: expect.stringMatching(/^\/brand\/logo\?v=[0-9a-f]{12}$/),
    accent: '#ffff00',
    supportEmail: 'help@moller.example',
    legalName: 'Møller & Söhne Bank A/S',
    termsUrl: 'https://moller.example/terms',
    privacyUrl: 'http://127.0.0.1:9/privacy',
    legalNotice: 'Deposits are safeguarded, not insured.',
  })
})

test.each([
  [{ BRAND_NAME: 'x'.repeat(41) }, 'BRAND_NAME must have at most 40 characters.'],
  [{ BRAND_NAME: 'two\nlines' }, 'BRAND_NAME must be one line of text.'],
  [{ BRAND_ACCENT: 'yellow' }, 'BRAND_ACCENT must be a colour, as in #0b5462.'],
  [{ BRAND_ACCENT: '#fff' }, 'BRAND_ACCENT must be a colour, as in #0b5462.'],
  [{ BRAND_ACCENT: '#fffff0;}' }, 'BRAND_ACCENT must be a colour, as in #0b5462.'],
  [{ BRAND_SUPPORT_EMAIL: 'help' }, 'BRAND_SUPPORT_EMAIL must be an e-mail address, as in help@example.com.'],
  [{ BRAND_TERMS_URL: 'javascript:alert(1)' }, 'BRAND_TERMS_URL must be an https address (http only on this machine).'],
  [
    { BRAND_PRIVACY_URL: 'http://x.example/' },
    'BRAND_PRIVACY_URL must be an https address (http only on this machine).',
  ],
  [{ BRAND_LEGAL_NAME: 'x'.repeat(121) }, 'BRAND_LEGAL_NAME must have at most 120 characters.'],
  [{ BRAND_LEGAL_NOTICE: 'x'.repeat(501) }, 'BRAND_LEGAL_NOTICE must have at most 500 characters.'],
  [{ BRAND_LOGO: join(folder, 'nowhere.svg') }, 'BRAND_LOGO must be a file that can be read here.'],
  [{ BRAND_LOGO: folder }, 'BRAND_LOGO must be a file that can be read here.'],
  [{ BRAND_LOGO: file('text.svg', 'not a picture') }, 'BRAND_LOGO must be an SVG or PNG picture.'],
  [{ BRAND_LOGO: file('page.svg', '<html><svg/></html>') }, 'BRAND_LOGO must be an SVG or PNG picture.'],
  [
    { BRAND_LOGO: file('large.png', Buffer.concat([png, Buffer.alloc(100_000)])) },
    'BRAND_LOGO must be a file of at most 100 kB.',
  ],
])('%o is told as a sentence', (env, sentence) => {
  expect(read(env)).toEqual([sentence])
})

test.each([
  '<svg><script>alert(1)</script></svg>',
  '<svg onload="alert(1)"/>',
  '<svg\nonload = "alert(1)"/>',
  '<svg><a href="javascript:alert(1)"/></svg>',
  '<svg><foreignObject/></svg>',
  '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
])('a picture that could do more than draw is refused: %s', (drawing) => {
  const [sentence] = [read({ BRAND_LOGO: file('active.svg', drawing) })].flat()
  expect(sentence).toMatch(/^BRAND_LOGO must be an SVG that only draws/)
})

test.each([
  ['logo.png', png, 'image/png'],
  ['logo.svg', svg, 'image/svg+xml'],
])(
  '%s is served as what it is, for good, and can do nothing where it is opened by itself',
  async (name, content, type) => {
    const value = read({ BRAND_LOGO: file(name, content) })
    if (Array.isArray(value)) throw new Error(value.join())
    const app = new Hono<GatewayEnv>()
    app.use(securityHeaders({ publicOrigin: 'http://127.0.0.1:4000', secureOrigin: 'http://localhost:4000' }))
    logoRoute(app, value.logo)
    const answer = await app.request(`http://127.0.0.1:4000${value.brand.logo}`)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(content))
  },
)
