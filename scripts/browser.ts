import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
]

/** It must really start: a snap stub or a missing library is no browser. Windows browsers print no version. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 15_000 })
  return run.status === 0 && /\d+\.\d+\.\d+/.test(run.stdout)
}

const playwrightOwn = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)

function run(command: string, args: string[], timeout: number): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', timeout, env, shell: process.platform === 'win32' }).status === 0
}

/**
 * Path of a Chromium that starts here: the one named by E2E_CHROMIUM, Playwright's own, the system's; where there is
 * none, Playwright's download, then (root on Debian) the `chromium` package. Throws a sentence that says what to do.
 */
export function findBrowser({ obtain = true } = {}): string {
  const named = process.env.E2E_CHROMIUM
  if (named) {
    if (starts(named)) return named
    throw new Error(
      `E2E_CHROMIUM names ${named}, and that does not start. Name a Chromium or Chrome that does, or unset it.`,
    )
  }
  const present = playwrightOwn() ?? candidates.find(starts)
  if (present) return present
  if (obtain) {
    run('npx', ['playwright', 'install', 'chromium'], 300_000)
    const downloaded = playwrightOwn()
    if (downloaded) return downloaded
    if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
      run('apt-get', ['update'], 180_000)
      run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], 600_000)
      const installed = candidates.find(starts)
      if (installed) return installed
    }
  }
  throw new Error(
    'No Chromium was found and none could be installed. Run `npx playwright install chromium`, or `sudo apt-get install chromium`, or set E2E_CHROMIUM=/path/to/chromium, and start again.',
  )
}
