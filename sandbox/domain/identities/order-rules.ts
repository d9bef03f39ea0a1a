import type { Mobile } from '../../../contract/people'
import { programme, supportedCurrencies } from '../programme'
import { isDomainAllowed, isMobile } from './contact-rules'

/** Whether new identities are made by a profile: MISMATCH is one of another kind. */
export function profileProblem(
  profileId: string,
  kind: 'corporate' | 'consumer',
): 'PROFILE_INACTIVE' | 'PROFILE_MISMATCH' | 'PROFILE_NOT_FOUND' | undefined {
  if (profileId === programme.profiles[kind]) return undefined
  if (programme.retiredProfiles.some((id) => id === profileId)) return 'PROFILE_INACTIVE'
  return Object.values<string>(programme.profiles).includes(profileId) ? 'PROFILE_MISMATCH' : 'PROFILE_NOT_FOUND'
}

export const isCurrencySupported = (currency: string | undefined): boolean =>
  currency === undefined || supportedCurrencies.includes(currency)

export const isFeeGroup = (feeGroup: string | undefined): boolean =>
  feeGroup === undefined || programme.feeGroups.some((known) => known === feeGroup)

/** What is wrong with how a person is to be reached. */
export function contactProblem({
  email,
  mobile,
}: {
  email?: string | undefined
  mobile?: Mobile | undefined
}): 'MOBILE_OR_COUNTRY_CODE_INVALID' | 'EMAIL_DOMAIN_NOT_ALLOWED' | undefined {
  if (mobile && !isMobile(mobile)) return 'MOBILE_OR_COUNTRY_CODE_INVALID'
  return email !== undefined && !isDomainAllowed(email) ? 'EMAIL_DOMAIN_NOT_ALLOWED' : undefined
}
