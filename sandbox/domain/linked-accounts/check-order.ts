import type { Req } from '../../../contract/endpoint'
import { AccountReference, type linkedAccountCreate } from '../../../contract/linked-accounts'
import { type Actor, done, type Outcome, refuse } from '../context'
import { programme, supportedCurrencies } from '../programme'
import { isIban } from './reference-key'

export type LinkOrder = Req<typeof linkedAccountCreate>['body']
export type Checked = { currency: string; reference: AccountReference }
export type OrderRefusal =
  | 'PROFILE_NOT_FOUND'
  | 'INVALID_IDENTITY_TYPE'
  | 'COUNTRY_NOT_SUPPORTED_BY_PROFILE'
  | 'CURRENCY_NOT_SUPPORTED_BY_PROFILE'
  | 'ACCOUNT_NUMBER_AND_IBAN_PROVIDED'
  | 'SORT_CODE_AND_IBAN_PROVIDED'
  | 'IBAN_MISSING'
  | 'ACCOUNT_NUMBER_MISSING'
  | 'SORT_CODE_MISSING'
  | 'ACCOUNT_DESCRIPTOR_MISSING'
  | 'MODEL_CONSTRAINTS_VIOLATED'

const countries: readonly string[] = programme.linkedAccounts.countries

/** What an order says by itself, before anything is looked up. */
export function checkOrder(order: LinkOrder, actor: Actor): Outcome<Checked, OrderRefusal> {
  const profile = programme.profiles.linkedAccounts
  if ((order.profileId ?? profile) !== profile) return refuse('PROFILE_NOT_FOUND')
  // A company may hold an account under the name of its owner, as sole traders do; a person has no business account.
  if (actor.identityType === 'CONSUMER' && order.type === 'BUSINESS') return refuse('INVALID_IDENTITY_TYPE')
  if (!countries.includes(order.country)) return refuse('COUNTRY_NOT_SUPPORTED_BY_PROFILE')
  const given = order.accountReference
  if ('iban' in given) {
    if ('accountNumber' in given) return refuse('ACCOUNT_NUMBER_AND_IBAN_PROVIDED')
    if ('sortCode' in given) return refuse('SORT_CODE_AND_IBAN_PROVIDED')
  }
  const reference = AccountReference.parse(given)
  const currency = order.currency ?? usualCurrency(reference)
  if (!supportedCurrencies.includes(currency)) return refuse('CURRENCY_NOT_SUPPORTED_BY_PROFILE')
  const missing = missingIn(reference, currency)
  if (missing) return refuse(missing)
  if ('iban' in reference && !isIban(reference.iban)) return refuse('MODEL_CONSTRAINTS_VIOLATED')
  return done({ currency, reference })
}

const usualCurrency = (reference: AccountReference) =>
  'iban' in reference ? 'EUR' : 'sortCode' in reference ? 'GBP' : 'USD'

/** Euro are paid by IBAN, pounds by sort code and account number, dollars by IBAN or whatever the bank there has. */
function missingIn(reference: AccountReference, currency: string) {
  switch (currency) {
    case 'EUR':
      return 'iban' in reference ? undefined : 'IBAN_MISSING'
    case 'GBP':
      if ('sortCode' in reference) return undefined
      return 'iban' in reference ? 'ACCOUNT_NUMBER_MISSING' : 'SORT_CODE_MISSING'
    default:
      return 'sortCode' in reference ? 'ACCOUNT_DESCRIPTOR_MISSING' : undefined
  }
}
