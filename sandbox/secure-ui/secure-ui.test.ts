import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { onEachEngine } from '../../test/postgres/engines'
import { type FrontDoor, freshStore, keys, openFrontDoor, origins, password } from '../testing/front-door'
import { secureUiApp } from './app'

/** Names that two modules of a script have in common: they stand in one scope, where the later would silently win. */
function twice(script: string): string[] {
  expect(() => new Function(script)).not.toThrow()
  const names = [...script.matchAll(/^(?:const|let|(?:async )?function) (\w+)/gm)].map(([, name]) => name ?? '')
  return names.filter((name, at) => names.indexOf(name) !== at)
}

onEachEngine('secure fields', (openStore) => {
  const fresh = freshStore(openStore)
  let door: FrontDoor
  let ui: ReturnType<typeof secureUiApp>
  beforeEach(async () => {
    door = await openFrontDoor(await fresh())
    ui = secureUiApp(door.sandbox)
  })

  const json = { 'content-type': 'application/json' }
  const fromFrame = { ...json, origin: origins.secureOrigin, 'ui-key': keys.uiKey }
  const capture = (body: unknown, headers: Record<string, string> = fromFrame) =>
    ui.request('/tokens', { method: 'POST', headers, body: JSON.stringify(body) })

  test('a frame exchanges what was typed for a token, which signs in once', async () => {
    const { email } = await door.company()
    const captured = await capture({ kind: 'password', value: password })
    expect(captured.status).toBe(200)
    expect(captured.headers.get('cache-control')).toBe('no-store')
    const { token } = (await captured.json()) as { token: string }
    const enter = () => door.call('POST', '/login_with_password', { body: { email, password: { value: token } } })
    expect((await enter()).status).toBe(200)
    expect((await enter()).status).toBe(410)
  })

  test('nobody but the frames may hand in values, with the UI key', async () => {
    const body = { kind: 'password', value: password }
    const { origin: _, ...withoutOrigin } = fromFrame
    expect((await capture(body, withoutOrigin)).status).toBe(403)
    for (const origin of [origins.page, 'http://localhost:4001', 'https://localhost:4000', 'null'])
      expect((await capture(body, { ...fromFrame, origin })).status, origin).toBe(403)
    expect((await capture(body, { ...fromFrame, 'ui-key': keys.apiKey })).status).toBe(401)
    expect((await capture(body, { ...json, origin: origins.secureOrigin })).status).toBe(401)
    expect(await door.store.db.selectFrom('sandbox_secure_token').selectAll().execute()).toEqual([])
  })

  test.each([
    {},
    { kind: 'password', value: '' },
    { kind: 'password', value: 'x'.repeat(101) },
    { kind: 'cvv', value: '1' },
    { kind: 'password', value: 'x', more: 'x'.repeat(20_000) },
    [],
  ])('%o is not captured', async (body) => {
    expect((await capture(body)).status).toBe(400)
  })

  test('the frame may be held by the page alone, and runs nothing but its own files', async () => {
    const frame = await ui.request('/frame')
    expect(frame.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = frame.headers.get('content-security-policy')?.split('; ')
    expect(policy).toEqual([
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self'`,
      `connect-src 'self'`,
      `form-action 'none'`,
      `base-uri 'none'`,
      `frame-ancestors ${origins.page}`,
    ])
    const html = await frame.text()
    expect(html).toContain(`data-pages="[&quot;${origins.page}&quot;]"`)
    expect(html).toContain('autocomplete="current-password"')
    expect(html).not.toMatch(/<script(?! src=)|<style|\son\w+=|style=/)
  })

  test('an origin that is none is left out of the frame', async () => {
    const hostile = [`https://bank.example`, `https://x'; script-src *`, `https://y"><script>`, '*']
    const frame = await secureUiApp({ ...door.sandbox, pageOrigins: hostile }).request('/frame')
    expect(frame.headers.get('content-security-policy')).toContain('frame-ancestors https://bank.example')
    expect(frame.headers.get('content-security-policy')).not.toContain('*')
    const nobody = await secureUiApp({ ...door.sandbox, pageOrigins: [] }).request('/frame')
    expect(nobody.headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`)
  })

  test('script and style come with their types, small, and for any page', async () => {
    for (const [path, type, most] of [
      ['/static/client.1.js', 'text/javascript', 18_000],
      ['/static/weavr-client-v2.js', 'text/javascript', 18_000],
      ['/static/frame.js', 'text/javascript', 10_000],
      ['/static/show.js', 'text/javascript', 6_000],
      ['/static/session.js', 'text/javascript', 3_000],
      ['/static/verify.js', 'text/javascript', 24_000],
      ['/static/frame.css', 'text/css', 2_000],
      ['/static/show.css', 'text/css', 1_000],
      ['/static/verify.css', 'text/css', 6_000],
    ] as const) {
      const file = await ui.request(path)
      expect(file.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
      expect(file.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      const text = await file.text()
      expect(text.length, path).toBeLessThan(most)
      expect(text.length, path).toBeGreaterThan(300)
      if (type !== 'text/javascript') continue
      expect(twice(text), path).toEqual([])
      // A channel is handed to a named origin, never to whoever happens to be in the frame.
      expect(text, path).not.toMatch(/'\*'/)
    }
    expect((await ui.request('/static/app.ts')).status).toBe(404)
  })

  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ] as const)('a browser that takes %s gets the script as %s', async (accepted, encoding, open) => {
    const plain = await ui.request('/static/client.1.js')
    const packed = await ui.request('/static/client.1.js', { headers: { 'accept-encoding': accepted } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(packed.headers.get('content-encoding')).toBe(encoding)
    expect(packed.headers.get('vary')).toBe('accept-encoding')
    expect(open(await packed.arrayBuffer()).toString()).toBe(await plain.text())
  })
})
