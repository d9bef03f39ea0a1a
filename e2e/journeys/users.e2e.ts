import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { expect, test } from '../fixtures/test'
import { codeForm } from '../pages/sign-in'

const DAY = 24 * 60 * 60_000

test.beforeEach(async ({ world }) => {
  await world('small-company')
})

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const fact = (page: Page, term: string) =>
  page.getByRole('definition').filter({ has: page.locator(`xpath=preceding-sibling::dt[.="${term}"]`) })

/** By keyboard alone: from field to field as one goes. */
async function typeAlong(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.insertText(text)
    await page.keyboard.press('Tab')
  }
}

test('a person is added by keyboard, given a role, invited, late, and invited again', async ({
  page,
  login,
  loginAs,
  sandbox,
}) => {
  await login('root', { stepUp: false })
  await page.goto('/users')
  await expect(page.getByRole('row', { name: /Grace Hopper.*Active/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Add a person' }).press('Enter')

  // Refusals stand at the field that they are about, and what was typed stays.
  const first = page.getByRole('textbox', { name: 'First name' })
  await first.focus()
  await typeAlong(page, ['Ivy', 'Late', 'grace@northwind.example'])
  const country = page.getByRole('combobox', { name: 'Country of residence' })
  await country.selectOption('GB')
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter')
  await codeForm(page).enter()
  const email = page.getByRole('textbox', { name: 'E-mail address' })
  await expect(email).toHaveAccessibleDescription(/belongs to somebody already/)
  await expect(email).toBeFocused()
  await email.fill('ivy@mailinator.com')
  await page.keyboard.press('Enter')
  await expect(email).toHaveAccessibleDescription(/Addresses of this provider are not accepted/)
  await email.fill('ivy@northwind.example')
  const mobile = page.getByRole('textbox', { name: 'Mobile number' })
  await mobile.fill('+44 77')
  await page.keyboard.press('Enter')
  await expect(mobile).toHaveAccessibleDescription(/digits are missing/)
  await mobile.fill('+44 7700 900188')
  await page.getByRole('textbox', { name: 'Day' }).fill('30')
  await page.getByRole('textbox', { name: 'Month' }).fill('2')
  await page.getByRole('textbox', { name: 'Year' }).fill('1990')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This month does not have so many days.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Day' }).fill('28')
  await expectAccessible(page)
  await page.keyboard.press('Enter')

  await expect(heading(page, 'Ivy Late')).toBeVisible()
  await expect(page.getByText('Ivy was added, and cannot sign in yet')).toBeVisible()
  await page.getByRole('button', { name: 'Change the role of Ivy Late' }).press('Enter')
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Payments maker')
  await page.getByRole('button', { name: 'Give this role' }).press('Enter')
  await expect(page.getByRole('link', { name: 'Payments maker' })).toBeVisible()
  await page.getByRole('button', { name: 'Invite', exact: true }).press('Enter')
  const asked = page.getByRole('alertdialog', { name: 'Invite Ivy Late' })
  await asked.getByRole('button', { name: 'Invite' }).press('Enter')
  await expect(asked).toBeHidden()
  await expect(page.getByText(/^Invited until/)).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, ['color-contrast'])

  await sandbox.advance(31 * DAY)
  await loginAs('root@northwind.example')
  await page.reload()
  await expect(page.getByText('The invitation has expired', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Send the invitation again' }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Send the invitation again' }).press('Enter')
  await expect(page.getByText(/^Invited until/)).toBeVisible()
})

test('details change within their limits, and a refusal says what to do', async ({ page, login }) => {
  await login('root')
  await page.goto('/users?email=grace%40northwind.example')
  await expect(page.getByText('one person matches')).toBeVisible()
  await page.getByRole('link', { name: /Grace Hopper/ }).click()
  const open = () => page.getByRole('link', { name: 'Change details' }).click()
  const save = page.getByRole('button', { name: 'Save' })
  const email = page.getByRole('textbox', { name: 'E-mail address' })
  await open()
  await email.fill('grace.hopper@northwind.example')
  await page.getByRole('textbox', { name: 'Tag' }).fill('')
  await save.click()
  await expect(page.getByRole('textbox', { name: 'Tag' })).toHaveAccessibleDescription(/can be replaced, but not taken/)
  await page.getByRole('textbox', { name: 'Tag' }).fill('treasury')
  await expectAccessible(page)
  await save.click()
  await expect(fact(page, 'E-mail address')).toHaveText('grace.hopper@northwind.example')
  await expect(fact(page, 'Tag')).toHaveText('treasury')
  await open()
  await email.fill('grace.h@northwind.example')
  await save.click()
  await expect(email).toHaveAccessibleDescription(/changed a short time ago\. Put the former one back/)
  await expect(email).toHaveValue('grace.h@northwind.example')
})

test('who is deactivated is out at once, on the page that is open', async ({ page, login, someoneElse }) => {
  const alan = await someoneElse('alan')
  await alan.goto('/accounts')
  await expect(heading(alan, 'Accounts')).toBeVisible()
  await login('root')
  await page.goto('/roles/people')
  await page.getByRole('link', { name: 'Alan Turing' }).click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  const asked = page.getByRole('alertdialog', { name: 'Deactivate Alan Turing?' })
  await expect(asked).toContainText('signed out everywhere at once')
  await asked.getByRole('button', { name: 'Deactivate' }).click()
  await expect(page.getByText('Alan cannot sign in')).toBeVisible()
  // Without a press of his: his page says so itself, and shows nothing of the company any more.
  await expect(heading(alan, 'Sign in')).toBeVisible()
  await page.getByRole('button', { name: 'Activate' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Activate' }).click()
  await expect(page.getByText('Alan cannot sign in')).toBeHidden()
})

test('several are invited at once, as a bulk that is watched like any other', async ({ page, login }) => {
  await login('root')
  await page.goto('/users')
  for (const name of ['Grace Hopper', 'Alan Turing']) {
    await page.getByRole('checkbox', { name: `Choose ${name}` }).press('Space')
  }
  await page.getByRole('button', { name: 'Invite 2 people' }).press('Enter')
  await page.getByRole('button', { name: 'Go on to the bulk' }).press('Enter')
  await expect(page.getByText('2 invitations wait')).toBeVisible()
  await expect(page.getByRole('complementary').getByText('2 invitations', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Start 2/ }).click()
  // Both have a password: the rows say so in words.
  await expect(page.getByText(/has a password already/).first()).toBeVisible()
  // Nothing left, and nobody is said to be invited.
  await page.getByRole('main').getByRole('link', { name: 'People' }).click()
  await expect(page.getByText('No invitation known here')).toHaveCount(2)
})

test('an Admin below the reach of a person finds the buttons off, and reads why', async ({
  page,
  login,
  someoneElse,
}) => {
  await login('root')
  await page.goto('/roles/people')
  const desk = await someoneElse('alan')
  await desk.goto('/users')
  // A Viewer sees people and changes nothing, and has no boxes to choose with.
  await expect(desk.getByRole('link', { name: 'Add a person' })).toHaveAccessibleDescription(/may not/)
  await expect(desk.getByRole('checkbox')).toHaveCount(0)
  await desk.getByRole('link', { name: /Grace Hopper/ }).click()
  const invite = desk.getByRole('button', { name: 'Invite', exact: true })
  await expect(invite).toHaveAttribute('aria-disabled', 'true')
  await expect(invite).toHaveAccessibleDescription(/Your role, .*, may not/)
})
