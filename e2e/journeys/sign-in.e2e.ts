import { expectAccessible } from '../fixtures/accessible'
import { expect, password, people, test } from '../fixtures/test'
import { codeForm, signInForm } from '../pages/sign-in'

const MINUTE = 60_000
const notRight = 'E-mail address or password is not right. Check both and try again.'

test.beforeEach(async ({ world }) => {
  await world('small-company')
})

test('root signs in with password and code, and sees the money of the company', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL('/sign-in')
  await expect(page).toHaveTitle('Sign in · Multi Console')
  await expectAccessible(page)
  await signInForm(page).enter(people.root.email)

  await expect(page.getByRole('heading', { level: 1, name: 'Confirm that it is you' })).toBeVisible()
  await expectAccessible(page)
  const code = codeForm(page)
  await code.enter('654321')
  await expect(code.refusal).toContainText('That code is not right. Check the latest message and enter it again.')
  await expectAccessible(page)
  await code.enter('12')
  await expect(page.getByText('The code has six digits.')).toBeVisible()
  await code.enter()

  await expect(page).toHaveURL('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Your sign-in: Ada Byron' })).toBeVisible()
  const balances = page.getByRole('region', { name: 'Balances' })
  await expect(balances.getByRole('link', { name: 'Available on 4 EUR accounts' })).toContainText('EUR 2,090,000.00')
  await expect(balances.getByRole('link', { name: 'Available on 2 GBP accounts' })).toContainText('GBP 180,000.00')
  await expect(balances.getByRole('link', { name: 'Available on one USD account' })).toContainText('USD 75,000.00')
  const movements = page.getByRole('region', { name: 'Latest movements' }).getByRole('listitem')
  await expect(movements).toHaveCount(10)
  await expect(movements.first()).toContainText('From Boulangerie Martin')
  await expect(movements.first()).toContainText('EUR +4,077.00')
  await expect(movements.nth(4)).toContainText('Operating → Supplier float')
  await expect(movements.nth(4)).toContainText('EUR 1,599.00')
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})

test('an authorised user chosen from the demo list signs in by the button', async ({ page }) => {
  await page.goto('/sign-in')
  const form = signInForm(page)
  await page.getByRole('button', { name: people.grace.email }).click()
  await expect(form.email).toHaveValue(people.grace.email)
  await form.secret.fill(password)
  await form.button.click()
  await codeForm(page).enter()
  await expect(page.getByRole('button', { name: 'Your sign-in: Grace Hopper' })).toBeVisible()
})

test('what is missing is said before anything is sent', async ({ page }) => {
  await page.goto('/sign-in')
  const form = signInForm(page)
  await form.button.click()
  await expect(page.getByText('Enter the e-mail address of your sign-in.')).toBeVisible()
  await expect(page.getByText('Enter your password.')).toBeVisible()
  await expect(form.email).toBeFocused()
  await expectAccessible(page)
  await form.enter('root at northwind')
  await expect(page.getByText('This is not an e-mail address. It should look like name@company.com.')).toBeVisible()
})

