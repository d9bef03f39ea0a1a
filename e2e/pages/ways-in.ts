import { expect, type Page } from '@playwright/test'

/** A field in a frame, by the name of the group that it stands in. */
const secret = (page: Page, name: string) =>
  page.getByRole('group', { name }).frameLocator('iframe').locator('input[type=password]')

/** The password that is chosen, and its repetition. */
export function chosenPassword(page: Page) {
  const first = secret(page, 'New password')
  const again = secret(page, 'The same again')
  return {
    first,
    again,
    group: page.getByRole('group', { name: 'New password' }),
    fill: async (value: string) => {
      // A frame empties its field after a refusal, in its own time.
      await expect(first).toHaveValue('')
      await first.fill(value)
      await again.fill(value)
    },
  }
}

/** A password that is too old, changed on the way in. */
export function expiredPassword(page: Page) {
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Your password has expired' }),
    old: secret(page, 'Expired password'),
    chosen: chosenPassword(page),
    submit: page.getByRole('button', { name: 'Change password and sign in' }),
  }
}

/** Signing in by phone, with the phone that the sandbox plays. */
export function phoneWay(page: Page) {
  const phone = page.getByRole('region', { name: 'Phone of the sandbox' })
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Sign in with your phone' }),
    email: page.getByRole('textbox', { name: 'E-mail address' }),
    ask: page.getByRole('button', { name: 'Ask my phone', exact: true }),
    again: page.getByRole('button', { name: 'Ask my phone again' }),
    left: page.getByRole('timer'),
    phone,
    approve: (what: string) => phone.getByRole('button', { name: `Approve: ${what}` }),
    decline: (what: string) => phone.getByRole('button', { name: `Decline: ${what}` }),
  }
}

/** The menu of the person: who, and as which of their companies. */
export function personMenu(page: Page, name: string) {
  const button = page.getByRole('button', { name: `Your sign-in: ${name}` })
  return {
    button,
    as: async (identity: string) => {
      await button.click()
      await page.getByRole('menuitemradio', { name: identity }).click()
    },
  }
}
