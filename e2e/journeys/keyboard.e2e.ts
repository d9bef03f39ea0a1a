import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { code, expect, password, people, test } from '../fixtures/test'
import { signInForm } from '../pages/sign-in'
import { transferWizard } from '../pages/transfer-wizard'

test.beforeEach(async ({ world }) => {
  await world('small-company')
})

/** What has the focus says so: a ring around itself or around the box that it stands in. */
async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    if (!element || element === document.body || element instanceof HTMLIFrameElement) return 'all is well'
    // The link of a row draws its ring around the whole row.
    const rings = [getComputedStyle(element), getComputedStyle(element, '::after')]
    const box = element.getBoundingClientRect()
    const inSight = box.bottom > 0 && box.top < innerHeight && box.width > 0
    const ringed = rings.some((ring) => ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) >= 1)
    return ringed && inSight ? 'all is well' : element.outerHTML.slice(0, 200)
  })
  expect(seen, 'an element with the focus but without a ring').toBe('all is well')
}

/** Presses Tab until the element has the focus; on the way nothing may hide where the focus is. */
async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    await expectFocusSeen(page)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${most} presses of Tab do not reach ${target}`)
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

test('somebody without a mouse signs in and makes a transfer', async ({ page }) => {
  const { keyboard } = page
  await page.goto('/')
  const form = signInForm(page)
  await expect(form.email).toBeFocused()
  await keyboard.type(people.root.email)
  await keyboard.press('Tab')
  await expect(form.secret).toBeFocused()
  await keyboard.type(password)
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Six-digit code' })).toBeFocused()
  await keyboard.type(code)
  await keyboard.press('Enter')
  await expect(heading(page, 'Overview')).toBeVisible()

  await tabTo(page, page.getByRole('link', { name: 'New transfer' }))
  await keyboard.press('Enter')
  await expect(heading(page, 'New transfer')).toBeFocused()

  const wizard = transferWizard(page)
  const radio = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}\\b`) })
  const choose = async (name: string) => {
    const first = page.getByRole('radio').first()
    await tabTo(page, first)
    await keyboard.press('Space')
    for (let presses = 0; presses < 8 && !(await radio(name).isChecked()); presses++) await keyboard.press('ArrowDown')
    await expect(radio(name)).toBeChecked()
    await tabTo(page, wizard.next)
    await keyboard.press('Enter')
  }
  await choose('Operating')
  await expect(page.getByRole('heading', { level: 2, name: 'To', exact: true })).toBeFocused()
  await choose('Payroll')
  await expect(page.getByRole('heading', { level: 2, name: 'Amount', exact: true })).toBeFocused()
  await tabTo(page, wizard.amount)
  await keyboard.type('1,50')
  await keyboard.press('Enter')
  await expect(page.getByText('Leave out the marks between thousands')).toBeVisible()
  await expect(wizard.amount).toBeFocused()
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type('1.50')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Review', exact: true })).toBeFocused()
  await tabTo(page, wizard.submit)
  await keyboard.press('Enter')
  await expect(page.getByText('Done: EUR 1.50 moved')).toBeVisible()
  await expect(heading(page, 'Transfer of EUR 1.50')).toBeFocused()
})

test('the first Tab leads past the navigation', async ({ page, login }) => {
  await login('root')
  await page.goto('/accounts')
  await expect(page.getByRole('link', { name: 'Payroll' })).toBeVisible()
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).not.toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'New account' })).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: 'Payroll' }))
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Payroll')).toBeFocused()
})

test('a question keeps the focus until it is answered, and gives it back', async ({ page, login }) => {
  await login('root')
  await page.goto('/accounts?name=Supplier')
  await page.getByRole('link', { name: 'Supplier float' }).click()
  const { keyboard } = page
  const menu = page.getByRole('button', { name: 'More actions' })
  await tabTo(page, menu)
  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Block account' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(menu).toBeFocused()

  await keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Block account' })).toBeFocused()
  await keyboard.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Block Supplier float?' })
  const [cancel, block] = [
    question.getByRole('button', { name: 'Cancel' }),
    question.getByRole('button', { name: 'Block account' }),
  ]
  // The safe answer comes first, and Tab goes round inside.
  await expect(cancel).toBeFocused()
  for (const next of [block, cancel, block]) {
    await keyboard.press('Tab')
    await expect(next).toBeFocused()
    await expectFocusSeen(page)
  }
  await keyboard.press('Shift+Tab')
  await expect(cancel).toBeFocused()
  await keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(menu).toBeFocused()
})

test('the code asked for over a page keeps the focus and gives it back', async ({ page, login }) => {
  await login('root', { stepUp: false })
  await page.goto('/accounts/new')
  const { keyboard } = page
  await page.getByRole('textbox', { name: 'Name' }).focus()
  await keyboard.type('Trade fair')
  await keyboard.press('Tab')
  await keyboard.type('EUR')
  await keyboard.press('Enter')
  const open = page.getByRole('button', { name: 'Open account' })
  await tabTo(page, open)
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await expect(dialog.getByRole('textbox', { name: 'Six-digit code' })).toBeFocused()
  for (let presses = 0; presses < 8; presses++) {
    await keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toHaveCount(1)
    await expectFocusSeen(page)
  }
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(open).toBeFocused()
  await keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Six-digit code' })).toBeFocused()
  await keyboard.type(code)
  await keyboard.press('Enter')
  await expect(heading(page, 'Trade fair')).toBeFocused()
})

test('the theme is chosen from the menu, and kept', async ({ page, login }) => {
  await login('root')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await expect(heading(page, 'Overview')).toBeVisible()
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color)
  const light = await ink()
  const theme = page.getByRole('button', { name: 'Theme' })
  await tabTo(page, theme)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'As the system' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(theme).toBeFocused()
  await expect.poll(ink).not.toBe(light)
  const dark = await ink()
  await expectAccessible(page)
  await page.reload()
  await expect(heading(page, 'Overview')).toBeVisible()
  expect(await ink()).toBe(dark)
})
