import { runSteps } from './steps'

/**
 * The fast loop. SQLite alone, without the tests that take long or start processes of their own, and with one set of
 * modules for all files of a thread: loading them anew for each file would be most of the time.
 */
runSteps(
  [
    ['lock file', 'tsx scripts/check-lock.ts'],
    ['types', 'tsc -b'],
    ['lint and format', 'biome check .'],
    ['architecture and unit', 'vitest run --project node --project servers --pool=threads --no-isolate'],
    ['parts of the page', 'vitest run --project browser --pool=threads'],
  ],
  { MULTI_TEST_ENGINES: 'sqlite', MULTI_TEST_FAST: '1' },
)
