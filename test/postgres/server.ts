import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Binaries, otherUser } from './binaries'

export type Server = { url: string; stop: () => Promise<void> }

const run = promisify(execFile)
// Tests throw the data away: nothing needs to reach the disk.
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** Starts a PostgreSQL of its own on loopback, in a temporary folder that goes with it. */
export async function startServer({ from, folder }: Binaries): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'multi-console-postgres-'))
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  try {
    const user = otherUser()
    if (user) chownSync(home, user.uid, user.gid)
    const options = { ...user, cwd: home, env: { ...process.env, LC_ALL: 'C', HOME: home } }
    const bin = await reachable(folder, home, options, from === 'embedded')
    const data = join(home, 'data')
    const first = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']
    await run(join(bin, 'initdb'), first, options)

    const port = await freePort()
    const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=200']
    const command = [join(bin, 'postgres'), '-D', data, ...[...settings, ...careless].flatMap((line) => ['-c', line])]
    const child = spawn(...guarded(home, command), { ...options, detached: true, stdio: ['pipe', 'ignore', 'pipe'] })
    await ready(child)
    const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    const stop = async () => {
      const gone = once(child, 'exit')
      process.kill(pid, 'SIGINT')
      await gone
      remove()
    }
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    remove()
    throw error
  }
}

/**
 * A test run that is killed cannot stop its server. So a shell stands between: its standard input ends when the run is
 * gone, whichever way, and it then stops the server by its process id and clears up.
 */
function guarded(home: string, [file = '', ...args]: string[]): [string, string[]] {
  if (process.platform === 'win32') return [file, args]
  const onEnd = '(cat >/dev/null; kill -INT $server 2>/dev/null) <&3 &'
  const script = `exec 3<&0; home=$1; shift; "$@" & server=$!; ${onEnd} wait $server; rm -rf "$home" 2>/dev/null`
  return ['/bin/sh', ['-c', script, 'guard', home, file, ...args]]
}

/** Binaries in a folder that the other user cannot enter (a checkout under /root) are copied to where they can be run. */
async function reachable(folder: string, home: string, options: object, copy: boolean): Promise<string> {
  try {
    await run(join(folder, 'initdb'), ['--version'], options)
    return folder
  } catch (error) {
    if (!copy) throw error
    const copied = join(home, 'binaries')
    cpSync(dirname(folder), copied, { recursive: true, verbatimSymlinks: true })
    return join(copied, basename(folder))
  }
}

/** Goes on reading for ever: PostgreSQL reports every refused statement, and would stop at a pipe that nobody empties. */
function ready({ stderr }: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-10_000)
      if (said.includes('ready to accept connections')) resolve()
    })
    stderr?.once('end', () => reject(new Error(`PostgreSQL did not start: ${said.trim()}`)))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port on loopback.')
  return address.port
}
