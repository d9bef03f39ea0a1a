import type { consumerUpdate } from '#contract/consumers'
import type { corporateUpdate } from '#contract/corporates'
import type { Conflict } from '#contract/endpoint'
import { sentences } from '@/lib/sentences'

/** Why details of a company or a person were not changed, in words that suit either. */
export const updateSentences = sentences('identity.update', {
  FEE_GROUP_INVALID: 'There is no fee group of this name. Ask support which ones there are.',
  COUNTRY_INVALID: 'This is not the code of a country. Choose the country from the list.',
  COUNTRY_UNSUPPORTED: 'We cannot take customers with an address in this country.',
  ROOT_USER_ALREADY_VERIFIED:
    'This was checked and is fixed by now. Ask support to change it; it may have to be checked again.',
  CONSUMER_VERIFIED: 'This was checked and is fixed by now. Ask support to change it; it may have to be checked again.',
  EMAIL_NOT_UNIQUE: 'Somebody signs in with this address already. Use another one.',
  EMAIL_DOMAIN_NOT_ALLOWED: 'Addresses of this provider are not taken. Use another one.',
  TOO_FREQUENT_EMAIL_CHANGES: 'The address was changed a short while ago. Try again tomorrow.',
  MOBILE_OR_COUNTRY_CODE_INVALID: 'No phone has this number. Check its country and its digits.',
  MOBILE_NO_CHANGE_LIMIT_EXCEEDED:
    'The number was changed as often as is allowed. If these changes were yours, begin the count anew below and save again.',
  MOBILE_CHANGE_NOT_ALLOWED:
    'The number cannot change while an app or a phone that says yes for you is linked to it, or while you are being checked. Unlink it under Security first.',
  UNSUPPORTED_CURRENCY: 'This currency is not offered. Choose another one.',
  TERMINATION_DATE_IN_PAST: 'The contract has ended by its date, so nothing can be changed. Ask support.',
} as const satisfies Record<Conflict<typeof corporateUpdate> | Conflict<typeof consumerUpdate>, string>)
