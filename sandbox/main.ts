import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { openStore } from '../storage/open'
import { defaultKeys } from './domain/programme'
import { buildWorld, createSandbox, findWorldName, holdsNothing, signInsOf, worldNames } from './index'
import { standaloneApp } from './standalone'

/** `npm run sandbox`: the Multi API alone, for any client. Everything is set by the environment. */
const env = process.env
const port = Number(env.SANDBOX_PORT ?? 4010)
const host = env.HOST ?? '127.0.0.1'
const dataDir = env.DATA_DIR ?? './data'
const keys = {
  apiKey: env.SANDBOX_API_KEY ?? defaultKeys.apiKey,
  uiKey: env.SANDBOX_UI_KEY ?? defaultKeys.uiKey,
  webhooksKey: env.SANDBOX_WEBHOOKS_KEY ?? defaultKeys.webhooksKey,
}
if (!Number.isInteger(port) || port < 1 || port > 65_535) stopWith('SANDBOX_PORT must be a port, 1 to 65535.')

const world = findWorldName(env.WORLD || 'small-company')
if (!world) stopWith(`WORLD must be one of ${worldNames.join(', ')}.`)

const log = pino({ level: env.LOG_LEVEL ?? 'info' })
const store = await openStore(env.DATABASE_URL ?? join(dataDir, 'sandbox.db'))
const running = await createSandbox({
  ...keys,
  store,
  log,
  secret: readSecret(join(dataDir, 'sandbox.secret')),
  secureOrigin: env.SANDBOX_SECURE_ORIGIN ?? `http://localhost:${port}`,
  snapshotDir: join(dataDir, 'snapshots'),
  // The control plane has no key: other machines reach it only where somebody has said so.
  openControl: env.SANDBOX_OPEN_CONTROL === '1',
  ...(env.SANDBOX_WEBHOOK_ADDRESS && { webhookAddress: env.SANDBOX_WEBHOOK_ADDRESS }),
  ...(env.SANDBOX_HAND_OVER_ADDRESS && { handOverAddress: env.SANDBOX_HAND_OVER_ADDRESS }),
  // Which page will ask is not known here: any port of this machine may, unless told otherwise.
  pageOrigins: listOf(env.SANDBOX_PAGE_ORIGINS) ?? ['http://127.0.0.1:*', 'http://localhost:*'],
})
if (await holdsNothing(store)) await buildWorld(running.sandbox, world)
running.start()

const root = standaloneApp(running, { hosts: [...nameOf(host), ...(listOf(env.SANDBOX_HOSTS) ?? [])] })
const server = serve({ fetch: root.fetch, port, hostname: host }, announce)
server.on('error', (error: NodeJS.ErrnoException) => {
  stopWith(error.code === 'EADDRINUSE' ? `Port ${port} is taken; set SANDBOX_PORT to another one.` : error.message)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave())

function announce(): void {
  const address = `http://${nameOf(host)[0] ?? '127.0.0.1'}:${port}`
  const people = signInsOf(running.sandbox.settings.world).map(
    ({ email, password, role }) => `${email}  ${password}  ${role}`,
  )
  const lines = [
    `Sandbox of the Multi API: ${address}/multi`,
    `  simulator ${address}/simulate/api, control plane ${address}/__sandbox`,
    `  reference ${address}/reference`,
    `  webhooks to ${running.sandbox.settings.webhookAddress ?? 'nobody (SANDBOX_WEBHOOK_ADDRESS)'}`,
    `  secure components ${running.sandbox.secureOrigin}/app/secure/static/client.1.js`,
    `  api-key ${env.SANDBOX_API_KEY ? '(from SANDBOX_API_KEY)' : keys.apiKey}, UI key ${keys.uiKey}`,
    ...people.map((line) => `  ${line}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function leave(): Promise<void> {
  server.close()
  await running.stop()
  await store.close()
  process.exit(0)
}

/** The name in URLs of the address that is listened on; of all addresses there is none. */
function nameOf(address: string): string[] {
  if (address === '0.0.0.0' || address === '::') return []
  return [address.includes(':') ? `[${address}]` : address]
}

/** What a variable lists with commas between; nothing where it is not set. */
function listOf(text: string | undefined): string[] | undefined {
  return text?.split(',').map((part) => part.trim())
}

/** The secret is made once and kept beside the data, for this user's eyes only. */
function readSecret(path: string): Buffer {
  if (env.SANDBOX_SECRET) return Buffer.from(env.SANDBOX_SECRET, 'base64url')
  try {
    return Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
  } catch {
    mkdirSync(dirname(path), { recursive: true })
    const secret = randomBytes(32)
    writeFileSync(path, secret.toString('base64url'), { mode: 0o600 })
    chmodSync(path, 0o600)
    return secret
  }
}

function stopWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
