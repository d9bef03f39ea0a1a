import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from './testing/browser'
import { PASSWORD, ROOT } from './testing/test-gateway'

const dataDir = mkdtempSync(join(tmpdir(), 'multi-console-main-'))
const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** Runs the gateway as `npm start` does, and gathers what it says. */
function launch(env: NodeJS.ProcessEnv) {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('WEAVR_')))
  const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/main.ts'], {
    env: { ...clean, DATABASE_URL: '', DATA_DIR: dataDir, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let said = ''
  const lines = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      for (const look of lines) look()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.includes(words) && resolve()
      lines.add(look)
      look()
      ended.then(() => reject(new Error(`It ended without saying "${words}":\n${said}`)))
    })
  return { child, says, ended, said: () => said }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

test('a wrong environment stops it with a sentence per mistake', async () => {
  const gateway = launch({ PORT: 'x', WEAVR_API_KEY: 'never-print-me' })
  expect(await gateway.ended).toBe(1)
  expect(gateway.said()).toContain('PORT must be a port number')
  expect(gateway.said()).toContain('WEAVR_BASE_URL is missing')
  expect(gateway.said()).not.toContain('never-print-me')
})

test('it starts with nothing, says where it is, keeps its sessions over a restart, and stops when told', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const first = launch({ PORT: String(port) })
  await first.says(`Multi Console: ${url}`)
  await first.says(`${ROOT}  ${PASSWORD}`)
  expect((await fetch(`${url}/health`)).status).toBe(200)
  expect(await (await fetch(`${url}/ready`)).json()).toEqual({
    status: 'ready',
    upstream: 'embedded',
    multiApi: 'up',
  })

  const made = await fetch(`${url}/__sandbox/secure-tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value: PASSWORD }),
  })
  const { token }: { token: string } = await made.json()
  const browser = openBrowser((request) => fetch(request), url)
  expect((await browser.post('/api/session', { email: ROOT, password: { value: token } })).status).toBe(200)
  const tab = await browser.listen()
  await tab.next()

  const second = launch({ PORT: String(port), DATA_DIR: join(dataDir, 'other') })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain('cannot listen')

  first.child.kill('SIGTERM')
  // The bank tells of the sign-in in its own time.
  expect((await tab.rest()).filter(({ type }) => type !== 'webhook')).toEqual([])
  expect(await first.ended).toBe(0)
  for (const secret of [token, browser.cookie()?.split('=')[1] ?? '']) expect(first.said()).not.toContain(secret)

  const again = launch({ PORT: String(port) })
  await again.says(url)
  expect((await browser.get('/api/session')).status).toBe(200)
  expect((await browser.get('/api/multi/managed_accounts')).status).toBe(200)
  again.child.kill('SIGINT')
  expect(await again.ended).toBe(0)
})

test('told to stop it sends others elsewhere, ends streams, finishes what has begun, and only then goes', async () => {
  const [port, metricsPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const gateway = launch({
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    DRAIN_SECONDS: '1',
    DATA_DIR: join(dataDir, 'stopping'),
  })
  await gateway.says(`Multi Console: ${url}`)

  // A request that has arrived up to the middle of its body.
  const body = JSON.stringify({ email: 'nobody@x.example', password: { value: 'x' } })
  const head = [
    'POST /api/session HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    `Origin: ${url}`,
    'X-Requested-With: multi-console',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ]
  let heard = ''
  const open = connect(port, '127.0.0.1')
  open.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
  })
  await new Promise<void>((resolve) => open.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 9)}`, () => resolve()))
  expect((await fetch(`${url}/ready`)).status).toBe(200)
  const figures = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  expect(figures).toContain('multi_console_requests_total{route="page",method="GET",status="200"}')
  expect(figures).toContain('multi_console_upstream_breaker 0')
  expect(await (await fetch(`${url}/metrics`)).text()).not.toContain('multi_console_')

  gateway.child.kill('SIGTERM')
  await expect.poll(async () => (await fetch(`${url}/ready`)).status, { interval: 20 }).toBe(503)
  expect((await fetch(`${url}/health`)).status).toBe(200)
  await expect
    .poll(
      () =>
        fetch(`${url}/health`).then(
          () => 'open',
          () => 'closed',
        ),
      { timeout: 5000 },
    )
    .toBe('closed')
  open.write(body.slice(9))
  await new Promise((resolve) => open.once('close', resolve))
  expect(heard).toMatch(/^HTTP\/1\.1 (403|409) /)
  expect(await gateway.ended).toBe(0)
})
