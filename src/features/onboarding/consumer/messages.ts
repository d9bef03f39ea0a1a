import type { registerConsumer } from '#contract/console/entry'
import type { Conflict } from '#contract/endpoint'
import { sentences } from '@/lib/sentences'

/** A sentence for every documented refusal: a code that the contract gains and this table lacks does not compile. */
const table = {
  NOT_OPEN: 'Nobody can register here at the moment. Ask support to open an account for you.',
  PAYMENT_MODEL_CONSTRAINTS_VIOLATED: 'An account like this cannot be opened here. Ask support what is possible.',
  PROFILE_NOT_FOUND: 'Registration is not set up correctly on our side. Nothing was sent; please tell support.',
  PROFILE_INACTIVE: 'Registration is switched off at the moment. Try again later, or ask support.',
  ROOT_EMAIL_NOT_UNIQUE:
    'Somebody is registered with this e-mail address already. Use another one, or sign in if it was you.',
  CURRENCY_UNSUPPORTED: 'The currency for your account is not set up correctly on our side. Please tell support.',
  FEE_GROUP_INVALID: 'The prices for your account are not set up correctly on our side. Please tell support.',
  COUNTRY_INVALID: 'One of the countries is not accepted. Check your nationality and where you live.',
  COUNTRY_UNSUPPORTED:
    'Accounts are not opened for people who live in this country: only in the European Economic Area, the United Kingdom and its islands.',
  MOBILE_OR_COUNTRY_CODE_INVALID: 'This is not a number that can exist. Check the country and every digit.',
  EMAIL_DOMAIN_NOT_ALLOWED: 'Addresses of this e-mail provider are not accepted. Use an address of another provider.',
  CONSUMER_ALREADY_EXISTS:
    'Somebody of your name, birthday and phone number has an account here already. If it is you, sign in; if you have forgotten the password, you can set a new one there.',
} as const satisfies Record<Conflict<typeof registerConsumer>, string>

/** The refusals of a registration in plain words. */
export const registerSentences = sentences('onboarding.consumer.register', table)
