import type { registerCorporate } from '#contract/console/entry'
import type { Args } from '#contract/endpoint'
import { toAddress } from '@/lib/address'
import { readDateOfBirth } from '@/lib/calendar-date'
import { writeRegistration } from '@/lib/registration-number'
import type { CorporateDraft } from './draft'
import type { Facts } from './steps'

export type RegistrationBody = Args<typeof registerCorporate>['body']

/**
 * The request of a draft that has no problems; undefined of another one. Terms are part of it only as they were accepted:
 * the sender adds nothing to what was ticked.
 */
export function toRegistration(draft: CorporateDraft, { now }: Pick<Facts, 'now'>): RegistrationBody | undefined {
  const { rootUser, company, industry, sourceOfFunds, baseCurrency } = draft
  const born = readDateOfBirth(rootUser.dateOfBirth, now)
  const address = toAddress(company.businessAddress)
  if (!rootUser.companyPosition || !company.type || !born.ok) return undefined
  if (!industry || !sourceOfFunds || !address || !draft.acceptedTerms) return undefined
  const number = writeRegistration(company.registrationCountry, company.registrationNumber)
  return {
    rootUser: {
      name: rootUser.name.trim(),
      surname: rootUser.surname.trim(),
      email: rootUser.email.trim(),
      mobile: rootUser.mobile,
      companyPosition: rootUser.companyPosition,
      dateOfBirth: born.date,
    },
    company: {
      name: company.name.trim(),
      type: company.type,
      ...(number && { registrationNumber: number }),
      registrationCountry: company.registrationCountry,
      businessAddress: address,
    },
    industry,
    sourceOfFunds,
    ...(sourceOfFunds === 'OTHER' && { sourceOfFundsOther: draft.sourceOfFundsOther.trim() }),
    acceptedTerms: draft.acceptedTerms,
    baseCurrency,
  }
}
