import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min'
import type { Mobile } from '#contract/people'
import type { PhoneProblem } from './phone'

/*
 * What is known about the world's telephone numbers: 30 kB that only `loadPhonePlan` loads, when a number is asked for.
 * The small tables do: lengths and prefixes of every country, not which numbers are mobile ones. A number is refused for
 * its length alone, since new prefixes come faster than new tables.
 */

/** `+44` of `GB`. */
export const callingCodeOf = (country: string): string | undefined =>
  isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : undefined

/** Every country that has telephones, with its calling code. */
export const callingCodes = (): { country: string; code: string }[] =>
  getCountries().map((country) => ({ country, code: `+${getCountryCallingCode(country)}` }))

/** Of the countries that share a calling code the one that it is known by. */
const known: Readonly<Record<string, string>> = {
  '+1': 'US',
  '+7': 'RU',
  '+39': 'IT',
  '+44': 'GB',
  '+47': 'NO',
  '+61': 'AU',
  '+212': 'MA',
  '+262': 'RE',
  '+290': 'SH',
  '+358': 'FI',
  '+590': 'GP',
  '+599': 'CW',
}
const mainCountry = (code: string): string | undefined =>
  known[code] ?? callingCodes().find((each) => each.code === code)?.country

/** The country of a number, as far as it tells. */
export function countryOf({ countryCode, number }: Mobile): string | undefined {
  return parsePhoneNumberFromString(`${countryCode}${number}`)?.country ?? mainCountry(countryCode)
}

/**
 * What was typed as the API wants it: the national number without the 0 in front of it, which some countries write and
 * others must keep. A number with its own calling code (`+44 7700…`, `0044…`) brings its country with it.
 */
export function readNumber(typed: string, country: string | undefined): Mobile | undefined {
  const text = typed.trim().replace(/^00/, '+')
  const home = country && isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(text, home satisfies CountryCode | undefined)
  return parsed && { countryCode: `+${parsed.countryCallingCode}`, number: parsed.nationalNumber }
}

/** As the people of the country write it: `07700 900123`. */
export const nationalText = ({ countryCode, number }: Mobile): string =>
  parsePhoneNumberFromString(`${countryCode}${number}`)?.formatNational() ?? number

/** Whether the country has numbers of that length. */
export function lengthProblem({ countryCode, number }: Mobile): PhoneProblem | undefined {
  switch (validatePhoneNumberLength(`${countryCode}${number}`)) {
    case undefined:
      return undefined
    case 'TOO_SHORT':
    case 'NOT_A_NUMBER':
      return 'TOO_SHORT'
    case 'TOO_LONG':
    case 'INVALID_LENGTH':
      return 'TOO_LONG'
    case 'INVALID_COUNTRY':
      return 'NO_SUCH_CODE'
  }
}

/** As one writes it for somebody in another country: `+44 7700 900123`. */
export const worldText = ({ countryCode, number }: Mobile): string =>
  parsePhoneNumberFromString(`${countryCode}${number}`)?.formatInternational() ?? `${countryCode} ${number}`
