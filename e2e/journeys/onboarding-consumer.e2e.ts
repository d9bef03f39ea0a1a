import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/accessible'
import { expect, test } from '../fixtures/test'
import { checkScreens } from '../pages/check-screens'
import { onboarding, registerConsumerByApi, tabTo, typedConsumer } from '../pages/onboarding'

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
    const retypeYear = async (year: number) => {
      await page.getByLabel('Year').focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(String(year))
      await way.press('Continue')
    }
    await retypeYear(new Date().getFullYear() - 17)
    await expect(page.getByText('Only somebody who is 18 or older can do this.')).toBeVisible()
    await retypeYear(1990)

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

test('a verification is closed in the middle, sent back with reasons, corrected, looked at and approved', async ({
  page,
  world,
  sandbox,
  loginAs,
}) => {
  await world('onboarding')
  await loginAs('dario@onboarding.example', { stepUp: false })
  const way = onboarding(page)
  const screens = checkScreens(page.locator('iframe').contentFrame())
  const banner = page.getByRole('region', { name: 'Verification' })

  await page.goto('/')
  await expect(banner).toContainText('Your verification is not finished')
  const newAccount = page.getByRole('link', { name: 'New account' }).first()
  await expect(newAccount).toHaveAttribute('aria-disabled', 'true')
  await banner.getByRole('link', { name: 'Go on' }).click()
  // Opened, closed before anything was submitted, and opened again by a reload of its address.
  await way.step('Verification')
  await expect(page.getByRole('main')).toContainText('The verification is not finished')
  await page.getByRole('button', { name: 'Go on with the verification' }).click()
  await expect(screens.heading('Verify your identity')).toBeVisible()
  await page.getByRole('button', { name: 'Go on later' }).click()
  await expect(page.getByRole('main')).toContainText('You closed the verification before it was submitted')
  await page.goBack()
  await page.reload()
  await submit(page)
  await screens.sendBack('Ask for documents', 'DOCUMENTS_UNSATISFACTORY', 'The second page is missing.')
  await expect(screens.heading('More documents are needed')).toBeVisible()
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('The verification was sent back')
  await expect(page.getByRole('listitem').filter({ hasText: 'A document could not be read' })).toBeVisible()
  await expect(page.getByText('The second page is missing.')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Go on with the verification' }).click()
  await submit(page)
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('The verification is being looked at')
  await page.getByRole('link', { name: 'Go to my account' }).click()
  // The banner follows what a reviewer decides, without anything being pressed.
  await expect(banner).toContainText('Your verification is being looked at')
  await sandbox.review('dario@onboarding.example', {
    outcome: 'TEMPORARILY_REJECTED',
    details: ['SELFIE_UNSATISFACTORY'],
  })
  await expect(banner).toContainText('Your verification is not finished')
  await expectAccessible(page)
  await banner.getByRole('link', { name: 'Go on' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'The photo of the face' })).toBeVisible()
  await sandbox.review('dario@onboarding.example', { outcome: 'APPROVED' })
  await expect(page.getByRole('main')).toContainText('You are verified')
  await page.getByRole('link', { name: 'Go to my account' }).click()
  await expect(banner).toHaveCount(0)
  await expect(newAccount).not.toHaveAttribute('aria-disabled')
})

