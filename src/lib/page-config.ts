import type { PageConfig } from '#contract/session'

/** What holds while the page is rendered at build time, or served by something that is not the gateway. */
const neutral: PageConfig = {
  environment: 'embedded',
  uiKey: '',
  secureScript: '',
  profiles: { managedAccounts: '', transfers: '' },
  registrations: [],
  currencies: [],
  feeTypes: [],
  brand: { name: 'Multi Console' },
  demoSignIns: [],
}

let read: PageConfig | undefined

/** Has pages rendered as for this configuration; for the build, which leaves room for the real one. */
export const pretendPageConfig = (config: Partial<PageConfig>): void => {
  read = { ...neutral, ...config }
}

/** What the gateway wrote into the page it served, read once. Ours on both sides, hence not checked here. */
export const pageConfig = (): PageConfig => {
  if (read) return read
  if (typeof document === 'undefined') return neutral
  const written = document.getElementById('page-config')?.textContent
  if (!written) return neutral
  const parsed: PageConfig | { placeholder: string } = JSON.parse(written)
  if ('placeholder' in parsed) return neutral
  read = parsed
  return parsed
}