test('a wrong password and an unknown address are refused in the same words', async ({ page }) => {
  await page.goto('/sign-in')
  const form = signInForm(page)
  await form.enter(people.root.email, 'Sandbox-2025!')
  await expect(form.refusal).toContainText(notRight)
  await expectAccessible(page)
  const said = await form.refusal.innerText()
  await page.reload()
  await form.enter('nobody@northwind.example')
  await expect(form.refusal).toContainText(notRight)
  expect(await form.refusal.innerText()).toBe(said)

  await page.goto('/accounts')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('five wrong passwords lock the sign-in for half an hour, also for the right one', async ({ page, sandbox }) => {
  await page.goto('/sign-in')
  const form = signInForm(page)
  for (const attempt of [1, 2, 3, 4]) {
    await form.enter(people.root.email, `Wrong-${attempt}-2026!`)
    await expect(form.refusal).toContainText(notRight)
  }
  await form.enter(people.root.email, 'Wrong-5-2026!')
  await expect(form.secret).toHaveValue('')
  await form.enter(people.root.email)
  await expect(form.refusal).toContainText(/This sign-in is locked, and opens again at \d\d:\d\d\./)
  await expect(page.getByRole('timer')).toHaveText(/^Opens in (30:00|29:[45]\d)$/)
  await expectAccessible(page)

  await sandbox.advance(30 * MINUTE)
  await form.enter(people.root.email)
  await expect(codeForm(page).digits).toBeVisible()
})

test('a second code can be sent after fifteen seconds, and a third one not at all', async ({ page, sandbox }) => {
  await page.clock.install()
  const pass = async () => {
    await sandbox.advance(15_000)
    await page.clock.fastForward(15_000)
  }
  await page.goto('/sign-in')
  await signInForm(page).enter(people.root.email)
  const waiting = page.getByRole('button', { name: /^Send a new code in \d+ seconds?$/ })
  const again = page.getByRole('button', { name: 'Send a new code', exact: true })
  await expect(waiting).toBeDisabled()
  await pass()
  await again.click()
  await expect(page.getByText('This was the last code of this session.')).toBeVisible()
  await expect(again).toBeHidden()
  await page.reload()
  await expect(page.getByText('This was the last code of this session.')).toBeVisible()
  await expectAccessible(page)
  await codeForm(page).enter()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})

test('wrong codes run out, and only a new sign-in helps then', async ({ page }) => {
  await page.goto('/sign-in')
  await signInForm(page).enter(people.root.email)
  const code = codeForm(page)
  for (const [wrong, left] of [
    ['000001', '4 tries'],
    ['000002', '3 tries'],
    ['000003', '2 tries'],
  ] as const) {
    await code.enter(wrong)
    await expect(code.refusal).toContainText(
      `That code is not right. Check the latest message and enter it again. You have at most ${left} left.`,
    )
  }
  await code.enter('000004')
  await expect(code.refusal).toContainText('You have one try left before codes are refused for this session.')
  await code.enter('000005')
  await expect(code.refusal).toContainText('Too many wrong codes.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await signInForm(page).enter(people.root.email)
  await code.enter()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})

test('sign-in leads back to the page that was asked for', async ({ page }) => {
  await page.goto('/accounts?currency=GBP')
  await expect(page).toHaveURL(/\/sign-in\?redirect=/)
  await signInForm(page).enter(people.root.email)
  await codeForm(page).enter()
  await expect(page).toHaveURL('/accounts?currency=GBP')
  await expect(page.getByRole('link', { name: 'UK operating' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Payroll' })).toBeHidden()
})

for (const foreign of ['//evil.example/accounts', 'https://evil.example/', '/\\evil.example']) {
  test(`sign-in never leads to ${foreign}`, async ({ page }) => {
    await page.goto(`/sign-in?redirect=${encodeURIComponent(foreign)}`)
    await signInForm(page).enter(people.root.email)
    await codeForm(page).later.click()
    await expect(page).toHaveURL('/')
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  })
}

test('the code may wait until something needs it, and then that goes on', async ({ page }) => {
  await page.goto('/sign-in')
  await signInForm(page).enter(people.root.email)
  const code = codeForm(page)
  await code.later.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()

  await page.getByRole('link', { name: 'New account' }).click()
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill('Trade fair')
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('EUR')
  const open = page.getByRole('button', { name: 'Open account' })
  await open.click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await expect(dialog).toContainText('What you asked for needs a code from your phone.')
  await expectAccessible(page)

  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(name).toHaveValue('Trade fair')
  await expect(page.getByRole('alert')).toBeHidden()

  await open.click()
  await code.enter('999999')
  await expect(code.refusal).toContainText('That code is not right.')
  await code.enter()
  await expect(page.getByRole('heading', { level: 1, name: 'Trade fair' })).toBeVisible()
  await page.goto('/accounts')
  await expect(page.getByRole('link', { name: 'Trade fair' })).toHaveCount(1)
})

test('signing out ends the session in every tab', async ({ page, context, login }) => {
  await login('root')
  await page.goto('/')
  const other = await context.newPage()
  await other.goto('/accounts')
  await expect(other.getByRole('link', { name: 'Payroll' })).toBeVisible()

  await page.getByRole('button', { name: 'Your sign-in: Ada Byron' }).click()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  for (const tab of [page, other]) {
    await expect(tab).toHaveURL('/sign-in')
    await expect(signInForm(tab).email).toBeVisible()
    await expect(tab.getByText('Payroll')).toBeHidden()
  }
  await other.goBack()
  await expect(other).toHaveURL(/\/sign-in/)
  await expect(other.getByText('Payroll')).toBeHidden()
  const session = await context.request.get('/api/session')
  expect(session.status()).toBe(401)
})
