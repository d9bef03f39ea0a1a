import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { expect, test } from '../fixtures/test'
import { rolesDesk } from '../pages/roles-desk'

test.beforeEach(async ({ world }) => {
  await world('small-company')
})

const rooms = (page: Page) => page.getByRole('navigation', { name: 'Rooms' }).first()

/** Off, in the tab order, and with the reason that a screen reader reads. */
async function expectOff(control: Locator, reason: string | RegExp): Promise<void> {
  await expect(control).toHaveAttribute('aria-disabled', 'true')
  await expect(control).toHaveAccessibleDescription(reason)
}

const viewerMayNot = (deed: string) =>
  `Your role, Viewer, may not ${deed}. Whoever manages roles here (Owner or Admin) can change that.`

test('a role given in one browser changes what is open in another, at once', async ({ page, login, someoneElse }) => {
  const alan = await someoneElse('alan')
  await alan.goto('/')
  const newTransfer = alan.getByRole('link', { name: 'New transfer' })
  await expect(newTransfer).toHaveAttribute('href', '/transfers/new')
  await expect(rooms(alan).getByRole('link', { name: 'Roles and people' })).toHaveCount(0)

  await login('root')
  await page.goto('/roles')
  const desk = rolesDesk(page)
  await page.getByRole('navigation', { name: 'Roles and people' }).getByRole('link', { name: 'People' }).click()
  await desk.give('Alan Turing', 'Viewer')
  await expectOff(newTransfer, viewerMayNot('make or cancel transfers between own accounts'))
  await newTransfer.focus()
  await expect(alan.getByRole('tooltip')).toHaveText(/Your role, Viewer, may not/)
  await expectAccessible(alan)
  await alan.keyboard.press('Escape')
  await expect(alan.getByRole('tooltip')).toBeHidden()
  await alan.keyboard.press('Enter')
  await expect(alan).toHaveURL('/')

  await desk.give('Alan Turing', 'Admin')
  await expect(rooms(alan).getByRole('link', { name: 'Roles and people' })).toBeVisible()
  await expect(newTransfer).toHaveAttribute('href', '/transfers/new')
  await expect(newTransfer).toBeFocused()

  // A page that is open when its permission goes closes itself, and opens again when it comes back.
  await newTransfer.press('Enter')
  await expect(alan.getByRole('heading', { level: 1, name: 'New transfer' })).toBeVisible()
  await desk.give('Alan Turing', 'Viewer')
  await expect(alan.getByRole('heading', { level: 1, name: 'This page is not open to your role' })).toBeVisible()
  await desk.give('Alan Turing', 'Payments maker')
  await expect(alan.getByRole('heading', { level: 1, name: 'New transfer' })).toBeVisible()
})

