import { runSteps } from './steps'

/** The fast loop: under a minute. SQLite alone, and without the tests that start processes of their own. */
runSteps(
  [
    ['lock file', 'tsx scripts/check-lock.ts'],
    ['types', 'tsc -b'],
    ['lint and format', 'biome check .'],
    ['architecture and unit', 'vitest run --exclude **/*.process.test.ts'],
  ],
  { MULTI_TEST_ENGINES: 'sqlite' },
)
