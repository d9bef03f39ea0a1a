import type { Mobile } from '../../../contract/people'
import { programme } from '../programme'
import { normalEmail } from './credentials'

/** The calling codes that are assigned (ITU E.164), zone by zone: some zones have codes of two digits and of three. */
const callingCode = new RegExp(
  `^\\+(${[
    '1|7',
    '2[07]|21[12368]|2[2-6]\\d|29[0-9]',
    '3[0-469]|35\\d|37\\d|38[0-35-79]',
    '4[013-9]|42[013]',
    '5[1-8]|50\\d|59\\d',
    '6[0-6]|67\\d|68\\d|69[0-2]',
    '8[1246]|85[02356]|88[06]',
    '9[0-58]|96\\d|97[0-79]|99[2-68]',
  ].join('|')})$`,
)
const MIN_DIGITS = 4
const MAX_DIGITS = 15

/** Whether a number can be one: an assigned calling code, and as many digits as the world allows. */
export function isMobile({ countryCode, number }: Mobile): boolean {
  if (!callingCode.test(countryCode) || number.length < MIN_DIGITS) return false
  return countryCode.length - 1 + number.length <= MAX_DIGITS
}

/** Whether the programme takes addresses of that domain. */
export function isDomainAllowed(email: string): boolean {
  const domain = normalEmail(email).split('@')[1] ?? ''
  return !programme.refusedEmailDomains.some((refused) => domain === refused || domain.endsWith(`.${refused}`))
}
