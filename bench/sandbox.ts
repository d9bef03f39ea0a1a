import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from '../sandbox/index'
import { openStore } from '../storage/open'

const keys = { apiKey: 'bench-api-key', uiKey: 'bench-ui-key' }
export type Account = { id: string; currency: string; friendlyName: string }

/** A sandbox of its own with the world `small-company`, and a signed-in root user, without any network. */
export async function startBenchSandbox(databaseUrl?: string) {
  const dir = mkdtempSync(join(tmpdir(), 'multi-console-bench-'))
  const store = await openStore(databaseUrl ?? join(dir, 'bench.db'))
  const options = { ...keys, store, secret: randomBytes(32), secureOrigin: 'http://localhost:1' }
  const running = await createSandbox(options)
  running.start()
  const json = { 'content-type': 'application/json' }
  const control = async (path: string, body: unknown) =>
    (await running.control.request(path, { method: 'POST', headers: json, body: JSON.stringify(body) })).json()
  await control('/world', { name: 'small-company' })
  const { token: value } = (await control('/secure-tokens', { value: 'Sandbox-2026!' })) as { token: string }
  const headers: Record<string, string> = { ...json, 'api-key': keys.apiKey }
  const signIn = JSON.stringify({ email: 'root@northwind.example', password: { value } })
  const session = await running.multi.request('/login_with_password', { method: 'POST', headers, body: signIn })
  headers.authorization = `Bearer ${((await session.json()) as { token: string }).token}`
  return {
    dir,
    call: (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
      running.multi.request(path, {
        method,
        headers: { ...headers, ...more },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    async stop() {
      await running.stop()
      await store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