test('a role of one’s own hides an account from whoever has it', async ({ page, login, someoneElse }) => {
  const alan = await someoneElse('alan')
  await alan.goto('/accounts')
  await alan.getByRole('link', { name: 'Payroll' }).click()
  await expect(alan.getByRole('heading', { level: 1, name: 'Payroll' })).toBeVisible()

  await login('root')
  const desk = rolesDesk(page)
  await page.goto('/roles')
  await page.getByRole('link', { name: 'New role' }).click()
  await desk.name.fill('Supplier desk')
  await desk.may('Make or cancel transfers between own accounts').check()
  // Who makes transfers sees them, and accounts by its own tick.
  await expect(desk.may('See transfers between own accounts')).toBeChecked()
  await desk.may('See accounts, balances and statements').check()
  await desk.onlyChosen('accounts').check()
  await desk.add.click()
  await expect(page.getByText('Choose at least one, or take away the permission to see them.')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Operating/ }).check()
  await page.getByRole('checkbox', { name: /^Supplier float/ }).check()
  const euros = page.getByRole('group', { name: 'EUR' })
  await euros.getByRole('textbox', { name: 'For one payment' }).fill('500')
  await euros.getByRole('textbox', { name: 'On one day' }).fill('100')
  await desk.add.click()
  await expect(page.getByText('This is more than the role may pay on one day (EUR 100.00).')).toBeVisible()
  await euros.getByRole('textbox', { name: 'On one day' }).fill('1000')
  await desk.add.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Supplier desk' })).toBeVisible()
  await expect(page.getByText('EUR 500.00 for one payment, EUR 1,000.00 on one day')).toBeVisible()
  await expect(page.getByText('A day begins and ends at midnight in UTC.')).toBeVisible()

  await page.goto('/roles/people')
  await desk.give('Alan Turing', 'Supplier desk')
  // What is hidden goes from the page that shows it, and from every list.
  await expect(alan.getByRole('alert').filter({ hasText: 'No such account' })).toBeVisible()
  await rooms(alan).getByRole('link', { name: 'Accounts' }).click()
  await expect(alan.getByRole('link', { name: 'Operating', exact: true })).toBeVisible()
  await expect(alan.getByRole('link', { name: 'Payroll' })).toHaveCount(0)

  // The person finds in the console what their role is and how far it reaches.
  await alan.getByRole('button', { name: 'Your sign-in: Alan Turing' }).click()
  await alan.getByRole('menuitem', { name: 'Your role: Supplier desk' }).click()
  await expect(alan.getByText('EUR 500.00 for one payment, EUR 1,000.00 on one day')).toBeVisible()
  await expect(alan.getByText('Supplier float')).toBeVisible()
  await expectAccessible(alan)

  // Somebody has it, so it stays; then nobody has it, and it goes after a question.
  await page.goto('/roles')
  await page
    .getByRole('table', { name: 'Roles, ready ones first' })
    .getByRole('link', { name: /Supplier desk/ })
    .click()
  const remove = page.getByRole('button', { name: 'Delete' })
  await expectOff(remove, 'One person has this role. Give them another one first.')
  await page.goto('/roles/people')
  await desk.give('Alan Turing', 'Payments maker')
  await page.getByRole('link', { name: 'Roles', exact: true }).click()
  await page
    .getByRole('table', { name: 'Roles, ready ones first' })
    .getByRole('link', { name: /Supplier desk/ })
    .click()
  await remove.click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL('/roles')
  await expect(page.getByRole('link', { name: /Supplier desk/ })).toHaveCount(0)
})

test('nobody gives what they lack', async ({ page, login }) => {
  await login('grace')
  const desk = rolesDesk(page)
  await page.goto('/roles/new')
  const lacking = desk.may(/^Change the profile or its verification/)
  await expect(lacking).toHaveAttribute('aria-disabled', 'true')
  await expect(lacking).toHaveAccessibleName(/You may not do this yourself, so you cannot give it\./)
  await lacking.click({ force: true })
  await expect(lacking).not.toBeChecked()
  await lacking.press('Space')
  await expect(lacking).not.toBeChecked()

  await page.goto('/roles/people')
  await expectOff(desk.change('Ada Byron'), /Ada Byron is the root user of your company, who is always the Owner/)
  await expectOff(desk.change('Grace Hopper'), /Nobody changes their own role/)
  await expect(desk.change('Alan Turing')).not.toHaveAttribute('aria-disabled')

  // A ready role is the same everywhere: a copy of it is not.
  await page.goto('/roles/owner')
  await expectOff(page.getByRole('link', { name: 'Change' }), /Ready roles are the same for every company/)
  await page.getByRole('link', { name: 'New role from this one' }).click()
  await expect(desk.name).toHaveValue('Copy of Owner')
  await expect(lacking).not.toBeChecked()
  await expect(desk.may('Invite, change or deactivate users')).toBeChecked()
  await desk.name.fill('viewer')
  await desk.add.click()
  await expect(page.getByText('There is a role of this name already. Choose another name.')).toBeVisible()
})

