const pages = JSON.parse(document.documentElement.dataset.pages)

const isAllowed = (origin) =>
  pages.some((page) => (page.endsWith(':*') ? origin.replace(/:\d+$/, '') === page.slice(0, -2) : origin === page))

/**
 * Waits for the page that holds this frame: once, and only if its origin is one that the server named. `begin` gets what
 * the page said first and the channel to it; a greeting that `accepts` does not take is not heard.
 */
export function awaitPage(accepts, begin) {
  function greeted(event) {
    if (event.source !== window.parent || !isAllowed(event.origin) || !event.ports[0]) return
    if (event.data?.type !== 'multi-secure' || !accepts(event.data)) return
    window.removeEventListener('message', greeted)
    if (event.data.lang) document.documentElement.lang = String(event.data.lang)
    begin(event.data, event.ports[0])
  }
  window.addEventListener('message', greeted)
}
