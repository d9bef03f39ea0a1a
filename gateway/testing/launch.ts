import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** A process of ours, and what it has said so far. */
export type Launched = { child: ChildProcess; said: () => string; kill: (signal: NodeJS.Signals) => Promise<void> }

/** Starts a program of ours in a process of its own, with nothing in its environment that a test has not set. */
export function launch(entry: string, env: NodeJS.ProcessEnv): Launched {
  const ours = /^(WEAVR|SANDBOX)_|_KEY|^(DATABASE_URL|PORT|HOST|DATA_DIR|PUBLIC_ORIGIN|LOG_LEVEL|WORLD)$/
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    env: { ...clean, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-20_000)
    })
  }
  return {
    child,
    said: () => said,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}

/** Resolves when the process answers there; fails when it ends instead. */
export async function answers({ child, said }: Launched, url: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended before it answered:\n${said()}`)
    if ((await fetch(url).catch(() => undefined))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

/** So many free ports on loopback, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => server.listening || once(server, 'listening')))
  const ports = servers.map((server) => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('There is no free port on loopback.')
    return address.port
  })
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}
