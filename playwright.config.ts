import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './scripts/browser'

const isRoot = process.getuid?.() === 0
// The sandbox of the browser needs a user; containers have a small /dev/shm. The rest keeps Chromium off the network.
const args = [
  ...(isRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const executablePath = process.env.E2E_BROWSER_PATH ?? findBrowser()
// Workers load this file again: they need not look for the browser a second time.
process.env.E2E_BROWSER_PATH = executablePath

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // How long a whole journey takes says how busy the machine is, not what the page does: that is what `expect` waits for.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['html', { open: 'never' }]],
  globalSetup: './e2e/fixtures/clear-coverage.ts',
  use: {
    // A trace of every journey, kept or not, takes a quarter of the run's CPU time.
    trace: process.env.E2E_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    video: 'off',
    // Cookies, storage, permissions and pages are emptied between tests, what the browser has fetched and compiled is kept:
    // to load everything anew takes a second of CPU time each.
    reuseContext: true,
    launchOptions: { executablePath, args },
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } } }],
})
