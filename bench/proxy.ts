import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchNginx } from './nginx'
import { figure, median, ms, percentile, ratio } from './print'
import { end, launch, up } from './process'

const ROUNDS = { alone: 500, together: 150, writes: 150 }
const CALLERS = 8
const WARM = 50
const API_KEY = 'sandbox-api-key'
const base = 21_000 + Math.floor(Math.random() * 20_000)
const [sandboxPort, gatewayPort, nginxPort] = [base, base + 1, base + 2]
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

type Headers = Record<string, string>
type Way = { name: string; port: number; prefix: string; headers: Headers }
type Answer = { status: number; text: string; headers: Record<string, string | string[] | undefined> }

function call(port: number, method: string, path: string, headers: Headers, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, agent, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

async function timed({ port, prefix, headers }: Way, method: string, path: string, body?: string): Promise<number> {
  const at = performance.now()
  const { status, text } = await call(port, method, `${prefix}${path}`, headers, body)
  if (status >= 300) throw new Error(`${method} ${prefix}${path} answered ${status} ${text}`)
  return performance.now() - at
}

const json = { 'content-type': 'application/json' }
const credentials = async (): Promise<string> => {
  const secret = await call(
    sandboxPort,
    'POST',
    '/__sandbox/secure-tokens',
    json,
    JSON.stringify({ value: 'Sandbox-2026!' }),
  )
  const { token }: { token: string } = JSON.parse(secret.text)
  return JSON.stringify({ email: 'root@northwind.example', password: { value: token } })
}

/** The same person by each of the ways, in a session of their own. */
async function ways(nginx: boolean): Promise<Way[]> {
  const keyed = { ...json, 'api-key': API_KEY }
  const login = await call(sandboxPort, 'POST', '/multi/login_with_password', keyed, await credentials())
  const { token }: { token: string } = JSON.parse(login.text)
  const authorization = `Bearer ${token}`
  const ours = { ...json, 'x-requested-with': 'multi-console', origin: `http://127.0.0.1:${gatewayPort}` }
  const session = await call(gatewayPort, 'POST', '/api/session', ours, await credentials())
  const [cookie = ''] = session.headers['set-cookie']?.[0]?.split(';') ?? []
  return [
    { name: 'upstream called directly', port: sandboxPort, prefix: '/multi', headers: { ...keyed, authorization } },
    { name: 'through the gateway', port: gatewayPort, prefix: '/api/multi', headers: { ...ours, cookie } },
    ...(nginx
      ? [{ name: 'through nginx', port: nginxPort, prefix: '/multi', headers: { ...json, authorization } }]
      : []),
  ]
}

/** Every way in turn, round by round, so that a slow moment of the machine hits all alike. */
async function measure(
  those: Way[],
  rounds: number,
  one: (way: Way, round: number) => Promise<number>,
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(those.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds + WARM; round++) {
    for (const way of those) {
      const took = await one(way, round)
      if (round >= WARM) times.get(way.name)?.push(took)
    }
  }
  return times
}

function report(what: string, times: Map<string, number[]>): void {
  const [direct = []] = times.values()
  for (const [name, taken] of times) {
    const [p50, p99] = [median(taken), percentile(taken, 0.99)]
    const added = `${ratio(p50, median(direct))} and ${ratio(p99, percentile(direct, 0.99))} of direct`
    figure(`${what}, ${name}`, `p50 ${ms(p50)}, p99 ${ms(p99)}`, taken === direct ? undefined : added)
  }
}

/** What a hop through the gateway costs, and one through the reverse proxy that people would take otherwise. */
export async function benchProxy(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'multi-console-bench-'))
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`
  const sandbox = launch('sandbox/main.ts', { SANDBOX_PORT: String(sandboxPort), DATA_DIR: join(dir, 'sandbox') })
  const gateway = launch('gateway/main.ts', {
    PORT: String(gatewayPort),
    DATA_DIR: join(dir, 'gateway'),
    DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '',
    WEAVR_BASE_URL: `${sandboxUrl}/multi`,
    WEAVR_API_KEY: API_KEY,
    WEAVR_UI_KEY: 'sandbox-ui-key',
    WEAVR_WEBHOOKS_KEY: 'sandbox-webhooks-key',
    WEAVR_SECURE_SCRIPT: `http://localhost:${sandboxPort}/app/secure/static/client.1.js`,
    WEAVR_PROFILE_MANAGED_ACCOUNTS: '2001',
    WEAVR_PROFILE_TRANSFERS: '3001',
  })
  const nginx = launchNginx(join(dir, 'nginx'), nginxPort, sandboxPort, API_KEY)
  if (!nginx) console.log('  There is no nginx here to compare with; `apt-get install nginx` brings Debian’s.')
  try {
    await Promise.all([up(sandboxUrl), up(`http://127.0.0.1:${gatewayPort}`)])
    if (nginx) await up(`http://127.0.0.1:${nginxPort}`)
    const mine = await ways(nginx !== undefined)
    const read = '/managed_accounts?limit=1'
    report('one reader', await measure(mine, ROUNDS.alone, (way) => timed(way, 'GET', read)))

    const many = await Promise.all(Array.from({ length: CALLERS }, () => ways(nginx !== undefined)))
    const all = new Map<string, number[]>()
    // One way after the other within a round, all callers at once on each.
    for (let round = 0; round < ROUNDS.together; round++) {
      for (const [at, { name }] of mine.entries()) {
        const took = await Promise.all(
          many.flatMap((theirs) => theirs.slice(at, at + 1)).map((way) => timed(way, 'GET', read)),
        )
        all.set(name, [...(all.get(name) ?? []), ...took])
      }
    }
    report(`${CALLERS} readers at once`, all)

    const listed = await call(sandboxPort, 'GET', `/multi${read}`, mine[0]?.headers ?? {})
    const { accounts }: { accounts: { id: string }[] } = JSON.parse(listed.text)
    const path = `/managed_accounts/${accounts[0]?.id}`
    const write = (way: Way, round: number) => timed(way, 'PATCH', path, JSON.stringify({ tag: `round-${round}` }))
    report('one writer', await measure(mine, ROUNDS.writes, write))
  } finally {
    agent.destroy()
    await Promise.all([end(sandbox), end(gateway), nginx && end(nginx)])
    rmSync(dir, { recursive: true, force: true })
  }
}
