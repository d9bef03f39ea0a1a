import { expect, type Page } from '@playwright/test'

/** The page on which a bulk is started, watched and steered. */
export function bulkMonitor(page: Page) {
  const bar = page.getByRole('main').getByRole('progressbar', { name: 'Progress of the bulk' })
  const settled = async () => Number(await bar.getAttribute('aria-valuenow'))
  return {
    bar,
    settled,
    start: page.getByRole('button', { name: /^Start \d|^Start [\d,]+ transfers/ }),
    pause: page.getByRole('button', { name: 'Pause', exact: true }),
    resume: page.getByRole('button', { name: 'Resume', exact: true }),
    cancel: page.getByRole('button', { name: 'Cancel the bulk' }),
    says: (text: string | RegExp) => expect(page.getByRole('main').getByText(text).first()).toBeVisible(),
    settledAtLeast: (rows: number) => expect.poll(settled, { timeout: 30_000 }).toBeGreaterThanOrEqual(rows),
    completed: () =>
      expect(page.getByRole('main').getByText(/^All [\d,]+ transfers were carried out\./)).toBeVisible({
        timeout: 45_000,
      }),
  }
}
