import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { code, expect, test } from '../fixtures/test'
import { codeForm, signInForm } from '../pages/sign-in'
import { chosenPassword, expiredPassword, personMenu, phoneWay } from '../pages/ways-in'

const MINUTE = 60_000
const nora = 'nora@quill.example'
const omar = 'omar@harbour.example'
const fresh = 'Marigold-7342!'

const choice = (page: Page) => page.getByRole('heading', { level: 1, name: 'For whom are you here?' })
const company = (page: Page, name: string) => page.getByRole('complementary').getByText(name)
const overview = (page: Page) => page.getByRole('heading', { level: 1, name: 'Overview' })

test.beforeEach(async ({ world }) => {
  await world('multi-identity')
})

test('who acts for several companies chooses one by keyboard, and goes over to another in all tabs', async ({
  page,
  context,
  sandbox,
}) => {
  await page.goto('/sign-in')
  await signInForm(page).enter(nora)
  await expect(choice(page)).toBeVisible()
  await expect(page).toHaveURL('/sign-in?step=identity')
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Tideline Energy Ltd' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Harbour Freight Ltd' })).toBeFocused()
  await page.keyboard.press('Enter')
  await codeForm(page).enter()
  await expect(overview(page)).toBeVisible()
  await expect(company(page, 'Harbour Freight Ltd')).toBeVisible()

  const other = await context.newPage()
  await other.goto('/transfers/new')
  await expect(company(other, 'Harbour Freight Ltd')).toBeVisible()
  await personMenu(page, 'Nora Quill').button.click()
  await expect(page.getByRole('menuitemradio')).toHaveCount(3)
  await expectAccessible(page)
  await page.getByRole('menuitemradio', { name: 'Lighthouse Studio Ltd' }).click()
  for (const tab of [page, other]) {
    await expect(company(tab, 'Lighthouse Studio Ltd')).toBeVisible()
    await expect(tab).toHaveURL('/')
    await expect(overview(tab)).toBeVisible()
    await expect(tab.getByText('Harbour Freight Ltd')).toBeHidden()
  }

  // The bank has forgotten that this person may choose: it wants the password once more, over the page.
  const menu = personMenu(page, 'Nora Quill')
  await menu.button.click()
  await expect(page.getByRole('menuitemradio')).toHaveCount(3)
  await sandbox.fault({ operation: 'userIdentities', when: 'before', status: 403, times: 2 })
  await page.getByRole('menuitemradio', { name: 'Tideline Energy Ltd' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your password once more' })
  await expect(dialog).toContainText('before you go on as Tideline Energy Ltd')
  await expectAccessible(page)
  await signInForm(page).enter(nora)
  for (const tab of [page, other]) {
    await expect(company(tab, 'Tideline Energy Ltd')).toBeVisible()
    await expect(overview(tab)).toBeVisible()
  }

  // Signed out everywhere, nobody is left anywhere.
  await menu.button.click()
  await page.getByRole('menuitem', { name: 'Sign out everywhere' }).click()
  for (const tab of [page, other]) await expect(signInForm(tab).email).toBeVisible()
  expect((await context.request.get('/api/session')).status()).toBe(401)
})

test('a session of several companies that has ended is taken up over the page as the same one', async ({
  page,
  sandbox,
}) => {
  await page.goto('/sign-in')
  await signInForm(page).enter(omar)
  await page.getByRole('button', { name: 'Harbour Freight Ltd' }).click()
  await codeForm(page).later.click()
  await page.goto('/accounts/new')
  await page.getByRole('textbox', { name: 'Name' }).fill('Half typed')
  await sandbox.advance(5 * MINUTE)
  await signInForm(page).enter(omar)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Half typed')
  await expect(company(page, 'Harbour Freight Ltd')).toBeVisible()
})

test('an expired password is changed on the way in, and only what was refused is typed again', async ({ page }) => {
  await page.goto('/sign-in')
  await signInForm(page).enter('ivo@tideline.example')
  const way = expiredPassword(page)
  await expect(way.heading).toBeVisible()
  await expectAccessible(page)
  await way.submit.click()
  await expect(page.getByText('Enter the password that you have used up to now.')).toBeVisible()

  await way.old.fill('Not-it-2026!')
  await way.chosen.fill(fresh)
  await way.submit.click()
  await expect(page.getByText('This is not the password that has expired. Type it again.')).toBeVisible()
  await expect(way.old).toHaveValue('')
  await expect(way.chosen.first).toHaveValue(fresh)

  await way.old.fill('Sandbox-2026!')
  await way.submit.click()
  await codeForm(page).enter()
  await expect(overview(page)).toBeVisible()
  await expect(company(page, 'Tideline Energy Ltd')).toBeVisible()
})

