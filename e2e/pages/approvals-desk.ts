import { expect, type Page } from '@playwright/test'

/** The room of payments that need a second person. */
export function approvalsDesk(page: Page) {
  const main = page.getByRole('main')
  return {
    room: page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Approvals/ }),
    comment: page.getByRole('textbox', { name: 'Comment' }),
    approve: page.getByRole('button', { name: /^Approve and/ }),
    reject: page.getByRole('button', { name: 'Reject', exact: true }),
    tab: (name: 'To decide' | 'Mine' | 'All') => page.getByRole('tab', { name, exact: true }),
    row: (text: string) => page.getByRole('row').filter({ hasText: text }),
    says: (text: string | RegExp) => expect(main.getByText(text).first()).toBeVisible(),
    history: page.getByRole('region', { name: 'History' }).getByRole('listitem'),
    /** Adds a rule about payments in EUR, as a person does. */
    addRule: async (name: string, euros: string) => {
      await page.goto('/approvals/rules')
      await page.getByRole('link', { name: 'New rule' }).first().click()
      const form = page.getByRole('form', { name: 'New approval rule' })
      await form.getByRole('textbox', { name: 'Name' }).fill(name)
      await form
        .getByRole('group', { name: 'One payment of at least' })
        .getByRole('textbox', { name: 'EUR' })
        .fill(euros)
      await form.getByRole('button', { name: 'Add rule' }).click()
      await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Every payment of EUR')
    },
  }
}
