import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programme, signInsOf, worldNames } from '../sandbox/index'
import { figure, median, ms, percentile } from './print'
import { end, launch, residentMb, up } from './process'

const REQUESTS = 1000
const WARM_UP = 100
const port = 21_000 + Math.floor(Math.random() * 20_000)
const url = `http://127.0.0.1:${port}`
const json = { 'content-type': 'application/json' }

/** The sandbox as a process of its own: how soon each world answers, what it weighs, and how quickly it answers. */
export async function benchApi(): Promise<void> {
  for (const world of worldNames) {
    const dir = mkdtempSync(join(tmpdir(), 'multi-console-bench-'))
    const env = { SANDBOX_PORT: String(port), DATA_DIR: dir, WORLD: world }
    try {
      const first = await started(env)
      await end(first.child)
      const second = await started(env)
      await new Promise((resolve) => setTimeout(resolve, 2000))
      const memory = Number.isNaN(residentMb(second.child)) ? 'unknown' : `${residentMb(second.child).toFixed(0)} MB`
      figure(`world ${world}`, `built and first answer ${ms(first.took)}, again ${ms(second.took)}`, `idle ${memory}`)
      if (world === 'busy-company') await requests()
      await end(second.child)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  }
}

async function started(env: Record<string, string>) {
  const at = performance.now()
  const child = launch('sandbox/main.ts', env)
  await up(url)
  return { child, took: performance.now() - at }
}

async function requests(): Promise<void> {
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    (
      await fetch(`${url}${path}`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })
    ).json()
  const [root] = signInsOf('busy-company')
  if (!root) throw new Error('The world has nobody who can sign in.')
  const { token: value } = (await post('/__sandbox/secure-tokens', { value: root.password })) as { token: string }
  const key = { 'api-key': 'sandbox-api-key' }
  const session = (await post('/multi/login_with_password', { email: root.email, password: { value } }, key)) as {
    token: string
  }
  const headers = { ...json, ...key, authorization: `Bearer ${session.token}` }
  const read = (path: string) => () => fetch(`${url}/multi${path}`, { headers })
  await measure('account list', read('/managed_accounts?limit=20'))
  await measure('card list, filtered', read('/managed_cards?state=ACTIVE&mode=PREPAID_MODE&limit=20'))
  await measure('card list, 100 rows', read('/managed_cards?limit=100'))
  await measure('beneficiary list, 100 of 3,000', read('/beneficiaries?limit=100&offset=2000'))
  const list = await (await read('/managed_accounts?limit=100&state=ACTIVE&currency=EUR')()).json()
  const [source, destination] = (list as { accounts: { id: string }[] }).accounts
  const body = JSON.stringify({
    profileId: programme.profiles.transfers,
    source: { type: 'managed_accounts', id: source?.id },
    destination: { type: 'managed_accounts', id: destination?.id },
    destinationAmount: { currency: 'EUR', amount: 1 },
  })
  await measure('transfer create', () =>
    fetch(`${url}/multi/transfers`, { method: 'POST', headers: { ...headers, 'idempotency-ref': randomUUID() }, body }),
  )
}

/** One caller with one request after the other, then four of them at once, which is more than the process can serve. */
async function measure(what: string, call: () => Promise<Response>): Promise<void> {
  const caller = async (count: number, times: number[]) => {
    for (let i = 0; i < count; i++) {
      const at = performance.now()
      const response = await call()
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${what} answered ${response.status}`)
      times.push(performance.now() - at)
    }
  }
  await caller(WARM_UP, [])
  for (const callers of [1, 4]) {
    const times: number[] = []
    const at = performance.now()
    await Promise.all(Array.from({ length: callers }, () => caller(REQUESTS / callers, times)))
    const rate = (times.length * 1000) / (performance.now() - at)
    const who = callers === 1 ? 'one caller' : `${callers} callers`
    const spread = `p50 ${ms(median(times))}, p99 ${ms(percentile(times, 0.99))}`
    figure(`${what}, ${who}`, `${rate.toFixed(0)} a second`, spread)
  }
}
