import type { Page } from '@playwright/test'
import { makeBulkCsv } from '../../bench/fixtures/bulk-csv'
import { expectAccessible } from '../fixtures/accessible'
import { bank } from '../fixtures/bank'
import { expect, people, test } from '../fixtures/test'
import { approvalsDesk } from '../pages/approvals-desk'
import { bulkMonitor } from '../pages/bulk-monitor'
import { newBulkPage } from '../pages/new-bulk'
import { codeForm, signInForm } from '../pages/sign-in'
import { transferWizard } from '../pages/transfer-wizard'

const MINUTE = 60_000

/** On a desk and in a hand, by day and by night: no violation that axe knows of, and nothing to scroll sideways. */
async function expectAccessibleEverywhere(page: Page): Promise<void> {
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(sideways, `${new URL(page.url()).pathname} fits into ${width} px`).toBe(0)
    // What is beside a page on a desk is the same on all of them, and the overview is looked at both ways.
    const night = width === 390 || new URL(page.url()).pathname === '/'
    for (const colorScheme of night ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined
      await test.step(`${new URL(page.url()).pathname} at ${width} px, ${colorScheme}`, () =>
        expectAccessible(page, rules))
    }
  }
}

async function visit(page: Page, path: string, shown: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByText(shown).filter({ visible: true }).first()).toBeVisible()
  await expectAccessibleEverywhere(page)
}

test.beforeEach(async ({ world }) => {
  await world('small-company')
})

test('sign-in and code', async ({ page }) => {
  await page.goto('/sign-in')
  const form = signInForm(page)
  await form.button.click()
  await expectAccessibleEverywhere(page)
  await form.enter(people.root.email, 'Wrong-2026!')
  await expect(form.refusal).toBeVisible()
  await expectAccessibleEverywhere(page)
  await form.enter(people.root.email)
  await expect(codeForm(page).digits).toBeFocused()
  await expectAccessibleEverywhere(page)
})

test('what is laid over a page: code, warning, sign-in', async ({ page, sandbox, login }) => {
  await login('root', { stepUp: false })
  await page.goto('/accounts/new')
  await page.getByRole('textbox', { name: 'Name' }).fill('Trade fair')
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('EUR')
  await page.getByRole('button', { name: 'Open account' }).click()
  await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible()
  await expectAccessibleEverywhere(page)
  await codeForm(page).enter()
  await expect(page.getByRole('heading', { level: 1, name: 'Trade fair' })).toBeVisible()

  await sandbox.advance(4 * MINUTE)
  await expect(page.getByRole('region', { name: 'Your session is about to end' })).toBeVisible()
  await expectAccessibleEverywhere(page)
  await sandbox.advance(MINUTE)
  await expect(page.getByRole('dialog', { name: 'Sign in to go on' })).toBeVisible()
  await expectAccessibleEverywhere(page)
})

test('overview and accounts', async ({ page, login, context, gateway }) => {
  await login('root')
  const { account } = bank(context, gateway.url)
  const [operating, closed] = [await account('Operating'), await account('Closed project')]
  await visit(page, '/', 'From Boulangerie Martin')
  await visit(page, '/accounts', 'UK reserve')
  await visit(page, '/accounts?name=nothing', 'No account matches these filters')
  await visit(page, `/accounts/${operating.id}`, 'From Boulangerie Martin')
  await visit(page, `/accounts/${closed.id}`, 'Nothing has moved yet')
})

test('events', async ({ page, login }) => {
  await login('root')
  await visit(page, '/events', 'Sign-in')
  await visit(page, '/events?state=FAILED', 'No event matches these filters')
  await visit(page, '/events/00000000-0000-4000-8000-000000000000', 'No such event')
})

test('authorisations', async ({ page, login }) => {
  await login('root')
  await visit(page, '/authorisations', 'Nothing was asked yet')
  await visit(page, '/authorisations?by=PERSON', 'No request matches these filters')
  await visit(page, '/authorisations/rules', 'Nobody has saved rules yet')
  await visit(page, '/authorisations/rules?edit=new-card', 'Keep rule')
  await visit(page, '/authorisations/rules?edit=new-wire', 'Sender’s name')
  await visit(page, '/authorisations/nothing', 'No such request')
})

test('forms of accounts, and addresses that lead nowhere', async ({ page, login, context, gateway }) => {
  await login('root')
  const operating = await bank(context, gateway.url).account('Operating')
  await visit(page, '/accounts/new', 'Open account')
  await visit(page, `/accounts/${operating.id}/edit`, 'Save')
  await visit(page, '/accounts/999', 'No such account')
  await visit(page, '/nowhere', 'There is nothing here')
})

test('transfers', async ({ page, login }) => {
  await login('root')
  await visit(page, '/transfers', 'Operating → Supplier float')
  await page.getByRole('link', { name: 'Operating → Supplier float' }).first().click()
  await expect(page.getByRole('button', { name: 'Cancel transfer' })).toBeVisible()
  await expectAccessibleEverywhere(page)

  const wizard = transferWizard(page)
  await visit(page, '/transfers/new', 'Choose the account to pay from')
  await wizard.choose('From', 'Supplier float')
  await expectAccessibleEverywhere(page)
  await wizard.choose('To', 'Operating')
  await wizard.next.click()
  await expect(page.getByText('Enter an amount.')).toBeVisible()
  await expectAccessibleEverywhere(page)
  await wizard.amount.fill('40001')
  await wizard.next.click()
  await expect(wizard.submit).toBeVisible()
  await expectAccessibleEverywhere(page)
})

