import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('./src', import.meta.url)) }

const servers = ['contract', 'storage', 'sandbox', 'gateway']
/** What replaces time, modules or globals, starts processes or takes long has its modules for itself. */
const alone = servers
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => /\.(process|long)\.test/.test(file) || /\bvi\b|standStill/.test(readFileSync(file, 'utf8')))

/** What walks every door of a server takes seconds each: not for the fast loop (`npm run check`). */
const slow =
  process.env.MULTI_TEST_FAST === '1'
    ? [
        '**/{every-operation,once,control,registry,reveals,verifications,user-bulks,bulks}.test.ts',
        'gateway/**/{bad-input,limited-sign-in,limit-guard,slow-reader,evasion,verify,canary,matrix,foreign}.test.ts',
        'gateway/**/{instruments,role-routes,limits,event-routes,webhook-routes,session-routes}.test.ts',
      ]
    : []

// Building a world takes as long as the machine is busy: the second is for what hangs.
const node = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

/** Projects by what they need: two for everything that runs in Node, `browser` for parts of the page (happy-dom). */
export default defineConfig({
  resolve: { alias },
  test: {
    // Left alone it keeps a core for itself, which on two is half of the machine.
    maxWorkers: '100%',
    // One PostgreSQL for all of them.
    globalSetup: ['./test/postgres/global-setup.ts'],
    projects: [
      {
        resolve: { alias },
        test: {
          ...node,
          name: 'node',
          include: [...alone, '{test,scripts}/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: [...slow, ...(process.env.MULTI_TEST_FAST === '1' ? ['**/*.{process,long}.test.ts'] : [])],
        },
      },
      {
        resolve: { alias },
        test: {
          ...node,
          name: 'servers',
          include: servers.map((folder) => `${folder}/**/*.test.ts`),
          exclude: [...alone, ...slow],
          // The servers keep nothing in their modules, so the schemas of all operations need not be built for each file.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'browser',
          environment: 'happy-dom',
          setupFiles: ['src/test-setup.ts'],
          include: ['src/**/*.test.tsx'],
          testTimeout: 15_000,
        },
      },
    ],
  },
})
