import { runSteps } from './steps'

/** Everything, cheapest first. */
runSteps([
  ['lock file', 'tsx scripts/check-lock.ts'],
  ['types', 'tsc -b'],
  ['lint and format', 'biome check .'],
  ['unit, contract, storage, sandbox, gateway, round trip', 'vitest run'],
  ['build', 'tsx scripts/build.ts'],
  ['end to end', 'playwright test'],
  ['operation coverage', 'tsx scripts/coverage-operations.ts'],
])
