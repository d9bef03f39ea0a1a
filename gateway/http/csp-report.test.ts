import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createLog } from '../log'
import type { GatewayEnv } from '../options'
import { cspReportRoute } from './csp-report'

function setUp() {
  const lines: string[] = []
  const app = new Hono<GatewayEnv>()
  cspReportRoute(app, createLog('trace', { write: (line) => void lines.push(line) }))
  const report = async (body: unknown) =>
    (
      await app.request('/api/csp-report', {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    ).status
  return { report, lines }
}
const old = {
  'csp-report': {
    'effective-directive': 'script-src',
    'blocked-uri': 'https://evil.example/x?token=1',
    'document-uri': '/cards/7',
  },
}
const reports = [
  {
    type: 'csp-violation',
    url: 'https://console.example.com/cards/7',
    body: { effectiveDirective: 'img-src', blockedURL: 'https://evil.example/y?token=2', sample: 'secret' },
  },
  { type: 'deprecation', body: { id: 'x' } },
]

test('both kinds of report are logged: what was blocked, and not on whose page', async () => {
  const { report, lines } = setUp()
  expect([await report(old), await report(reports)]).toEqual([204, 204])
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('"directive":"script-src","blocked":"https://evil.example"')
  expect(lines[1]).toContain('"directive":"img-src","blocked":"https://evil.example"')
  expect(lines.join('')).not.toMatch(/token|cards|secret/)
})

test.each([
  ['rubbish', '{'],
  ['another thing', { a: 1 }],
  ['too much', 'x'.repeat(20_000)],
  ['null', 'null'],
])('%s is taken and forgotten', async (_, body) => {
  const { report, lines } = setUp()
  expect(await report(body)).toBe(204)
  expect(lines).toEqual([])
})

test('a flood ends in silence', async () => {
  const { report, lines } = setUp()
  for (let n = 0; n < 150; n++) await report(old)
  expect(lines).toHaveLength(100)
})
