import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openTestGateway } from '../testing/test-gateway'
import { createMetrics } from './metrics'
import { serveMetrics } from './serve-metrics'

/** What Prometheus takes for a line: https://prometheus.io/docs/instrumenting/exposition_formats/ */
const LINE =
  /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="([^"\\\n]|\\.)*"(,[a-z_]+="([^"\\\n]|\\.)*")*\})? [-+0-9.e]+)$/

test('counts, gauges and times are written as Prometheus reads them', async () => {
  const metrics = createMetrics()
  metrics.count('requests', { route: 'multi', method: 'GET', status: '200' })
  metrics.count('requests', { route: 'multi', method: 'GET', status: '200' }, 2)
  metrics.count('rate_limited', { kind: 'a"b\\c\nd', by: 'address' })
  for (const seconds of [0.004, 0.005, 0.3, 99]) metrics.observe('request_seconds', seconds, { route: 'multi' })
  metrics.gauge('sessions', async () => 7)
  const text = await metrics.text()
  for (const line of text.trimEnd().split('\n')) expect(line).toMatch(LINE)
  expect(text).toContain('multi_console_requests_total{route="multi",method="GET",status="200"} 3\n')
  expect(text).toContain('multi_console_rate_limited_total{kind="a\\"b\\\\c\\nd",by="address"} 1\n')
  const bucket = (le: string) =>
    new RegExp(`request_seconds_bucket\\{route="multi",le="${le}"\\} (\\d+)`).exec(text)?.[1]
  expect(['0.005', '0.01', '0.25', '0.5', '30', '\\+Inf'].map(bucket)).toEqual(['2', '2', '2', '3', '3', '4'])
  expect(text).toContain('multi_console_request_seconds_count{route="multi"} 4\n')
  expect(text).toContain('multi_console_request_seconds_sum{route="multi"} 99.309')
  expect(text).toContain('multi_console_sessions 7\n')
})

test('a gateway counts what it does, and names nobody', async () => {
  const bank = await openTestGateway()
  try {
    const browser = await bank.signIn()
    const tab = await browser.listen()
    await browser.get('/api/multi/managed_accounts?limit=1&tag=who')
    bank.intercept(() => new Response(null, { status: 503 }))
    for (let n = 0; n < 10; n++) await browser.get('/api/multi/managed_accounts/1790000')
    const down = await browser.get('/api/multi/managed_accounts')
    expect([down.status, (await down.json()).code]).toEqual([503, 'UPSTREAM_DOWN'])
    expect(down.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await (await browser.get('/ready')).json()).toMatchObject({ status: 'ready', multiApi: 'down' })

    const text = await bank.metrics().text()
    expect(text).toContain('multi_console_requests_total{route="multi",method="GET",status="200"} 1\n')
    expect(text).toContain('multi_console_requests_total{route="multi",method="GET",status="503"} 11\n')
    expect(text).toContain('multi_console_upstream_calls_total{kind="read",status="5xx"} 10\n')
    expect(text).toContain('multi_console_upstream_refused_total 1\n')
    expect(text).toContain('multi_console_upstream_breaker 2\n')
    expect(text).toContain('multi_console_live_streams 1\n')
    expect(text).toContain('multi_console_sessions 1\n')
    expect(text).toContain('multi_console_sign_ins_total{outcome="done"} 1\n')
    expect(text).not.toMatch(/1790000|tag=|limit=1|northwind|@/)
    await tab.close()
  } finally {
    await bank.close()
  }
})

test('only /metrics is answered, and only to reads', async () => {
  const server = serveMetrics(createMetrics(), { port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const answer = await fetch(`${url}/metrics`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ])
    for (const [path, method] of [
      ['/', 'GET'],
      ['/metrics', 'POST'],
      ['/api/session', 'GET'],
    ]) {
      expect((await fetch(`${url}${path}`, method ? { method } : {})).status).toBe(404)
    }
  } finally {
    server.close()
  }
})