test('who only looks finds every control in its place, with the reason', async ({ page, login, someoneElse }) => {
  const root = await someoneElse('root')
  await root.goto('/roles/people')
  await rolesDesk(root).give('Alan Turing', 'Viewer')

  await login('alan')
  await page.goto('/accounts')
  const manage = viewerMayNot('open, rename, block or remove accounts')
  await expectOff(page.getByRole('link', { name: 'New account' }), manage)
  await page.getByRole('link', { name: 'Operating', exact: true }).click()
  await expectOff(page.getByRole('link', { name: 'Rename' }), manage)
  await expectOff(page.getByRole('link', { name: 'Transfer from here' }), /may not make or cancel transfers/)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expectOff(page.getByRole('menuitem', { name: 'Block account' }), manage)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await rooms(page).getByRole('link', { name: 'Bulk transfers' }).click()
  await expectOff(page.getByRole('link', { name: 'New bulk transfer' }).first(), viewerMayNot('prepare bulk payments'))

  // An address that is typed leads to the reason, not to an error.
  for (const [path, deed] of [
    ['/accounts/new', 'open, rename, block or remove accounts'],
    ['/bulks/new', 'prepare bulk payments'],
    ['/roles/people', 'see roles and who has which'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: 'This page is not open to your role' })).toBeVisible()
    await expect(page.getByText(viewerMayNot(deed))).toBeVisible()
  }
  await expectAccessible(page)
  await page.getByRole('link', { name: 'See what your role may do' }).click()
  await expect(page.getByText('Your role: Viewer')).toBeVisible()
})

test('on a phone: the rooms behind "More", and reasons for a finger', async ({ browser, page, login }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await login('grace')
  await page.goto('/')
  const bar = page.getByRole('navigation', { name: 'Rooms' }).last()
  await bar.getByRole('button', { name: 'More' }).focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'More rooms' })
  await expect(sheet).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('button', { name: 'More' })).toBeFocused()
  await page.keyboard.press('Enter')
  await sheet.getByRole('link', { name: 'Roles and people' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Roles and people' })).toBeVisible()
  await expect(sheet).toBeHidden()

  const touch = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
  })
  const hand = await touch.newPage()
  await hand.goto(new URL('/roles/people', page.url()).href)
  await rolesDesk(hand).change('Ada Byron').tap({ force: true })
  await expect(hand.getByRole('tooltip')).toHaveText(/always the Owner/)
  await hand.getByRole('heading', { level: 1 }).tap()
  await expect(hand.getByRole('tooltip')).toBeHidden()
  await touch.close()
})

test('by keyboard alone: a role is made, given, and the day moved', async ({ page, login }) => {
  await login('root')
  await page.goto('/roles/new')
  const desk = rolesDesk(page)
  const until = async (control: Locator) => {
    for (let presses = 0; presses < 120; presses++) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    await expect(control).toBeFocused()
  }
  await until(desk.name)
  await page.keyboard.type('Auditors')
  await until(desk.may('Read the record of who did what'))
  await page.keyboard.press('Space')
  await until(desk.add)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Auditors' })).toBeFocused()

  await page.goto('/roles/people')
  await until(desk.change('Alan Turing'))
  await page.keyboard.press('Enter')
  await expect(desk.dialog('Alan Turing').getByRole('combobox', { name: 'Role' })).toBeFocused()
  await page.keyboard.type('Aud')
  await page.keyboard.press('Enter')
  await until(desk.dialog('Alan Turing').getByRole('button', { name: 'Give this role' }))
  await page.keyboard.press('Enter')
  await expect(desk.row('Alan Turing').getByRole('link', { name: 'Auditors' })).toBeVisible()
  await expect(desk.change('Alan Turing')).toBeFocused()

  await page.goto('/roles')
  const day = page.getByRole('region', { name: 'Day of the limits' })
  await until(day.getByRole('button', { name: 'Change' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toBeFocused()
  await page.keyboard.type('Europe/Malta')
  await until(page.getByRole('button', { name: 'Save' }))
  await page.keyboard.press('Enter')
  await expect(day.getByText('A day begins and ends at midnight in Europe/Malta.')).toBeVisible()
})
