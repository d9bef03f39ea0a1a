import type { Plugin } from 'vite'

const placeholder = /(<script type="application\/json" id="page-config">)[\s\S]*?(<\/script>)/

/** In development vite serves the page, so it asks the gateway for what the gateway would have written into it. */
export function devPageConfig(gateway: string): Plugin {
  return {
    name: 'multi-console:page-config',
    apply: 'serve',
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => {
        const answer = await fetch(`${gateway}/api/page-config`).catch(() => undefined)
        if (!answer?.ok) return html
        const config = (await answer.text()).replaceAll('<', '\\u003c')
        return html.replace(placeholder, (_, start: string, end: string) => `${start}${config}${end}`)
      },
    },
  }
}