test('a review ends for good while its customer looks on', async ({ page, world, sandbox, loginAs }) => {
  await world('onboarding')
  await loginAs('elena@onboarding.example', { stepUp: false })
  await page.goto('/onboarding/consumer')
  await expect(page.getByRole('main')).toContainText('The verification is being looked at')
  await sandbox.review('elena@onboarding.example', { outcome: 'REJECTED', details: ['UNSUPPORTED_COUNTRY'] })
  await expect(page.getByRole('alert')).toContainText('You were not accepted as a customer')
  await expect(page.getByRole('listitem').filter({ hasText: 'cannot be taken' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go on with the verification' })).toHaveCount(0)
  await expectAccessible(page)
})

test('a refused address leads back to it, and a registration without an answer is made once', async ({
  page,
  world,
  sandbox,
}) => {
  await world('onboarding')
  const way = onboarding(page)
  await page.goto('/onboarding/consumer')
  await page.evaluate(
    (draft) => sessionStorage.setItem('multi-console.draft.onboarding-consumer', draft),
    typedConsumer,
  )
  await page.goto('/onboarding/consumer?step=review')
  await way.step('Review')
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByText('Accept the terms to go on.')).toBeVisible()
  await page.getByRole('checkbox', { name: /I accept the terms/ }).check()
  await page.getByRole('button', { name: 'Register' }).click()

  await way.step('You')
  const email = page.getByLabel('E-mail address')
  await expect(email).toBeFocused()
  await expect(page.getByText('Somebody is registered with this e-mail address already.')).toBeVisible()
  await expect(page.getByLabel('First names')).toHaveValue('Mara')
  // It may be their own: two ways on, until another address stands there.
  const goOn = page.getByRole('link', { name: 'Go on with a code' })
  await expect(goOn).toHaveAttribute('href', /\/onboarding\/email\?email=greta.*&cons=true/)
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
  await email.fill('mara@quill.example')
  await expect(goOn).toHaveCount(0)
  await page.getByRole('button', { name: 'Continue' }).click()
  await way.step('Review')
  await sandbox.fault({ operation: 'consumerCreate', when: 'after', status: 502, times: 1 })
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('main')).toContainText('We do not know yet whether this went through')
  await page.getByRole('button', { name: 'Check again' }).click()
  await way.step('Password')

  // Its hour is over: the page says so, and also a reload leads to what was typed, to send it again.
  await sandbox.advance(61 * 60_000)
  await way.choosePassword()
  await expect(page.getByRole('main')).toContainText('This registration does not wait here any more')
  await page.reload()
  await way.step('Review')
  await expect(page.getByRole('main')).toContainText('mara@quill.example')
  await page.getByRole('button', { name: 'Register' }).click()
  await way.step('Password')
})

test('a registration goes on in another browser by the link of the e-mail, and not in the first one', async ({
  page,
  browser,
  world,
  gateway,
}) => {
  await world('empty')
  await page.goto('/onboarding/consumer')
  await registerConsumerByApi(page, gateway.url, { name: 'Nils', email: 'nils@quill.example' })
  await page.reload()
  const here = onboarding(page)
  await here.step('Password')

  const other = await browser.newContext({ baseURL: gateway.url })
  const phone = await other.newPage()
  const there = onboarding(phone)
  await phone.goto('/onboarding/email?email=nils@quill.example&nonce=000000&cons=true')
  await expect(phone.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('nils@quill.example')
  // Nothing of the link stays in the address.
  await expect.poll(() => new URL(phone.url()).search).toBe('')
  await phone.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(phone.getByRole('alert')).toContainText('The code is not right')
  await phone.getByRole('button', { name: 'Send a new code' }).click()
  await expect(phone.getByText('a code is on its way to it')).toBeVisible()
  await phone.getByLabel('Six-digit code').fill('123456')
  await phone.getByRole('button', { name: 'Confirm', exact: true }).click()
  await phone.getByRole('link', { name: 'Choose a password' }).click()
  await there.step('Password')
  await there.choosePassword('alllowercase')
  await expect(phone.getByText('This is too easy to guess.')).toBeVisible()
  await there.choosePassword()
  // The address was proved by the link.
  await there.step('Phone')
  await there.press('Send the code')
  for (const wrong of ['000001', '000002', '000003', '000004', '000005']) {
    await phone.getByLabel('Six-digit code').fill(wrong)
    await phone.getByRole('button', { name: 'Register this phone' }).click()
    const said = wrong < '000004' ? 'That code is not right' : wrong < '000005' ? 'One try is left' : 'Too many wrong'
    await expect(phone.getByRole('alert')).toContainText(said)
  }
  await expect(phone.getByRole('button', { name: 'Send the code' })).toBeVisible()
  await other.close()

  await here.choosePassword()
  await expect(page.getByRole('main')).toContainText('This registration does not wait here any more')
  await expectAccessible(page)
})

/** From the first screen of a person's verification to its submission. */
async function submit(page: Page): Promise<void> {
  const frame = page.locator('iframe').contentFrame()
  const screens = checkScreens(frame)
  await frame.getByRole('checkbox', { name: /I accept the institution/ }).check()
  await screens.press('Continue')
  await screens.press('Continue')
  await screens.press('Use sample documents')
  await screens.press('Continue')
  await screens.press('Submit for review')
  await expect(screens.heading('Submitted for review')).toBeVisible()
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
