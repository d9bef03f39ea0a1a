import type { Page } from '@playwright/test'
import { makeBulkCsv } from '../../bench/fixtures/bulk-csv'
import { expectAccessible } from '../fixtures/accessible'
import { bank } from '../fixtures/bank'
import { expect, test } from '../fixtures/test'
import { approvalsDesk } from '../pages/approvals-desk'
import { bulkMonitor } from '../pages/bulk-monitor'
import { newBulkPage } from '../pages/new-bulk'
import { codeForm } from '../pages/sign-in'
import { transferWizard } from '../pages/transfer-wizard'

test.beforeEach(async ({ world, login, page }) => {
  await world('small-company')
  await login('root')
  await approvalsDesk(page).addRule('From a thousand', '1000')
})

async function pay(page: Page, amount: string): Promise<void> {
  const wizard = transferWizard(page)
  await wizard.between('Operating', 'Supplier float')
  await wizard.amount.fill(amount)
  await wizard.next.click()
  await wizard.submit.click()
}

test('Alan pays over the rule and sees it wait; Grace is told, approves, and Alan sees it made', async ({
  someoneElse,
  page,
}) => {
  const alan = await someoneElse('alan')
  const grace = await someoneElse('grace')
  const [hers, his] = [approvalsDesk(grace), approvalsDesk(alan)]
  await grace.goto('/')
  await expect(hers.room).toHaveAccessibleName('Approvals')

  await pay(alan, '1000')
  await expect(alan).toHaveURL(/\/approvals\/[0-9a-f-]+\?done=true/)
  await his.says('Waits for another person: EUR 1,000.00')
  await his.says('The rule “From a thousand” asks for a second person.')
  await expect(his.approve).toBeHidden()
  await expectAccessible(alan)

  // Hers counts it without anybody having done anything in that browser.
  await expect(hers.room).toHaveAccessibleName('Approvals one payment waits for you')
  await hers.room.click()
  await expectAccessible(grace)
  await hers.row('Alan Turing').getByRole('link').click()
  await hers.says('Operating → Supplier float')
  await hers.comment.fill('Invoice 7 seen')
  await expectAccessible(grace)
  await hers.approve.click()
  await hers.says('Made: EUR 1,000.00')
  await hers.says('Invoice 7 seen')
  await expect(grace.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(hers.room).toHaveAccessibleName('Approvals')

  await his.says('Made: EUR 1,000.00')
  await expect(his.history).toHaveCount(3)
  await alan.getByRole('link', { name: 'Open the transfer' }).click()
  await expect(alan.getByRole('heading', { level: 1, name: 'Transfer of EUR 1,000.00' })).toBeVisible()
  // Ada made neither of the two: the list of all has it.
  await page.goto('/approvals?view=all')
  await expect(approvalsDesk(page).row('Alan Turing')).toContainText('Made')
})

test('a code that is asked for is given over the page, and the decision goes on', async ({
  someoneElse,
  sandbox,
  page,
  context,
  login,
}) => {
  const alan = await someoneElse('alan')
  await pay(alan, '2000')
  await approvalsDesk(alan).says('Waits for another person: EUR 2,000.00')
  await context.clearCookies()
  await login('grace', { stepUp: false })
  await page.goto('/approvals')
  const desk = approvalsDesk(page)
  await desk.row('EUR 2,000.00').getByRole('link').click()
  await expect(desk.approve).toBeVisible()
  await sandbox.stepUp('strict')
  try {
    await desk.approve.click()
    await expect(page.getByRole('dialog', { name: 'Confirm that it is you' })).toBeVisible()
    await codeForm(page).enter()
    await desk.says('Made: EUR 2,000.00')
    await expect(desk.history).toHaveCount(3)
  } finally {
    await sandbox.stepUp('documented')
  }
})

test('a rejection needs its reason, and whoever asked reads it; what is below the rule leaves at once', async ({
  someoneElse,
  page,
}) => {
  const alan = await someoneElse('alan')
  await pay(alan, '1500')
  await approvalsDesk(alan).says('Waits for another person: EUR 1,500.00')
  const desk = approvalsDesk(page)
  await page.goto('/approvals')
  await desk.row('EUR 1,500.00').getByRole('link').click()
  await desk.reject.click()
  await expect(page.getByText('Say why, so that whoever asked for it knows.')).toBeVisible()
  await expect(desk.comment).toBeFocused()
  await expectAccessible(page)
  await desk.comment.fill('We have paid this in October')
  await desk.reject.click()
  await desk.says('Rejected by Ada Byron')
  await approvalsDesk(alan).says('We have paid this in October')

  await pay(alan, '999.99')
  await expect(alan.getByText('Done: EUR 999.99 moved')).toBeVisible()
})

test('nobody approves their own; it can be taken back', async ({ page }) => {
  const desk = approvalsDesk(page)
  await pay(page, '3000')
  await desk.says('Waits for another person: EUR 3,000.00')
  await expect(desk.approve).toBeHidden()
  await page.goto('/approvals')
  await expect(page.getByText('Nothing waits for you')).toBeVisible()
  await desk.tab('Mine').click()
  await desk.row('EUR 3,000.00').getByRole('link').click()
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await desk.says('Withdrawn by Ada Byron')
})

test('a bulk waits when it is to run, and is started by the approval', async ({
  someoneElse,
  page,
  gateway,
  context,
}) => {
  const alan = await someoneElse('alan')
  const { accounts } = bank(context, gateway.url)
  const payable = (await accounts()).filter(({ friendlyName }) => ['Payroll', 'Operating'].includes(friendlyName))
  const small = makeBulkCsv(3, payable).trim().split('\r\n')
  const large = small.map((line, at) => {
    const cells = line.split(',')
    if (at === 1) cells[2] = '1000.00'
    return cells.join(',')
  })
  const wizard = newBulkPage(alan)
  await wizard.open()
  await wizard.choose(large.join('\r\n'))
  await wizard.toReview.click()
  const id = await wizard.submitAndOpen()
  await bulkMonitor(alan).start.click()
  await approvalsDesk(alan).says('Waits for another person: EUR')

  const desk = approvalsDesk(page)
  await page.goto('/approvals')
  await desk.row('Bulk of 3 transfers').getByRole('link').click()
  await expect(page.getByText('Largest single payment')).toBeVisible()
  await expectAccessible(page)
  await desk.approve.click()
  await desk.says('The bulk has been started.')
  await page.goto(`/bulks/${id}`)
  await bulkMonitor(page).completed()
})

test('several at once, by keyboard alone', async ({ someoneElse, page }) => {
  const alan = await someoneElse('alan')
  for (const amount of ['1100', '1200']) {
    await pay(alan, amount)
    await approvalsDesk(alan).says('Waits for another person')
  }
  const desk = approvalsDesk(page)
  await page.goto('/approvals')
  await expect(desk.row('EUR 1,200.00')).toBeVisible()
  for (const amount of ['1,100.00', '1,200.00']) {
    await page.getByRole('checkbox', { name: `Choose EUR ${amount}, Alan Turing` }).focus()
    await page.keyboard.press('Space')
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Approve 2 payments' }).focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Approve 2 payments' })
  await expect(question).toContainText('EUR 2,300.00')
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Approve 2 payments' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('EUR 1,100.00, Alan Turing: Made')).toBeVisible()
  await expect(page.getByText('EUR 1,200.00, Alan Turing: Made')).toBeVisible()
  await expect(desk.room).toHaveAccessibleName('Approvals')
})

