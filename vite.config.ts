import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, runnerImport } from 'vite'
import type { PageConfig } from './contract/session'

/** The gateway that `npm run dev` starts beside the dev server. */
const gateway = `http://127.0.0.1:${process.env.GATEWAY_PORT ?? 4001}`

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
    devPageConfig(),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // Everything is a file of ours: the content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: {
      // Every browser that runs the page preloads modules by itself.
      polyfill: false,
      // What is there before any other page can be opened need not be named for each of them.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'js' ? files.filter((file) => !/\/(rolldown-runtime|first)-/.test(file)) : files,
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the sign-in page needs, with all that it imports, is one file: each further one costs a round trip's
          // worth of headers, and everybody passes through here.
          groups: [
            { name: 'first', priority: 3, test: /src[\\/](main|routes[\\/]sign-in)\.tsx/ },
            // A refused sign-in is told with this, and is to need nothing of the next group.
            { name: 'notice', priority: 2, test: /components[\\/]feedback[\\/](notice|state-shape)/ },
            // What most pages need is one file too: the first script lists every file of every page that it may load.
            { name: 'common', priority: 1, minShareCount: 24 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 4000),
    strictPort: true,
    proxy: Object.fromEntries(
      ['/api', '/app', '/brand', '/__sandbox', '/simulate', '/reference', '/health', '/ready'].map((path) => [
        path,
        { target: gateway },
      ]),
    ),
  },
})

const pageConfigScript = /(<script type="application\/json" id="page-config">)[\s\S]*?(<\/script>)/

/** In development vite serves the page, so it asks the gateway for what the gateway would have written into it. */
function devPageConfig(): Plugin {
  return {
    name: 'multi-console:page-config',
    apply: 'serve',
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => {
        const answer = await fetch(`${gateway}/api/page-config`).catch(() => undefined)
        if (!answer?.ok) return html
        const config: PageConfig = await answer.json()
        const { module } = await runnerImport<typeof import('./gateway/static/brand-html')>(
          fileURLToPath(new URL('./gateway/static/brand-html.ts', import.meta.url)),
        )
        const json = JSON.stringify(config).replaceAll('<', '\\u003c')
        const { brandStyle, fillBrand } = module
        const page = fillBrand(html, config).replace('</head>', (end) => `${brandStyle(config.brand, '')}${end}`)
        return page.replace(pageConfigScript, (_, start: string, end: string) => `${start}${json}${end}`)
      },
    },
  }
}
