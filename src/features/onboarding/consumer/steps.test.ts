import { describe, expect, it } from 'vitest'
import { registerConsumer } from '#contract/console/entry'
import { noAddress } from '@/lib/address'
import { type ConsumerDraft, emptyDraft } from './draft'
import { fieldOf, refusalOf } from './refusals'
import { furthestStep, nextStep, problemsOf, stepOf } from './steps'
import { toRegistration } from './to-request'

const now = Date.UTC(2026, 10, 21)
const draft: ConsumerDraft = {
  ready: true,
  rootUser: {
    name: ' Mara ',
    surname: 'Quill',
    dateOfBirth: { year: '1990', month: '2', day: '27' },
    placeOfBirth: 'Cork',
    nationality: 'IE',
    email: 'mara@quill.example',
    mobile: { countryCode: '+44', number: '7700900321' },
    address: { ...noAddress, addressLine1: '4 Well Lane', city: 'Cork', postCode: 'T12 X4P3', country: 'IE' },
    occupation: 'STUDENT',
  },
  sourceOfFunds: 'OTHER',
  sourceOfFundsOther: 'A scholarship',
  acceptedTerms: true,
}
const born = (year: string, month: string, day: string): ConsumerDraft => ({
  ...draft,
  rootUser: { ...draft.rootUser, dateOfBirth: { year, month, day } },
})

describe('the steps of a person', () => {
  it('go as far as what was typed is right', () => {
    expect(furthestStep(emptyDraft, now)).toBe('need')
    expect(furthestStep({ ...emptyDraft, ready: true }, now)).toBe('you')
    expect(furthestStep({ ...draft, rootUser: { ...draft.rootUser, address: noAddress } }, now)).toBe('address')
    expect(furthestStep({ ...draft, sourceOfFundsOther: ' ' }, now)).toBe('money')
    expect(furthestStep(draft, now)).toBe('review')
    // Who corrects one thing goes back to the review.
    expect(nextStep('you', draft, now)).toBe('review')
  })

  it('refuse a day that there is not, and who is under age', () => {
    for (const wrong of [born('1990', '2', '30'), born('2009', '1', '1')]) {
      expect(problemsOf('you', wrong, now)['rootUser.dateOfBirth']).toBeDefined()
      expect(furthestStep(wrong, now)).toBe('you')
    }
  })

  it('make the request that the contract takes', () => {
    const body = toRegistration(draft, now)
    expect(registerConsumer.body.parse(body)).toEqual(body)
    expect(body).toMatchObject({ rootUser: { name: 'Mara' }, sourceOfFundsOther: 'A scholarship', acceptedTerms: true })
    expect(toRegistration({ ...draft, acceptedTerms: false }, now)).toBeUndefined()
  })

  it('own what a refused registration complains about', () => {
    expect(refusalOf({ status: 409, code: 'ROOT_EMAIL_NOT_UNIQUE' })).toMatchObject({ step: 'you' })
    expect(refusalOf({ status: 409, code: 'COUNTRY_UNSUPPORTED' })).toMatchObject({ step: 'address' })
    expect(refusalOf({ status: 409, code: 'CONSUMER_ALREADY_EXISTS' })).toBeUndefined()
    const fields = { 'request.sourceOfFunds': 'IN', 'request.rootUser.address.city': 'SIZE' }
    expect(refusalOf({ status: 400, code: 'INVALID_REQUEST', fields })).toMatchObject({ step: 'address' })
    expect(fieldOf('request.rootUser.mobile.number')).toBe('rootUser.mobile')
    expect(stepOf('rootUser.occupation')).toBe('money')
  })
})
