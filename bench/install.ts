import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figure } from './print'

/** `npm ci` and `npm run build` in a fresh clone of HEAD. */
export async function benchInstall(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'multi-console-bench-'))
  try {
    execFileSync('git', ['clone', '--quiet', process.cwd(), dir])
    for (const [what, args] of [
      ['npm ci', ['ci']],
      ['npm run build', ['run', 'build']],
    ] as const) {
      const at = performance.now()
      const { status } = spawnSync('npm', args, { cwd: dir, stdio: 'ignore', shell: process.platform === 'win32' })
      figure(what, status === 0 ? `${((performance.now() - at) / 1000).toFixed(1)} s` : 'failed')
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
