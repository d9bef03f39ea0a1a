import type { Mobile } from '#contract/people'
import { type PhoneProblem, phoneProblem } from '@/lib/phone'
import { catalogue } from '@/lib/text'

const t = catalogue('phone', {
  EMPTY: 'Enter the mobile number.',
  NO_CODE: 'Choose the country of the number, or begin it with + and the country’s code.',
  NO_SUCH_CODE: 'No country has this code. Choose the country from the list.',
  CHARACTERS: 'Write the number in digits, as in 07700 900123 or +44 7700 900123.',
  TOO_SHORT: 'Some digits are missing: numbers of this country are longer.',
  TOO_LONG: 'This has too many digits: numbers of this country are shorter.',
})

const saying = (problem: PhoneProblem): string => t(problem)

/** Why a number is refused, for a form's resolver as well as for the field itself. */
export function phoneRefusalText(phone: Mobile, required = true): string | undefined {
  const problem = phoneProblem(phone)
  return problem === undefined || (problem === 'EMPTY' && !required) ? undefined : saying(problem)
}
