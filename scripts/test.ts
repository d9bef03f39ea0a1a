import { spawnSync } from 'node:child_process'

/** Everything, cheapest first; the first failure stops the run. */
const steps: [name: string, command: string][] = [
  ['lock file', 'tsx scripts/check-lock.ts'],
  ['types', 'tsc -b'],
  ['lint and format', 'biome check .'],
  ['unit, contract, storage, sandbox, gateway, round trip', 'vitest run'],
  ['build', 'tsx scripts/build.ts'],
  ['end to end', 'playwright test'],
  ['operation coverage', 'tsx scripts/coverage-operations.ts'],
]

const started = Date.now()
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0)} s`
for (const [name, command] of steps) {
  console.log(`\n── ${name}: ${command}`)
  const at = Date.now()
  const { status } = spawnSync('npx', ['--no-install', ...command.split(' ')], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(`\n${name} failed after ${seconds(at)}.`)
    process.exit(status ?? 1)
  }
  console.log(`── ${name}: ${seconds(at)}`)
}
console.log(`\nAll of it passed in ${seconds(started)}.`)
