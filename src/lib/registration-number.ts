import { countryName } from './countries'
import { type RegistrationForm, registrationForms } from './registration-forms'

export type RegistrationProblem =
  | { code: 'EMPTY' | 'TOO_LONG' }
  /** Not the country's form, or digits that do not fit together; `from`: countries whose numbers look exactly like this. */
  | { code: 'FORM' | 'CHECK_DIGITS'; from: string[] }

const bare = (typed: string): string => typed.toUpperCase().replace(/[\s.\-\u2010-\u2013]/g, '')
const fits = ({ pattern, check }: RegistrationForm, number: string): boolean =>
  pattern.test(number) && (check?.(number) ?? true)

/** What a company's number is called in its country, and what one looks like; undefined where that is not known here. */
export const registrationWords = (country: string): Pick<RegistrationForm, 'name' | 'example'> | undefined =>
  registrationForms[country]

/** Countries whose numbers, and hardly any others, look like what was typed. */
export const looksLike = (typed: string): string[] =>
  Object.entries(registrationForms)
    .filter(([, form]) => form.telling && fits(form, bare(typed)))
    .map(([country]) => country)

/** What is wrong with a number of that country. Of a country whose form is not known here only the API's own limits. */
export function registrationProblem(country: string, typed: string): RegistrationProblem | undefined {
  const text = typed.trim()
  if (!text) return { code: 'EMPTY' }
  const form = registrationForms[country]
  if (!form) return text.length > 20 ? { code: 'TOO_LONG' } : undefined
  const number = bare(text)
  if (fits(form, number)) return undefined
  return { code: form.pattern.test(number) ? 'CHECK_DIGITS' : 'FORM', from: looksLike(text) }
}

/** As the register writes it, where it is a number of the country; otherwise as it was typed. */
export function writeRegistration(country: string, typed: string): string {
  const form = registrationForms[country]
  const number = bare(typed)
  return form && fits(form, number) ? (form.write?.(number) ?? number) : typed.trim()
}

/** `France or Portugal` */
export const countryNames = (countries: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(countries.map(countryName))
