import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { devPageConfig } from './scripts/dev-page-config'

/** The gateway that `npm run dev` starts beside the dev server. */
const gateway = 'http://127.0.0.1:4001'

export default defineConfig({
  plugins: [
    // Before react(): it splits the route files that react() then compiles.
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      // A loader reads through the contract, which brings its schemas: with the page it belongs to, not with the first.
      codeSplittingOptions: { defaultBehavior: [['loader', 'component'], ['errorComponent'], ['notFoundComponent']] },
    }),
    react(),
    tailwindcss(),
    devPageConfig(gateway),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    manifest: true,
    // Everything is a file of ours: the content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    // Every browser that runs the page preloads modules by itself.
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    port: 4000,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/app', '/__sandbox', '/simulate', '/health', '/ready'].map((path) => [path, { target: gateway }]),
    ),
  },
})
