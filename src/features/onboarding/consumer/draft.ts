import type { ConsumerCreateRequest } from '#contract/consumers'
import type { Mobile } from '#contract/people'
import { type AddressText, noAddress } from '@/lib/address'
import { type DateText, noDate } from '@/lib/calendar-date'
import { noPhone } from '@/lib/phone'

type Root = ConsumerCreateRequest['rootUser']

/** What has been typed so far, in the shape of the request, so that a complaint of the server finds its field. */
export type ConsumerDraft = {
  /** "What you need" was read. */
  ready: boolean
  rootUser: {
    name: string
    surname: string
    dateOfBirth: DateText
    placeOfBirth: string
    nationality: string
    email: string
    mobile: Mobile
    address: AddressText
    occupation: NonNullable<Root['occupation']> | ''
  }
  sourceOfFunds: NonNullable<ConsumerCreateRequest['sourceOfFunds']> | ''
  sourceOfFundsOther: string
  acceptedTerms: boolean
}

export const emptyDraft: ConsumerDraft = {
  ready: false,
  rootUser: {
    name: '',
    surname: '',
    dateOfBirth: noDate,
    placeOfBirth: '',
    nationality: '',
    email: '',
    mobile: noPhone,
    address: noAddress,
    occupation: '',
  },
  sourceOfFunds: '',
  sourceOfFundsOther: '',
  acceptedTerms: false,
}
