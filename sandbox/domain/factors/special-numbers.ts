import type { CredentialRow } from '../identities/credentials'
import { programme } from '../programme'

/**
 * Numbers that make the refusals reachable which in life depend on networks and phones: a number that ends like this is
 * refused with that code, when a factor is enrolled or when it is used.
 */
const ENDINGS = {
  enrol: {
    '900990': 'MOBILE_NUMBER_INVALID',
    '900991': 'MOBILE_NUMBER_NOT_AVAILABLE',
    '900992': 'TYPE_DOES_NOT_SUPPORT_ENROLMENT',
    '900993': 'CHANNEL_NOT_SUPPORTED',
    '900994': 'CHANNEL_NOT_READY',
    '900995': 'PASSCODE_NOT_SET',
  },
  use: {
    '900980': 'MOBILE_NUMBER_INVALID',
    '900981': 'MOBILE_COUNTRY_NOT_SUPPORTED',
    '900982': 'CHANNEL_NOT_SUPPORTED',
  },
} as const
type Ending<M extends keyof typeof ENDINGS> = (typeof ENDINGS)[M][keyof (typeof ENDINGS)[M]]
type Code = Ending<'enrol'> | Ending<'use'>

type Numbered = Pick<CredentialRow, 'mobile_country_code' | 'mobile_number'>

/** Which of the given codes the person's number asks for, if any. */
export function numberRefusal<const C extends Code>(
  when: keyof typeof ENDINGS,
  { mobile_country_code: country, mobile_number: number }: Numbered,
  codes: readonly C[],
): C | undefined {
  const asked = Object.entries<Code>(ENDINGS[when]).find(([ending]) => number?.endsWith(ending))?.[1]
  const refused = unsupported(country) ? 'MOBILE_COUNTRY_NOT_SUPPORTED' : asked
  return codes.find((code) => code === refused)
}

const refusedCountries: readonly string[] = programme.refusedCallingCodes
const unsupported = (country: string | null) => country !== null && refusedCountries.includes(country)
