import { expect, type Page } from '@playwright/test'

type Step = 'From' | 'To' | 'Amount' | 'Review'

/** The wizard that moves money between two own accounts, step by step. */
export function transferWizard(page: Page) {
  const form = (step: Step) => page.getByRole('form', { name: step, exact: true })
  const next = page.getByRole('button', { name: 'Continue', exact: true })
  const choose = async (step: 'From' | 'To', account: string) => {
    await form(step)
      .getByRole('radio', { name: new RegExp(`^${account}\\b`) })
      .check()
    await next.click()
  }
  return {
    form,
    next,
    choose,
    steps: page.getByRole('navigation', { name: 'New transfer: Steps' }),
    amount: page.getByRole('textbox', { name: 'Amount' }),
    description: page.getByRole('textbox', { name: 'Description' }),
    later: page.getByRole('radio', { name: 'At a time I choose' }),
    at: page.getByLabel('Date and time'),
    submit: page.getByRole('button', { name: /^(Transfer|Schedule) [A-Z]{3}/ }),
    /** From the first step to the amount. */
    between: async (from: string, to: string) => {
      await page.goto('/transfers/new')
      await choose('From', from)
      await choose('To', to)
      await expect(form('Amount')).toBeVisible()
    },
    /** The row of an account in the review: what is available now, and afterwards. */
    balances: (account: string) => page.getByRole('row').filter({ hasText: account }),
    /** The side of a transfer's own page that shows an account. */
    side: (which: 'From' | 'To') =>
      page
        .getByRole('region', { name: 'Accounts' })
        .locator('div')
        .filter({ has: page.getByText(which, { exact: true }) })
        .last(),
  }
}

/** What a person writes into a field of date and time, in the zone of this machine. */
export function localText(at: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}