test('rules are changed and removed; who may not change them reads them', async ({ someoneElse, page }) => {
  await page.goto('/approvals/rules')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'From a thousand' }).click()
  const form = page.getByRole('form', { name: 'Change approval rule' })
  await form.getByRole('checkbox', { name: 'Transfers between own accounts' }).check()
  await form.getByRole('radio', { name: 'Made one by one' }).check()
  await form.getByRole('group', { name: 'One payment of at least' }).getByRole('textbox', { name: 'GBP' }).fill('1,5')
  await form.getByRole('button', { name: 'Save rule' }).click()
  await expect(form.getByText('Leave out the marks between thousands, as in 1250.00.')).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('group', { name: 'One payment of at least' }).getByRole('textbox', { name: 'GBP' }).fill('900')
  await form.getByRole('button', { name: 'Save rule' }).click()
  const row = approvalsDesk(page).row('From a thousand')
  await expect(row).toContainText('Transfers made one by one of EUR 1,000.00 or GBP 900.00 or more')

  const alan = await someoneElse('alan')
  await alan.goto('/approvals/rules')
  await expect(alan.getByRole('row').filter({ hasText: 'From a thousand' })).toBeVisible()
  await expect(alan.getByRole('link', { name: 'From a thousand' })).toHaveCount(0)
  await expectAccessible(alan)

  await page.getByRole('textbox', { name: 'Hours until a payment expires' }).fill('0')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Write whole hours, from 1 to 720.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Hours until a payment expires' }).fill('48')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Payments now wait 48 hours.')).toBeVisible()
  await page.getByRole('link', { name: 'From a thousand' }).click()
  await page.getByRole('button', { name: 'Remove rule' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove rule' }).click()
  await expect(page.getByText('No rules yet')).toBeVisible()
  await pay(alan, '5000')
  await expect(alan.getByText('Done: EUR 5,000.00 moved')).toBeVisible()
})
