import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { code, expect, test } from '../fixtures/test'
import { checkScreens } from '../pages/check-screens'
import { corporateOnboarding, moreau } from '../pages/corporate-onboarding'
import { onboarding, tabTo } from '../pages/onboarding'

test.describe('a company without a mouse, on a phone, in the dark', () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'en-GB' })

  test('opens an account from nothing to an approved customer', async ({ page, world }) => {
    await world('empty')
    const way = onboarding(page)
    const looked = async (name: string) => {
      await way.step(name)
      await expectAccessible(page)
      expect(await overflow(page), `${name} is no wider than the screen`).toBe(0)
    }
    await page.goto('/onboarding')
    await expect(page.getByRole('heading', { level: 1, name: 'Open an account' })).toBeVisible()
    await expectAccessible(page)
    await way.press('For a company', 'link')
    await looked('What you need')
    await way.press('Begin')

    await looked('You')
    // What is missing is said at its field, and the focus is at the first one.
    await way.press('Continue')
    await expect(page.getByLabel('First names')).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.type(moreau.name)
    await way.type('Surname', moreau.surname)
    await way.type('Day', '30')
    await way.type('Month', '2')
    await way.type('Year', '1984')
    await tabTo(page, page.getByRole('radio', { name: /^A director/ }))
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: /^An authorised representative/ })).toBeChecked()
    await way.type('E-mail address', moreau.email)
    await way.type('Mobile number', moreau.mobile)
    await expect(page.getByLabel('Mobile number: country')).toHaveValue('FR')
    await way.press('Continue')
    await expect(page.getByText('This month does not have so many days.')).toBeVisible()
    await expect(page.getByLabel('Day')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(moreau.day)
    await retype(page, 'Year', String(new Date().getFullYear() - 17))
    await way.press('Continue')
    await expect(page.getByText('Only somebody who is 18 or older can do this.')).toBeVisible()
    await expect(page.getByLabel('Year')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(moreau.year)
    await retype(page, 'Month', moreau.month)
    await way.press('Continue')

    await looked('Company')
    await way.type('Legal name', moreau.company)
    await way.choose('Kind of company', 'Limited company (Ltd, GmbH, SARL, BV …)')
    await way.choose('Where it is registered', 'United Kingdom')
    await way.type('Registration number', moreau.number)
    await way.press('Continue')
    await expect(page.getByText('This looks like a number from France.')).toBeVisible()
    await expect(page.getByLabel('Registration number')).toBeFocused()
    await expectAccessible(page)
    // Everything typed survives a reload, also what is wrong.
    await page.reload()
    await way.step('Company')
    await expect(page.getByLabel('Registration number')).toHaveValue(moreau.number)
    await way.choose('Where it is registered', moreau.country)
    await way.press('Continue')

    await looked('Business')
    await way.choose('Country', 'France')
    await way.type('Street and number', '12 rue de la Paix')
    await way.type('Town or city', 'Paris')
    await way.type('Post code', '75001')
    await way.choose('Industry', 'Retail and wholesale')
    await way.choose('Where its money comes from', 'Something else')
    await way.type('Describe the source', 'Crowdfunding')
    await way.choose('Main currency', 'EUR, Euro')
    await way.press('Continue')

    await looked('Review')
    // Back keeps everything.
    await page.goBack()
    await way.step('Business')
    await expect(page.getByLabel('Describe the source')).toHaveValue('Crowdfunding')
    await way.press('Back to the review')
    await way.step('Review')
    await expect(page.getByRole('main')).toContainText('7 March 1984')
    await expect(page.getByRole('main')).toContainText('+33 6 12 34 56 78')
    const terms = page.getByRole('checkbox', { name: /I accept the terms/ })
    await expect(terms).not.toBeChecked()
    await way.press('Register the company')
    await expect(terms).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.press('Space')
    await way.press('Register the company')

    await looked('Password')
    await way.choosePassword('password', 'password')
    await expect(page.getByText('This is too easy to guess.')).toBeVisible()
    await page.reload()
    await way.step('Password')
    await way.choosePassword()

    await looked('E-mail address')
    await way.enterCode('Confirm this address')

    await looked('Phone')
    await way.press('Send the code')
    await way.enterCode('Register this phone')

    await looked('Verification')
    await way.press('Verify the company')
    const screens = checkScreens(page.locator('iframe').contentFrame())
    await expect(screens.heading('Verify the company')).toBeVisible()
    await tabTo(page, screens.field('checkbox'))
    await page.keyboard.press('Space')
    await screens.key('Continue')
    await expect(screens.heading('Company details')).toBeFocused()
    await screens.key('Continue')
    await page.keyboard.press('ArrowDown')
    await screens.key('Continue')
    await screens.key('Use sample documents')
    await screens.key('Continue')
    await screens.key('Submit for review')
    await expect(screens.heading('Submitted for review')).toBeVisible()
    await screens.key('Approve')
    await expect(screens.heading('Approved')).toBeVisible()
    await way.press('Go on')
    await expect(page.getByRole('main').getByText('The company is verified', { exact: true })).toBeVisible()
    await expectAccessible(page)
    await way.press('Go to my pages', 'link')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test('what the bank refuses leads back to the field that owns it, with everything else still there', async ({
  page,
  world,
}) => {
  await world('small-company')
  const form = corporateOnboarding(page)
  // Grace works for another company already.
  await form.toReview({
    email: 'grace@northwind.example',
    mobile: '+850 192 123 4567',
    country: 'United Kingdom',
    number: '00000000',
  })
  await form.register()
  await form.step('Company')
  await expect(page.getByLabel('Registration number')).toBeFocused()
  await expect(page.getByText('The register of this country has no company with this number.')).toBeVisible()
  await form.fill('Registration number', '99999999')
  await form.press('Back to the review')
  await form.press('Register the company')
  await expect(page.getByRole('alert')).toContainText('The register of this country does not answer at the moment')
  await page.getByRole('button', { name: /^Change\s*Company$/ }).click()
  await form.fill('Registration number', '08472914')
  await form.press('Back to the review')
  await form.press('Register the company')

  await form.step('You')
  await expect(page.getByLabel('E-mail address')).toBeFocused()
  await expect(page.getByText('Somebody is registered with this e-mail address already.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go on with a code' })).toHaveAttribute(
    'href',
    /\/onboarding\/email\?email=/,
  )
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
  await form.fill('E-mail address', 'ines@mailinator.com')
  await form.press('Back to the review')
  await form.press('Register the company')
  await form.step('You')
  await expect(page.getByText('Addresses of this e-mail provider are not accepted.')).toBeVisible()
  await form.fill('E-mail address', moreau.email)
  await form.press('Back to the review')
  await form.press('Register the company')

  // A number of a country that is not supported is told when the code should be sent to it.
  await form.step('Password')
  await onboarding(page).choosePassword()
  await form.step('E-mail address')
  await page.getByLabel('Six-digit code').fill(code)
  await form.press('Confirm this address')
  await form.step('Phone')
  await form.press('Send the code')
  await expect(page.getByText('No codes can be sent to numbers of this country.')).toBeVisible()
})

test('who has a password keeps it; an answer that never comes registers once', async ({ page, world, sandbox }) => {
  await world('small-company')
  const form = corporateOnboarding(page)
  // The root user of another company.
  await form.toReview({ email: 'root@northwind.example' })
  await form.register()
  await expect(page.getByText('You have a password here already')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: /^Change\s*You$/ }).click()
  await form.fill('E-mail address', moreau.email)
  await form.press('Back to the review')
  await sandbox.fault({ operation: 'corporateCreate', when: 'after', status: 503, times: 1 })
  await form.press('Register the company')
  await expect(page.getByText('We do not know yet whether this went through')).toBeVisible()
  // Also after a reload it is the same registration: another one would find the address taken.
  await page.reload()
  await form.step('Review')
  await sandbox.fault({ operation: 'corporateCreate', when: 'before', status: 503, times: 1 })
  await form.press('Register the company')
  await page.getByRole('button', { name: 'Check again' }).click()
  await form.step('Password')
})

/** Another text in a field that is reached by Tab. */
async function retype(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
