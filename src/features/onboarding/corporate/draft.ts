import type { CorporateCreateRequest } from '#contract/corporates'
import type { Mobile } from '#contract/people'
import { type AddressText, noAddress } from '@/lib/address'
import { type DateText, noDate } from '@/lib/calendar-date'
import { noPhone } from '@/lib/phone'

type Root = CorporateCreateRequest['rootUser']
type Company = CorporateCreateRequest['company']

/** What has been typed so far, in the shape of the request, so that a complaint of the server finds its field. */
export type CorporateDraft = {
  /** "What you need" was read. */
  ready: boolean
  rootUser: {
    name: string
    surname: string
    email: string
    mobile: Mobile
    dateOfBirth: DateText
    companyPosition: Root['companyPosition'] | ''
  }
  company: {
    name: string
    type: Company['type'] | ''
    registrationCountry: string
    registrationNumber: string
    businessAddress: AddressText
  }
  industry: NonNullable<CorporateCreateRequest['industry']> | ''
  sourceOfFunds: NonNullable<CorporateCreateRequest['sourceOfFunds']> | ''
  sourceOfFundsOther: string
  baseCurrency: string
  acceptedTerms: boolean
}

/** Where there is one currency only, there is nothing to choose. Nothing else is chosen for anybody. */
export const emptyDraft = (currencies: readonly string[]): CorporateDraft => ({
  ready: false,
  rootUser: { name: '', surname: '', email: '', mobile: noPhone, dateOfBirth: noDate, companyPosition: '' },
  company: { name: '', type: '', registrationCountry: '', registrationNumber: '', businessAddress: noAddress },
  industry: '',
  sourceOfFunds: '',
  sourceOfFundsOther: '',
  baseCurrency: currencies.length === 1 ? (currencies[0] ?? '') : '',
  acceptedTerms: false,
})
