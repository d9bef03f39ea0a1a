import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answers, freePorts, launch } from '../testing/launch'
import { openStreams } from '../testing/many-streams'
import { ROOT } from '../testing/test-gateway'

const STREAMS = 2000
/** Several times what one takes (see `npm run bench -- live`): found out is a leak, not a slow day. */
const MOST_KB = 150

const folder = mkdtempSync(join(tmpdir(), 'multi-console-streams-'))
const [port = 0] = await freePorts(1)
const gateway = launch('gateway/main.ts', { PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'error', DEV_VITE: '1' })
afterAll(async () => {
  await gateway.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Resident memory, where the system tells. */
const residentKb = () =>
  process.platform === 'linux'
    ? Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${gateway.child.pid}/status`, 'utf8'))?.[1])
    : 0

test('2,000 idle streams on one process: each costs little, and an event reaches them all', {
  timeout: 120_000,
}, async () => {
  const url = `http://127.0.0.1:${port}`
  await answers(gateway, `${url}/health`)
  // What the first ones cost is the program's, not theirs.
  const warm = await openStreams(url, ROOT, 60)
  const before = residentKb()
  const streams = await openStreams(url, ROOT, STREAMS)
  expect((residentKb() - before) / STREAMS).toBeLessThan(MOST_KB)

  const { accounts }: { accounts: { id: string }[] } = await (
    await streams.call('GET', '/api/multi/managed_accounts?limit=1')
  ).json()
  const heard = streams.hear('"managedAccountUpdate"')
  const body = { friendlyName: 'Heard by all' }
  const answer = await streams.call('PATCH', `/api/multi/managed_accounts/${accounts[0]?.id}`, { body })
  expect(answer.status, await answer.text()).toBe(200)
  expect(await heard).toHaveLength(STREAMS)
  expect(streams.count()).toBe(STREAMS)
  warm.close()
  streams.close()
})
