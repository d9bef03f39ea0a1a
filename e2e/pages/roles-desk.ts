import { expect, type Page } from '@playwright/test'

/** Roles and people: who has which role, and the form of a role. */
export function rolesDesk(page: Page) {
  const row = (person: string) =>
    page.getByRole('table', { name: 'People and their roles' }).getByRole('row').filter({ hasText: person })
  const change = (person: string) => page.getByRole('button', { name: `Change the role of ${person}` })
  const dialog = (person: string) => page.getByRole('dialog', { name: `Role of ${person}` })
  const scopes = { accounts: 'Which accounts the role sees', cards: 'Which cards the role sees' }
  return {
    row,
    change,
    dialog,
    /** On the list of people: gives somebody a role and waits until it stands there. */
    give: async (person: string, role: string) => {
      await change(person).click()
      await dialog(person).getByRole('combobox', { name: 'Role' }).selectOption({ label: role })
      await dialog(person).getByRole('button', { name: 'Give this role' }).click()
      await expect(row(person).getByRole('link', { name: role })).toBeVisible()
      await expect(dialog(person)).toBeHidden()
    },
    name: page.getByRole('textbox', { name: 'Name' }),
    may: (what: string | RegExp) => page.getByRole('checkbox', { name: what }),
    onlyChosen: (kind: keyof typeof scopes) =>
      page.getByRole('group', { name: scopes[kind] }).getByRole('radio', { name: 'Only those that I choose' }),
    add: page.getByRole('button', { name: 'Add role' }),
  }
}
