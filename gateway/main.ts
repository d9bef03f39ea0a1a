import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openStore } from '../storage/open'
import { createGateway } from './app'
import { type Environment, readEnvironment } from './env'
import { listen } from './http/server'
import { keyFor } from './keys'
import { createLog } from './log'
import { serveMetrics } from './metrics/serve-metrics'
import type { GatewayOptions } from './options'
import { scrub } from './scrub'
import { connectWeavr } from './upstream/connect-weavr'

/** Open requests get this long to end after a signal. */
const PATIENCE_MS = 10_000

const environment = readEnvironment(process.env)
if (environment.ok) {
  await boot(environment.value).catch((error: unknown) => {
    process.stderr.write(`The console cannot start: ${scrub(error instanceof Error ? error.message : String(error))}\n`)
    process.exit(1)
  })
} else {
  process.stderr.write(`The environment is not right:\n${environment.mistakes.map((m) => `  - ${m}\n`).join('')}`)
  process.exitCode = 1
}

async function boot(env: Environment): Promise<void> {
  const log = createLog(env.logLevel)
  const store = await openStore(env.databaseUrl ?? join(env.dataDir, 'multi-console.db'))
  // With Weavr upstream the sandbox is not even loaded.
  const side = env.weavr
    ? await connectWeavr(env.weavr, env.brand)
    : await (await import('./embed')).embed(env, store, log)
  const options: GatewayOptions = {
    store,
    log,
    ...side.options,
    sessionKey: keyFor(env.sessionKey, join(env.dataDir, 'session.key')),
    otherSessionKeys: env.otherSessionKeys,
    ...(env.trustedProxies && { trustedProxies: env.trustedProxies }),
    auditKey: keyFor(env.auditKey, join(env.dataDir, 'audit.key')),
    publicOrigin: env.publicOrigin,
    ...(env.logo && { logo: env.logo }),
    ...(!env.viteServesPage && { dist: fileURLToPath(new URL('../dist', import.meta.url)) }),
  }
  const gateway = createGateway(options)
  await gateway.start()

  const cannotListen = (port: number) => (error: Error) => {
    process.stderr.write(`The console cannot listen on ${env.host}:${port}: ${error.message}\n`)
    process.exit(1)
  }
  const { port, host: hostname, metricsPort } = env
  const server = listen(gateway.app.fetch, { port, hostname }, () => {
    // Only now: a sandbox in this process tells its first webhooks to this door.
    side.start()
    announce(env, options)
  })
  server.once('error', cannotListen(port))
  const figures = metricsPort === undefined ? undefined : serveMetrics(gateway.metrics, { port: metricsPort, hostname })
  if (metricsPort !== undefined) figures?.once('error', cannotListen(metricsPort))

  let stopping = false
  async function stop(): Promise<void> {
    if (stopping) process.exit(1)
    stopping = true
    gateway.leave()
    await sleep(env.drainMs)
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    gateway.hangUp()
    server.closeIdleConnections()
    await Promise.race([closed, sleep(PATIENCE_MS, undefined, { ref: false })])
    await gateway.stop()
    figures?.close()
    await side.stop()
    await store.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(1)
      })
    })
  }
}

function announce({ publicOrigin }: Environment, { page }: GatewayOptions): void {
  const signIns = page.demoSignIns.map(({ email, password, role }) => `    ${email}  ${password}  (${role})\n`)
  const demo = signIns.length === 0 ? '' : `\n  Sign in as\n${signIns.join('')}  The code is always 123456.\n`
  process.stdout.write(`\n  Multi Console: ${publicOrigin}\n${demo}\n`)
}
