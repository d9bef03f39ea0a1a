import type { registerCorporate } from '#contract/console/entry'
import type { Conflict } from '#contract/endpoint'
import { sentences } from '@/lib/sentences'

type Code = Conflict<typeof registerCorporate>

/** A sentence for every documented refusal: a code that the contract gains and this table lacks does not compile. */
const table = {
  NOT_OPEN: 'Companies cannot register here by themselves at the moment. Ask support to open an account for yours.',
  PAYMENT_MODEL_CONSTRAINTS_VIOLATED:
    'The rules of this programme do not allow an account like this. Ask support what is possible.',
  PROFILE_NOT_FOUND: 'Registration is not set up correctly on our side. Nothing was sent; please tell support.',
  PROFILE_INACTIVE: 'Registration of companies is switched off at the moment. Try again later, or ask support.',
  PROFILE_MISMATCH:
    'The account you have with us belongs to another programme, so it cannot have this company too. Use another e-mail address.',
  ROOT_EMAIL_NOT_UNIQUE: 'Somebody is registered with this e-mail address already.',
  ROOT_EMAIL_NOT_VERIFIED:
    'You began to register another company with this e-mail address and did not confirm it. Confirm it first, or use another address.',
  ROOT_USER_INACTIVE:
    'Your access has been switched off, so you cannot register another company with this e-mail address. Ask support.',
  KYC_APPROVAL_MISSING:
    'Your other company is not verified yet. Finish its verification first, or use another e-mail address for this one.',
  EMAIL_DOMAIN_NOT_ALLOWED:
    'Addresses of this e-mail provider are not accepted. Use an address of your company or of another provider.',
  MOBILE_OR_COUNTRY_CODE_INVALID: 'This is not a number that can exist. Check the country and every digit.',
  COMPANY_NOT_FOUND:
    'The register of this country has no company with this number. Check the number, and the country above it.',
  COMPANY_LOOKUP_FAILED:
    'The register of this country does not answer at the moment, so the number could not be checked. Nothing is lost: try again in a few minutes.',
  COMPANY_TYPE_UNSUPPORTED:
    'Accounts are not opened for companies of this kind. Choose another one if it was a mistake.',
  COUNTRY_INVALID: 'One of the countries is not accepted. Check where the company is registered and where it works.',
  COUNTRY_UNSUPPORTED:
    'Accounts are not opened for companies of this country. Check where the company is registered and where it works, or ask support which countries are possible.',
  CURRENCY_UNSUPPORTED: 'Accounts cannot be kept in this currency. Choose another one.',
  FEE_GROUP_INVALID: 'The prices for your account are not set up correctly on our side. Please tell support.',
} as const satisfies Record<Code, string>

/** The refusals of a registration in plain words. */
export const registerSentences = sentences('onboarding.corporate.register', table)
