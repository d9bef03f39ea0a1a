import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure, median, ms, percentile, ratio } from './print'
import { end, launch, up } from './process'

const REQUESTS = 600
const base = 21_000 + Math.floor(Math.random() * 20_000)
const sandboxUrl = `http://127.0.0.1:${base}`
const gatewayUrl = `http://127.0.0.1:${base + 1}`

async function timed(url: string, headers: Record<string, string>): Promise<number> {
  const at = performance.now()
  const response = await fetch(url, { headers })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return performance.now() - at
}

/** One read through the gateway against the same read of the upstream directly, taken in turns. */
export async function benchGateway(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'multi-console-bench-'))
  const sandbox = launch('sandbox/main.ts', { SANDBOX_PORT: String(base), DATA_DIR: join(dir, 'sandbox') })
  const gateway = launch('gateway/main.ts', {
    PORT: String(base + 1),
    DATA_DIR: join(dir, 'gateway'),
    WEAVR_BASE_URL: `${sandboxUrl}/multi`,
    WEAVR_API_KEY: 'sandbox-api-key',
    WEAVR_UI_KEY: 'sandbox-ui-key',
    WEAVR_WEBHOOKS_KEY: 'sandbox-webhooks-key',
    WEAVR_SECURE_SCRIPT: `http://localhost:${base}/app/secure/static/client.1.js`,
    WEAVR_PROFILE_MANAGED_ACCOUNTS: '2001',
    WEAVR_PROFILE_TRANSFERS: '3001',
  })
  try {
    await Promise.all([up(sandboxUrl), up(gatewayUrl)])
    const json = { 'content-type': 'application/json', 'api-key': 'sandbox-api-key' }
    const secret = async () => {
      const body = JSON.stringify({ value: 'Sandbox-2026!' })
      const answer = await fetch(`${sandboxUrl}/__sandbox/secure-tokens`, { method: 'POST', headers: json, body })
      return ((await answer.json()) as { token: string }).token
    }
    const signIn = async () => JSON.stringify({ email: 'root@northwind.example', password: { value: await secret() } })
    const login = await fetch(`${sandboxUrl}/multi/login_with_password`, {
      method: 'POST',
      headers: json,
      body: await signIn(),
    })
    const direct = { ...json, authorization: `Bearer ${((await login.json()) as { token: string }).token}` }
    const session = await fetch(`${gatewayUrl}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'multi-console', origin: gatewayUrl },
      body: await signIn(),
    })
    const through = { cookie: (session.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
    const times = { direct: [] as number[], through: [] as number[] }
    for (let i = 0; i < REQUESTS; i++) {
      times.direct.push(await timed(`${sandboxUrl}/multi/managed_accounts?limit=1`, direct))
      times.through.push(await timed(`${gatewayUrl}/api/multi/managed_accounts?limit=1`, through))
    }
    const warm = { direct: times.direct.slice(100), through: times.through.slice(100) }
    figure('upstream called directly', `p50 ${ms(median(warm.direct))}, p99 ${ms(percentile(warm.direct, 0.99))}`)
    figure('through the gateway', `p50 ${ms(median(warm.through))}, p99 ${ms(percentile(warm.through, 0.99))}`)
    figure('gateway to direct', ratio(median(warm.through), median(warm.direct)), 'p50')
  } finally {
    await Promise.all([end(sandbox), end(gateway)])
    rmSync(dir, { recursive: true, force: true })
  }
}
