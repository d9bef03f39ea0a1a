import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('./src', import.meta.url)) }

/** Projects by what they need: `node` for everything that runs in Node, `browser` for parts of the page (happy-dom). */
export default defineConfig({
  resolve: { alias },
  test: {
    // Left alone it keeps a core for itself, which on two is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          include: ['{contract,storage,sandbox,gateway,test,scripts}/**/*.test.ts', 'src/**/*.test.ts'],
          testTimeout: 30_000,
          // Building a world takes as long as the machine is busy: this is for what hangs.
          hookTimeout: 60_000,
          globalSetup: ['./test/postgres/global-setup.ts'],
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
