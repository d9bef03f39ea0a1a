import type { Mobile } from '#contract/people'

/** A number that nothing was typed of yet. */
export const noPhone: Mobile = { countryCode: '', number: '' }

export type PhoneProblem = 'EMPTY' | 'NO_CODE' | 'NO_SUCH_CODE' | 'CHARACTERS' | 'TOO_SHORT' | 'TOO_LONG'
export type PhonePlan = typeof import('./phone-plan')

let plan: PhonePlan | undefined
let loading: Promise<PhonePlan> | undefined

/** The tables of the world's numbers, loaded when first asked for; a failed try may be repeated. */
export const loadPhonePlan = (): Promise<PhonePlan> => {
  loading ??= import('./phone-plan').then(
    (loaded) => {
      plan = loaded
      return loaded
    },
    (mistake: unknown) => {
      loading = undefined
      throw mistake
    },
  )
  return loading
}

/** The tables, if they have been loaded. */
export const phonePlan = (): PhonePlan | undefined => plan

/** What the API demands of every number, and with the tables whether the country has numbers of that length. */
export function phoneProblem(phone: Mobile, tables = plan): PhoneProblem | undefined {
  const { countryCode, number } = phone
  if (!number) return 'EMPTY'
  if (!/^\d+$/.test(number)) return 'CHARACTERS'
  if (!countryCode) return 'NO_CODE'
  if (!/^\+\d{1,3}$/.test(countryCode)) return 'NO_SUCH_CODE'
  if (number.length > 12) return 'TOO_LONG'
  return tables?.lengthProblem(phone)
}

/** What was typed as the request wants it; without the tables the digits as they are, and what is no number unchanged. */
export function readPhone(typed: string, code: string, country: string | undefined, tables = plan): Mobile {
  const text = typed.trim()
  if (!/^[+\d][\d\s().\-/\u00a0\u2010-\u2013]*$/.test(text)) return { countryCode: code, number: text }
  const read = tables?.readNumber(text, country)
  if (read) return read
  const international = /^(?:\+|00)/.test(text)
  return { countryCode: code, number: international ? text : text.replace(/\D/g, '') }
}
