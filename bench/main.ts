import { cpus } from 'node:os'
import { benchApi } from './api'
import { benchBrowser } from './browser'
import { benchBulkKinds } from './bulk-kinds'
import { benchEngine } from './engine'
import { benchForwarding } from './forwarding'
import { benchGateway } from './gateway-hop'
import { benchInstall } from './install'
import { benchLive } from './live'
import { benchProxy } from './proxy'

/**
 * Figures and ratios of this machine, never a verdict: `npm run bench`, or with names of parts behind it
 * (`npm run bench -- engine browser`). `install` runs `npm ci` and a build in a copy and is left out unless named.
 */
const parts: Record<string, () => Promise<void>> = {
  api: benchApi,
  bulks: benchBulkKinds,
  engine: benchEngine,
  gateway: benchGateway,
  proxy: benchProxy,
  forwarding: benchForwarding,
  live: benchLive,
  browser: benchBrowser,
  install: benchInstall,
}
const named = process.argv.slice(2)
const chosen =
  named.length > 0 ? named : ['api', 'bulks', 'engine', 'gateway', 'proxy', 'forwarding', 'live', 'browser']

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`)
for (const name of chosen) {
  const part = parts[name]
  if (!part) throw new Error(`There is no benchmark named ${name}; there are ${Object.keys(parts).join(', ')}.`)
  console.log(`\n${name}`)
  await part()
}
