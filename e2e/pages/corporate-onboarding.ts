import { expect, type Page } from '@playwright/test'

/** A company that can be registered, with everything that the pages ask for. */
export const moreau = {
  name: 'Ines',
  surname: 'Moreau',
  day: '7',
  month: '3',
  year: '1984',
  email: 'ines@moreau.example',
  mobile: '+33 6 12 34 56 78',
  company: 'Moreau Frères',
  country: 'France',
  number: '732 829 320',
}

/** Filling in a company's registration with a mouse: quick, for what comes after it. */
export function corporateOnboarding(page: Page) {
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text)
  const choose = (label: string, name: string) => page.getByLabel(label, { exact: true }).selectOption({ label: name })
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const step = (name: string) => expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
  return {
    fill,
    choose,
    press,
    step,
    /** Opens the wizard and fills it in up to the review. */
    async toReview(changed: Partial<typeof moreau> = {}) {
      const typed = { ...moreau, ...changed }
      await page.goto('/onboarding/corporate')
      await press('Begin')
      await step('You')
      await fill('First names', typed.name)
      await fill('Surname', typed.surname)
      await fill('Day', typed.day)
      await fill('Month', typed.month)
      await fill('Year', typed.year)
      await page.getByRole('radio', { name: /^A director/ }).check()
      await fill('E-mail address', typed.email)
      await fill('Mobile number', typed.mobile)
      await press('Continue')
      await step('Company')
      await fill('Legal name', typed.company)
      await choose('Kind of company', 'Limited company (Ltd, GmbH, SARL, BV …)')
      await choose('Where it is registered', typed.country)
      await fill('Registration number', typed.number)
      await press('Continue')
      await step('Business')
      await choose('Country', 'France')
      await fill('Street and number', '12 rue de la Paix')
      await fill('Town or city', 'Paris')
      await fill('Post code', '75001')
      await choose('Industry', 'Retail and wholesale')
      await choose('Where its money comes from', 'Ordinary business')
      await choose('Main currency', 'EUR, Euro')
      await press('Continue')
      await step('Review')
    },
    /** Accepts the terms and sends. */
    async register() {
      await page.getByRole('checkbox', { name: /I accept the terms/ }).check()
      await press('Register the company')
    },
  }
}
