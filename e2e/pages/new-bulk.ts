import { expect, type Page } from '@playwright/test'

/** The wizard that turns a file into a submitted bulk. */
export function newBulkPage(page: Page) {
  const submit = page.getByRole('button', { name: /^Submit/ })
  return {
    open: async () => {
      await page.goto('/bulks/new')
      await expect(page.getByRole('heading', { name: 'New bulk transfer', level: 1 })).toBeVisible()
    },
    choose: (content: string | Buffer, name = 'payments.csv') =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content as string) }),
    /** The sentence with which a file as a whole is refused. */
    refusal: page.getByRole('alert').or(page.getByRole('status')),
    summary: page.getByText(/rows? (is|are) ready/),
    causes: page.getByRole('complementary', { name: 'What was found' }),
    cell: (field: string, row: number) => page.getByRole('textbox', { name: `${field} of row ${row}` }),
    toReview: page.getByRole('button', { name: 'Continue to review' }),
    submit,
    /** Submits and waits for the bulk's own page; answers the bulk's id. */
    submitAndOpen: async () => {
      await submit.click()
      await page.waitForURL(/\/bulks\/\d+/)
      return new URL(page.url()).pathname.split('/').pop() ?? ''
    },
  }
}
