import { expect, type Locator, type Page } from '@playwright/test'
import { code, password } from '../fixtures/test'

/** Presses Tab until something has the focus: whoever has no mouse gets there, or the test ends here. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  await expect(target).toBeVisible()
  for (let pressed = 0; pressed <= most; pressed++) {
    const there = await target.evaluate((element) => element === document.activeElement && document.hasFocus())
    if (there) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} was not reached by Tab`)
}

/** Filling in and pressing as somebody without a mouse does. */
export function byKeyboard(page: Page) {
  const type = async (label: string | RegExp, text: string) => {
    await tabTo(page, page.getByLabel(label, { exact: true }))
    await page.keyboard.type(text)
  }
  const press = async (name: string | RegExp, role: 'button' | 'link' = 'button') => {
    await tabTo(page, page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }))
    await page.keyboard.press('Enter')
  }
  return {
    type,
    press,
    /** Chooses from a list by the beginning of a name. */
    choose: async (label: string, name: string) => {
      const list = page.getByRole('combobox', { name: label, exact: true })
      await tabTo(page, list)
      await page.keyboard.type(name)
      await expect(list.locator('option:checked')).toHaveText(name)
    },
    tick: async (label: RegExp) => {
      await tabTo(page, page.getByRole('checkbox', { name: label }))
      await page.keyboard.press('Space')
    },
  }
}

/** The pages by which somebody becomes a customer. */
export function onboarding(page: Page) {
  const keys = byKeyboard(page)
  const frames = page.locator('iframe')
  const field = (at: number) => frames.nth(at).contentFrame().locator('input[type=password]')
  return {
    ...keys,
    step: (name: string) => expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible(),
    /** The new password twice, in the frames of the protected fields. */
    choosePassword: async (value = password, again = value) => {
      for (const [at, typed] of [value, again].entries()) {
        await tabTo(page, field(at))
        // In place of what a refusal has left there.
        await page.keyboard.press('ControlOrMeta+a')
        await page.keyboard.type(typed)
      }
      await keys.press('Set the password')
    },
    enterCode: async (submit: string, value = code) => {
      await keys.type('Six-digit code', value)
      await keys.press(submit)
    },
  }
}

export type ConsumerPerson = { name: string; email: string; mobile?: string }

/** A registration without the page, for what comes after it; the browser's context gets the cookie of its entry. */
export async function registerConsumerByApi(
  page: Page,
  url: string,
  { name, email, mobile = '7700900321' }: ConsumerPerson,
) {
  const answer = await page.request.post(`${url}/api/console/registrations/consumer`, {
    headers: { 'x-requested-with': 'multi-console', origin: url, 'idempotency-ref': crypto.randomUUID() },
    data: {
      rootUser: {
        name,
        surname: 'Quill',
        email,
        mobile: { countryCode: '+44', number: mobile },
        dateOfBirth: { year: 1991, month: 4, day: 9 },
        address: { addressLine1: '4 Well Lane', city: 'Cork', postCode: 'T12 X4P3', country: 'IE' },
        nationality: 'IE',
        placeOfBirth: 'Cork',
        occupation: 'STUDENT',
      },
      sourceOfFunds: 'PERSONAL_SAVINGS',
      acceptedTerms: true,
    },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** What somebody typed before, as this tab keeps it; the address is somebody's already. */
export const typedConsumer = JSON.stringify({
  ready: true,
  rootUser: {
    name: 'Mara',
    surname: 'Quill',
    dateOfBirth: { year: '1990', month: '2', day: '27' },
    placeOfBirth: 'Cork, Ireland',
    nationality: 'IE',
    email: 'greta@onboarding.example',
    mobile: { countryCode: '+44', number: '7700900321' },
    address: {
      addressLine1: '4 Well Lane',
      addressLine2: '',
      city: 'Cork',
      postCode: 'T12 X4P3',
      state: '',
      country: 'IE',
    },
    occupation: 'STUDENT',
  },
  sourceOfFunds: 'PERSONAL_SAVINGS',
  sourceOfFundsOther: '',
  acceptedTerms: false,
})
