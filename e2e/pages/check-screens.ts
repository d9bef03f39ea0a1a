import type { FrameLocator } from '@playwright/test'
import { expect } from '../fixtures/test'

/** The screens of a due-diligence check, inside their frame. */
export function checkScreens(frame: FrameLocator) {
  const button = (name: string) => frame.getByRole('button', { name, exact: true })
  const press = (name: string) => button(name).click()
  return {
    press,
    /** Presses a button as somebody without a mouse does. */
    key: async (name: string) => {
      await button(name).focus()
      await button(name).press('Enter')
    },
    heading: (name: string) => frame.getByRole('heading', { level: 1, name }),
    alert: frame.getByRole('alert'),
    field: (role: 'checkbox') => frame.getByRole(role),
    /** By how many pixels the screen is wider than its frame. */
    overflow: () => frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth),

    /** From the first screen to the submission, of a company by this name. */
    async toSubmission(name: string) {
      await frame.getByRole('checkbox', { name: /I accept the institution/ }).check()
      await press('Continue')
      await expect(frame.getByRole('main')).toContainText(name)
      await frame.getByRole('radio', { name: 'No' }).check()
      await press('Continue')
      await press('Use sample documents')
      await frame.getByLabel('Certificate of incorporation').setInputFiles({
        name: 'our-certificate.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('any'),
      })
      await press('Continue')
      await expect(frame.getByRole('main')).toContainText('our-certificate.pdf')
      await press('Submit for review')
      await expect(frame.getByRole('heading', { name: 'Submitted for review' })).toBeVisible()
    },
    async sendBack(how: 'Ask for documents' | 'Reject for good', reason: string, note = '') {
      await frame.getByLabel('Reason').selectOption(reason)
      await frame.getByLabel('Note to the customer').fill(note)
      await press(how)
    },
  }
}
