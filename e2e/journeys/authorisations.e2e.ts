import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { bank } from '../fixtures/bank'
import { expect, test } from '../fixtures/test'

type Fetch = { url: string; page: Page }

/** A card of the company, as the simulator can pay with it; its profile asks the platform. */
async function makeCard({ url, page }: Fetch): Promise<string> {
  const headers = { 'x-requested-with': 'multi-console', origin: url }
  const accounts = await bank(page.context(), url).accounts()
  const [richest] = accounts
    .filter(({ currency }) => currency === 'EUR')
    .sort((a, b) => b.balances.availableBalance - a.balances.availableBalance)
  const order = {
    profileId: '2102',
    friendlyName: 'Props',
    nameOnCard: 'Ada Byron',
    mode: 'DEBIT_MODE',
    parentManagedAccountId: richest?.id,
    billingAddress: { addressLine1: '3 Stage Door', city: 'Leeds', postCode: 'LS1 4AP', country: 'GB' },
  }
  const keyed = { ...headers, 'idempotency-ref': crypto.randomUUID() }
  const made = await page.request.post(`${url}/api/multi/managed_cards`, { headers: keyed, data: order })
  expect(made.status(), 'a card').toBe(200)
  return ((await made.json()) as { id: string }).id
}

/** Buys by the simulator and says what the shop is told. */
async function buy(url: string, card: string, merchantName: string, euros: number): Promise<string> {
  const answer = await fetch(`${url}/simulate/api/cards/${card}/purchase`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'programme-key': 'sandbox-api-key' },
    body: JSON.stringify({ merchantName, transactionAmount: { currency: 'EUR', amount: euros * 100 } }),
  })
  return ((await answer.json()) as { code: string }).code
}

async function addRule(page: Page, name: string, then: string, fill: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: 'Add a rule for purchases' }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
  await page.keyboard.type(name)
  await page.getByRole('combobox', { name: 'Then' }).selectOption(then)
  await page.getByRole('textbox', { name: 'Reason' }).fill(`Because of ${name}`)
  for (const [label, value] of Object.entries(fill)) await page.getByRole('textbox', { name: label }).fill(value)
  await page.getByRole('button', { name: 'Keep rule' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
}

async function saveRules(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save rules' }).click()
  await expect(page.getByText('The rules are saved.')).toBeVisible()
}

test.beforeEach(async ({ world, login }) => {
  await world('small-company')
  await login('root')
})

test('a rule is rehearsed on the past, saved, and declines what comes next', async ({ page, gateway }) => {
  const card = await makeCard({ url: gateway.url, page })
  expect(await buy(gateway.url, card, 'Lucky Casino', 20)).toBe('APPROVED')
  expect(await buy(gateway.url, card, 'Props and Wigs', 20)).toBe('APPROVED')

  await page.goto('/authorisations')
  const history = page.getByRole('table', { name: 'Authorisation requests' })
  await expect(history.getByRole('row').filter({ hasText: 'Lucky Casino' })).toContainText('no rule matched')
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Rules' }).click()
  await expect(page.getByRole('heading', { name: 'Authorisation rules' })).toBeFocused()
  await addRule(page, 'No wigs', 'ASK', { 'Merchant’s name': 'wigs' })
  await addRule(page, 'No casinos', 'DECLINE', { 'Merchant’s name': 'casino' })
  await page.getByRole('button', { name: 'Move No casinos up' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Move No casinos up' })).toBeFocused()
  await page.getByRole('button', { name: 'Remove No wigs' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Remove No casinos' })).toBeFocused()

  await page.getByRole('button', { name: 'Rehearse' }).click()
  await expect(page.getByText('2 requests were looked at. One would have met another decision.')).toBeVisible()
  const differences = page.getByRole('table', { name: 'Requests that would have met another decision' })
  await expect(differences.getByRole('row').filter({ hasText: 'Lucky Casino' })).toContainText('Rule 1: No casinos')
  await expectAccessible(page)
  // It was a rehearsal.
  expect(await buy(gateway.url, card, 'Lucky Casino', 21)).toBe('APPROVED')

  await saveRules(page)
  expect(await buy(gateway.url, card, 'Lucky Casino', 22)).toBe('DENIED_OTHER')
  await page.getByRole('link', { name: 'Authorisations', exact: true }).first().click()
  const declined = history.getByRole('row').filter({ hasText: '22.00' })
  await expect(declined).toContainText('Declined')
  await expect(declined).toContainText('Because of No casinos')
  await declined.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lucky Casino' })).toBeVisible()
  await expect(page.getByText('Rule 1: No casinos')).toBeVisible()
  await expect(page.getByText(/^\d+(\.\d)? ms$/)).toBeVisible()
  await expectAccessible(page)
})

test('a person is asked live: a key answers in time, and silence is the default', async ({ page, gateway }) => {
  const card = await makeCard({ url: gateway.url, page })
  await page.goto('/authorisations/rules')
  await addRule(page, 'Look at large ones', 'ASK', { 'EUR from': '50' })
  await saveRules(page)
  await page.getByRole('link', { name: 'Authorisations', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Authorisations' })).toBeFocused()
  const place = page.getByRole('listitem', { name: 'Place 1' })
  await expect(place).toContainText('Free')

  // The keys wait a moment after the mark has moved; pressing on is what an impatient person does.
  const asked = buy(gateway.url, card, 'Timber and Sons', 80)
  await expect(place.getByRole('timer')).toBeVisible()
  let bought: string | undefined
  void asked.then((code) => {
    bought = code
  })
  await expect(async () => {
    await page.keyboard.press('a')
    expect(bought).toBe('APPROVED')
  }).toPass({ intervals: [50], timeout: 5000 })
  const history = page.getByRole('table', { name: 'Authorisation requests' })
  await expect(history.getByRole('row').filter({ hasText: 'Timber and Sons' })).toContainText('Ada Byron')

  expect(await buy(gateway.url, card, 'Velvet Curtains', 70)).toBe('DENIED_OTHER')
  const silent = history.getByRole('row').filter({ hasText: 'Velvet Curtains' })
  await expect(silent).toContainText('Default: nobody answered in time')
  await expect(page.getByRole('listitem', { name: 'Place 2' })).toContainText('Declined')
  await page.getByRole('combobox', { name: 'Decided by' }).selectOption('Default, nobody answered in time')
  await expect(history.getByRole('row')).toHaveCount(2)
  await expectAccessible(page)
})

test('who may not see authorisations has no such room', async ({ someoneElse }) => {
  const page = await someoneElse('alan')
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Transfers' }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Authorisations' })).toHaveCount(0)
  await page.goto('/authorisations')
  await expect(page.getByText(/may not/).first()).toBeVisible()
})