test('a lost password is replaced by a code from the e-mail, also by its link', async ({ page, sandbox }) => {
  await page.clock.install()
  await page.goto('/sign-in')
  await signInForm(page).email.fill('wren@tideline.example')
  await page.getByRole('link', { name: 'I have lost my password' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'A new password' })).toBeVisible()
  await expect(signInForm(page).email).toHaveValue('wren@tideline.example')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await expect(page).toHaveURL('/lost-password?step=code')
  await expect(
    page.getByText(/the code for wren@tideline.example is 123456. It can be entered until \d\d:\d\d/),
  ).toBeVisible()
  await page.getByText('If nothing comes').click()
  await expect(page.getByText('we do not tell whether an address is known here')).toBeVisible()
  await expectAccessible(page)

  const digits = page.getByRole('textbox', { name: 'Code from the e-mail' })
  const submit = page.getByRole('button', { name: 'Set password and sign in' })
  const chosen = chosenPassword(page)
  await digits.fill('12')
  await submit.click()
  await expect(page.getByText('The code has six digits.')).toBeVisible()
  await digits.fill('654321')
  await chosen.fill(fresh)
  await submit.click()
  await expect(page.getByText('This code does not go with this address')).toBeVisible()
  await expect(chosen.first).toHaveValue(fresh)

  const again = page.getByRole('button', { name: /^Send a new code/ })
  await expect(again).toBeDisabled()
  await sandbox.advance(15_000)
  await page.clock.fastForward(15_000)
  await again.click()
  await expect(page.getByRole('button', { name: /^Send a new code in 1\d seconds$/ })).toBeDisabled()

  // The link of the e-mail leads here too, and what it carries does not stay in the address.
  await page.goto(`/lost-password?email=${encodeURIComponent('wren@tideline.example')}&nonce=${code}`)
  await expect(page).toHaveURL('/lost-password?step=code')
  await expect(digits).toHaveValue(code)
  await chosen.fill('short')
  await submit.click()
  await expect(page.getByText('This is too short. Use at least 8 characters.')).toBeVisible()
  await chosen.first.fill('')
  await chosen.again.fill('')
  await chosen.fill(fresh)
  await submit.click()
  await codeForm(page).enter()
  await expect(overview(page)).toBeVisible()
})

test('a phone signs its person in, stepped up; it may also say no, and nobody may answer', async ({
  page,
  sandbox,
}) => {
  await page.goto('/sign-in')
  await signInForm(page).email.fill('nobody@quill.example')
  await page.getByRole('link', { name: 'Sign in with my phone' }).click()
  const way = phoneWay(page)
  await expect(way.heading).toBeVisible()
  await expectAccessible(page)
  await way.ask.click()
  await expect(page.getByRole('alert')).toContainText('No phone is linked to this address.')

  await way.email.fill(nora)
  await way.ask.click()
  await expect(page.getByText('Look at your phone')).toBeVisible()
  await expect(way.left).toHaveText(/^The question stands for [45]:\d\d$/)
  await expect(way.approve('Sign in')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await way.approve('Sign in').click()
  await expect(overview(page)).toBeVisible()
  await expect(company(page, 'Harbour Freight Ltd')).toBeVisible()
  await personMenu(page, 'Nora Quill').button.click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()

  await page.getByRole('link', { name: 'Sign in with my phone' }).click()
  await way.email.fill(nora)
  await way.ask.click()
  await way.decline('Sign in').click()
  await expect(page.getByText('Your phone said no')).toBeVisible()
  await way.again.click()
  await expect(page.getByText('Look at your phone')).toBeVisible()
  await sandbox.advance(5 * MINUTE)
  await expect(page.getByText('Nobody answered in time')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use the password instead' }).click()
  await expect(signInForm(page).email).toHaveValue(nora)
  await expect(page).toHaveURL('/sign-in')
})

test('the phone is asked instead of a code, and says yes', async ({ page }) => {
  await page.goto('/sign-in')
  await signInForm(page).enter(nora)
  await page.getByRole('button', { name: 'Harbour Freight Ltd' }).click()
  await page.getByRole('button', { name: 'Ask my phone instead' }).click()
  const way = phoneWay(page)
  await way.decline('Confirm that it is you').click()
  await expect(page.getByText('Your phone said no')).toBeVisible()
  await expectAccessible(page)
  await way.again.click()
  await way.approve('Confirm that it is you').click()
  await expect(overview(page)).toBeVisible()
  expect((await (await page.request.get('/api/session')).json()).steppedUp).toBe(true)
})
