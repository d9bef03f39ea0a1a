import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStreams } from '../gateway/testing/many-streams'
import { figure, median, ms, percentile } from './print'
import { end, launch, residentMb, up } from './process'

const LISTENING = 500
const EVENTS = 60
const WARM_UP = 10
const IDLE = 2000
const ROOT = 'root@northwind.example'
const port = 21_000 + Math.floor(Math.random() * 20_000)
const url = `http://127.0.0.1:${port}`

/**
 * One gateway with the embedded sandbox on SQLite. The way of an event is measured from the moment at which a tab sends
 * the write that causes it, so the write itself is in it; its own time stands beside. All readers share this process.
 */
export async function benchLive(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'multi-console-bench-'))
  const gateway = launch('gateway/main.ts', { PORT: String(port), DATA_DIR: dir, DEV_VITE: '1' })
  try {
    await up(url)
    const streams = await openStreams(url, ROOT, LISTENING)
    const list = await streams.call('GET', '/api/multi/managed_accounts?limit=1')
    const { accounts } = (await list.json()) as { accounts: { id: string }[] }
    const write = (name: string) =>
      streams.call('PATCH', `/api/multi/managed_accounts/${accounts[0]?.id}`, { body: { friendlyName: name } })
    const ways: number[] = []
    const writes: number[] = []
    for (let n = 0; n < EVENTS; n++) {
      const heard = streams.hear(`"changed"`)
      const sent = performance.now()
      const answer = await write(`Fan-out ${n}`)
      if (!answer.ok) throw new Error(`The write answered ${answer.status}.`)
      const took = performance.now() - sent
      const times = (await heard).map((at) => at - sent)
      if (n < WARM_UP) continue
      writes.push(took)
      ways.push(...times)
    }
    figure('the write itself', `p50 ${ms(median(writes))}, p99 ${ms(percentile(writes, 0.99))}`)
    figure(
      `write sent to heard by ${LISTENING} streams`,
      `p50 ${ms(median(ways))}, p99 ${ms(percentile(ways, 0.99))}`,
      `${EVENTS - WARM_UP} events`,
    )
    streams.close()

    const before = residentMb(gateway)
    const idle = await openStreams(url, ROOT, IDLE)
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const grown = residentMb(gateway) - before
    const each = `${((grown * 1024) / IDLE).toFixed(1)} kB each`
    figure(`${IDLE} idle streams`, `${grown.toFixed(0)} MB more than before`, `${each}, sessions included`)
    idle.close()
  } finally {
    await end(gateway)
    rmSync(dir, { recursive: true, force: true })
  }
}
