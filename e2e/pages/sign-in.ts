import { expect, type Page } from '@playwright/test'
import { code, password } from '../fixtures/test'

/** E-mail and password, on the sign-in page or in the dialog over a live one. The password is typed into the frame. */
export function signInForm(page: Page) {
  const email = page.getByRole('textbox', { name: 'E-mail address' })
  const secret = page.frameLocator('iframe').locator('input[type=password]')
  const fill = async (address: string, value = password) => {
    await email.fill(address)
    // The frame empties its field after a refusal, in its own time.
    await expect(secret).toHaveValue('')
    await secret.fill(value)
  }
  const button = page.getByRole('button', { name: 'Sign in', exact: true })
  return {
    email,
    secret,
    fill,
    button,
    refusal: page.getByRole('alert').filter({ hasText: 'You are not signed in' }),
    enter: async (address: string, value = password) => {
      await fill(address, value)
      // By the button: the frame is gone after the key goes down, and a browser that is busy then never says that it came
      // up. The keyboard's journey does it by Enter.
      await button.click()
    },
  }
}

/** The six digits, on the page after the sign-in or in the dialog over a page that needs them. */
export function codeForm(page: Page) {
  const digits = page.getByRole('textbox', { name: 'Six-digit code' })
  return {
    digits,
    later: page.getByRole('button', { name: 'Do this later' }),
    refusal: page.getByRole('alert').filter({ hasText: 'Not confirmed' }),
    enter: async (value = code) => {
      // Sending a code comes first; then the field has the focus.
      await expect(digits).toBeFocused()
      await digits.fill(value)
      await page.getByRole('button', { name: 'Confirm', exact: true }).click()
    },
  }
}
