import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestGateway, type TestGateway } from '../testing/test-gateway'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await openTestGateway()
})
afterAll(() => gateway.close())

const get = (path: string) => gateway.browser().get(path)

test('the reference is open to everybody, under a policy of its own', async () => {
  const page = await get('/reference')
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toContain(`style-src 'self';`)
  expect(page.headers.get('x-frame-options')).toBe('DENY')
  const html = await page.text()
  const parts = [...html.matchAll(/(?:src|href)="(\/reference\/[^"]+)"/g)].map(([, path]) => path ?? '')
  expect(parts.length).toBeGreaterThan(4)
  for (const path of parts) expect((await get(path)).status, path).toBe(200)
  expect((await (await get('/reference/openapi.json')).json()).servers[0].url).toMatch(/^https:/)
})

test('nothing can be called from it: that is what the console and its rights are for', async () => {
  expect(await (await get('/reference/start.js')).text()).toContain('supportedSubmitMethods: []')
})
