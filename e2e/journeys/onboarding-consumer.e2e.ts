import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { expect, test } from '../fixtures/test'
import { checkScreens } from '../pages/check-screens'
import { onboarding, tabTo } from '../pages/onboarding'

test.describe('a person without a mouse, on a phone, in the dark', () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'en-GB' })

  test('opens an account from nothing to an approved customer', async ({ page, world }) => {
    await world('empty')
    const way = onboarding(page)
    const looked = async (name: string) => {
      await way.step(name)
      await expectAccessible(page)
      expect(await overflow(page), `${name} is no wider than the screen`).toBe(0)
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
    }
    await page.goto('/onboarding/consumer')
    await looked('What you need')
    await way.press('Begin')

    await looked('You')
    // What is wrong is said at its field, and the focus is there.
    await way.press('Continue')
    await expect(page.getByLabel('First names')).toBeFocused()
    await page.keyboard.type('Mara')
    await way.type('Surname', 'Quill')
    await way.type('Day', '30')
    await way.type('Month', '2')
    await way.type('Year', '1990')
    await way.type('Place of birth', 'Cork, Ireland')
    await way.choose('Nationality', 'Ireland')
    await way.type('E-mail address', 'mara@quill.example')
    await way.type('Mobile number', '+447700900321')
    await way.press('Continue')
    await expect(page.getByLabel('Day')).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('27')
    await way.press('Continue')

    await looked('Address')
    await way.choose('Country', 'Ireland')
    await way.type('Street and number', '4 Well Lane')
    await way.type('Town or city', 'Cork')
    await way.type('Post code', 'T12 X4P3')
    await way.press('Continue')

    await looked('Work and money')
    await way.choose('What do you do?', 'Student')
    await way.choose('Where will most of the money come from?', 'Something else')
    await way.type('Where else?', 'A scholarship')
    await way.press('Continue')

    await looked('Review')
    await expect(page.getByRole('main')).toContainText('A scholarship')
    // Everything typed survives a reload.
    await page.reload()
    await way.step('Review')
    await expect(page.getByRole('main')).toContainText('mara@quill.example')
    await way.tick(/I accept the terms/)
    await way.press('Register')

    await looked('Password')
    await way.choosePassword()

    await looked('E-mail address')
    await way.enterCode('Confirm this address')

    await looked('Phone')
    await way.press('Send the code')
    await way.enterCode('Register this phone')

    await looked('Verification')
    await way.press('Verify my identity')
    const screens = checkScreens(page.locator('iframe').contentFrame())
    await expect(screens.heading('Verify your identity')).toBeVisible()
    await tabTo(page, screens.field('checkbox'))
    await page.keyboard.press('Space')
    await screens.key('Continue')
    await screens.key('Continue')
    await screens.key('Use sample documents')
    await screens.key('Continue')
    await screens.key('Submit for review')
    await expect(screens.heading('Submitted for review')).toBeVisible()
    await screens.key('Approve')
    await expect(screens.heading('Approved')).toBeVisible()
    await expectAccessible(page)
    await way.press('Go on')
    await expect(page.getByRole('status').filter({ hasText: 'You are verified' })).toBeVisible()
    await expectAccessible(page)
    await way.press('Go to my account', 'link')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Verification' })).toHaveCount(0)
  })
})

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
