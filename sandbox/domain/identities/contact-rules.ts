import type { Mobile } from '../../../contract/people'
import { programme } from '../programme'
import { normalEmail } from './credentials'

/** The calling codes that are assigned (ITU E.164), zone by zone: some zones have codes of two digits and of three. */
const callingCode =
  /^\+(1|7|2[07]|2[1-6]\d|29\d|3[0-469]|3[578]\d|4[013-9]|42\d|5[1-8]|5[09]\d|6[0-6]|6[7-9]\d|8[1246]|85\d|88\d|9[0-58]|9[679]\d)$/
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
