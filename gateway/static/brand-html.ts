import { accentStyle } from '../../contract/accent'
import type { PageConfig } from '../../contract/session'

/** Innermost first: what it encloses holds no other part. */
const part = /<!--when ([\w-]+)-->((?:(?!<!--when )[\s\S])*?)<!--\/when-->/

/**
 * Writes into a built page whose console it is. The build leaves `__BRAND_…__` where something is said, and
 * `<!--when …-->` around what is there only sometimes (scripts/prerender/optional-parts.ts).
 */
export function fillBrand(html: string, { brand, registrations }: PageConfig): string {
  const { supportEmail, termsUrl, privacyUrl, legalName, legalNotice, logo } = brand
  const facts: Record<string, boolean> = {
    logo: logo !== undefined,
    'no-logo': logo === undefined,
    supportEmail: supportEmail !== undefined,
    termsUrl: termsUrl !== undefined,
    privacyUrl: privacyUrl !== undefined,
    legalName: legalName !== undefined,
    legalNotice: legalNotice !== undefined,
    links: (supportEmail ?? termsUrl ?? privacyUrl) !== undefined,
    foot: (supportEmail ?? termsUrl ?? privacyUrl ?? legalName ?? legalNotice) !== undefined,
    'register-CORPORATE': registrations.includes('CORPORATE'),
    'register-CONSUMER': registrations.includes('CONSUMER'),
  }
  let page = html
  for (let found = part.exec(page); found; found = part.exec(page)) {
    const [whole, name = '', inside = ''] = found
    const fact = facts[name]
    if (fact === undefined) throw new Error(`The built page has a part that depends on ${name}, which nobody knows.`)
    page = page.replace(whole, () => (fact ? inside : ''))
  }
  const said: Record<string, string | undefined> = {
    NAME: brand.name,
    LOGO: logo,
    SUPPORT_EMAIL: supportEmail,
    TERMS_URL: termsUrl,
    PRIVACY_URL: privacyUrl,
    LEGAL_NAME: legalName,
    LEGAL_NOTICE: legalNotice,
  }
  if (logo) page = page.replace(/<link rel="icon"[^>]*>/, '<link rel="icon" href="__BRAND_LOGO__" />')
  return page.replace(/__BRAND_([A-Z_]+?)__/g, (_, name: string) => escapeHtml(said[name] ?? ''))
}

/** The accent's shades stand in the page itself, so that they are there with its first paint. */
export const brandStyle = ({ accent }: PageConfig['brand'], nonce: string): string =>
  accent === undefined ? '' : `<style nonce="${nonce}">${accentStyle(accent)}</style>`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
