import type { PageConfig } from '../../contract/session'
import { brandStyle, fillBrand } from './brand-html'

const PLACEHOLDER = '{"placeholder":"page-config"}'
/** Where the build leaves room for the nonce of a page's styles. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** A built page, with everything filled in that is the same for every visit. Throws when it has no room for it. */
export function preparePage(html: string, config: PageConfig): (nonce: string) => string {
  if (!html.includes(PLACEHOLDER)) throw new Error(`The built page has no ${PLACEHOLDER}.`)
  // Inside a script element only `<` could end or comment out anything; in JSON it may be written by its number. The
  // replacement is a function because a `$` in a value would mean something in a string.
  const json = JSON.stringify(config).replace(/</g, '\\u003c')
  const filled = fillBrand(html, config)
    .replace(PLACEHOLDER, () => json)
    .replace('</head>', (end) => brandStyle(config.brand, NONCE_PLACEHOLDER) + end)
  const page = filled.includes('property="csp-nonce"')
    ? filled
    : filled.replace(/<head[^>]*>/, (head) => `${head}<meta property="csp-nonce" nonce="${NONCE_PLACEHOLDER}">`)
  return (nonce) => page.replaceAll(NONCE_PLACEHOLDER, nonce)
}

/** Puts the theme that the person has chosen on the page before it leaves: no script could do so before it is painted. */
export function wearTheme(html: string, cookies = ''): string {
  const [, theme] = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookies) ?? []
  return theme === undefined ? html : html.replace('<html', () => `<html class="${theme}"`)
}