test('approvals and their rules', async ({ page, login, someoneElse }) => {
  await login('root')
  const desk = approvalsDesk(page)
  await visit(page, '/approvals', 'Nothing waits for you')
  await visit(page, '/approvals/rules', 'No rules yet')
  await visit(page, '/approvals/rules/new', 'Which payments')
  await page.getByRole('button', { name: 'Add rule' }).click()
  await expect(page.getByText('Give the rule a name.')).toBeVisible()
  await expectAccessibleEverywhere(page)

  await desk.addRule('From a thousand', '1000')
  await visit(page, '/approvals/rules', 'How long payments wait')
  const alan = await someoneElse('alan')
  const wizard = transferWizard(alan)
  await wizard.between('Operating', 'Supplier float')
  await wizard.amount.fill('1000')
  await wizard.next.click()
  await wizard.submit.click()
  await approvalsDesk(alan).says('Waits for another person: EUR 1,000.00')
  await expectAccessibleEverywhere(alan)

  await visit(page, '/approvals', 'Alan Turing')
  await desk.row('Alan Turing').getByRole('link').click()
  await desk.reject.click()
  await expect(page.getByText('Say why, so that whoever asked for it knows.')).toBeVisible()
  await expectAccessibleEverywhere(page)
  await desk.comment.fill('Paid in October')
  await desk.reject.click()
  await desk.says('Rejected by Ada Byron')
  await expectAccessibleEverywhere(page)
  await page.goto('/approvals/rules')
  await page.getByRole('link', { name: 'From a thousand' }).click()
  await page.getByRole('button', { name: 'Remove rule' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await expectAccessibleEverywhere(page)
})

test('choosing a file of bulk transfers', async ({ page, login }) => {
  await login('root')
  await visit(page, '/bulks', 'No bulk')
  await visit(page, '/bulks/new', 'New bulk transfer')
})

test('a bulk transfer from its file to its end', async ({ page, login, context, gateway }) => {
  await login('root')
  await page.goto('/bulks/new')
  const accounts = (await bank(context, gateway.url).accounts()).filter((each) => each.state.state === 'ACTIVE')
  const wizard = newBulkPage(page)
  const bad = makeBulkCsv(2, accounts)
    .replaceAll(/,\d+\.\d\d,/g, ',1e3,')
    .split('\r\n')
    .slice(1)
  await wizard.choose(makeBulkCsv(40, accounts) + bad.join('\r\n'))
  await expect(page.getByText('40 rows are ready, 2 have to be repaired or set aside')).toBeVisible()
  await expectAccessibleEverywhere(page)
  await page.getByRole('button', { name: 'Amount as a power of ten' }).click()
  await page.getByRole('button', { name: 'Set all 2 aside' }).click()
  await wizard.toReview.click()
  await expect(wizard.submit).toBeVisible()
  await expectAccessibleEverywhere(page)
  await wizard.submitAndOpen()
  const monitor = bulkMonitor(page)
  await expect(monitor.start).toBeVisible()
  await expectAccessibleEverywhere(page)
  await monitor.start.click()
  await monitor.completed()
  await expectAccessibleEverywhere(page)
  await visit(page, '/bulks', 'Completed')
})

test('roles and people', async ({ page, login }) => {
  await login('grace')
  await visit(page, '/roles', 'Who may do what')
  await visit(page, '/roles/payments-maker', 'What this role may do')
  await visit(page, '/my-role', 'Accounts, cards and limits')
  await visit(page, '/roles/new', 'You may not do this yourself, so you cannot give it.')
  await page.getByRole('button', { name: 'Add role' }).click()
  await expect(page.getByText('Enter a name.')).toBeVisible()
  await page.getByRole('radio', { name: 'Only those that I choose' }).first().check()
  await expect(page.getByRole('checkbox', { name: /^Payroll/ })).toBeVisible()
  await expectAccessibleEverywhere(page)

  await visit(page, '/roles/people', 'alan@northwind.example')
  await page.getByRole('button', { name: 'Change the role of Ada Byron' }).focus()
  await expect(page.getByRole('tooltip')).toBeVisible()
  await expectAccessibleEverywhere(page)
  await page.getByRole('button', { name: 'Change the role of Alan Turing' }).click()
  await expect(page.getByRole('dialog', { name: 'Role of Alan Turing' })).toBeVisible()
  await expectAccessibleEverywhere(page)
})

test('the audit record', async ({ page, login }) => {
  await login('root')
  await visit(page, '/audit', 'The record holds')
  await page.getByRole('table').getByRole('link', { name: 'Step up: enter the code' }).click()
  await expect(page.getByText('Not recorded')).toBeVisible()
  await expectAccessibleEverywhere(page)
  await visit(page, '/audit?outcome=UNKNOWN', 'No line of the record matches these filters')
  await visit(page, '/audit/00000000-0000-4000-8000-000000000000', 'No such line')
})

test('what is not open to a role', async ({ page, login }) => {
  await login('alan')
  await visit(page, '/', 'Balances')
  await visit(page, '/accounts/new', 'This page is not open to your role')
  await visit(page, '/roles', 'This page is not open to your role')
})
