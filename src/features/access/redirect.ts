/** What the gateway serves that is no page to come back to. */
const notPages = /^\/(sign-in|api|app|__sandbox|simulate|health|ready|reference|webhooks)(\/|$)/

/** Where a person goes after sign-in: a page of this console, and nowhere else, whatever the address says. */
export function safeRedirect(wanted: string | undefined, origin: string): string {
  if (wanted === undefined || !wanted.startsWith('/')) return '/'
  const target = parse(wanted, origin)
  // `//evil.example`, `/\evil.example` and a tab in between all name another host once a browser has read them.
  if (!target || target.origin !== origin) return '/'
  // `/.//evil.example` is read as `//evil.example`, which without its origin is another host again.
  if (target.pathname.startsWith('//') || notPages.test(target.pathname)) return '/'
  return target.pathname + target.search + target.hash
}

function parse(path: string, origin: string): URL | undefined {
  try {
    return new URL(path, origin)
  } catch {
    return undefined
  }
}
