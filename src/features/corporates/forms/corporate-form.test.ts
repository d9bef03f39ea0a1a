import { describe, expect, test } from 'vitest'
import { type Corporate, CorporateUpdateRequest } from '#contract/corporates'
import { corporateForm, toCorporateChange } from './corporate-form'

const corporate: Corporate = {
  id: { type: 'CORPORATE', id: '1' },
  profileId: '1001',
  tag: 'northwind',
  rootUser: {
    id: { type: 'CORPORATE', id: '1' },
    name: 'Ada',
    surname: 'Byron',
    email: 'root@northwind.example',
    mobile: { countryCode: '+44', number: '7700900101' },
    companyPosition: 'DIRECTOR',
    active: true,
    emailVerified: true,
    mobileNumberVerified: true,
    dateOfBirth: { year: 1985, month: 12, day: 10 },
  },
  company: {
    name: 'Northwind Trading Ltd',
    type: 'LLC',
    countryOfRegistration: 'GB',
    businessAddress: { addressLine1: '12 Harbour Street', city: 'London', postCode: 'E1 6AN', country: 'GB' },
  },
  industry: 'RETAIL_WHOLESALE',
  sourceOfFunds: 'RENT',
  ipAddress: '192.0.2.1',
  baseCurrency: 'EUR',
  creationTimestamp: 0,
}
const typed = corporateForm(corporate)

describe('a change of the company', () => {
  test('nothing that was left as it is is sent', () => {
    expect(toCorporateChange(typed, corporate, false)).toEqual({})
  })

  test('what was changed is sent as the contract has it', () => {
    const form = {
      ...typed,
      industry: 'AUDIT',
      surname: ' King ',
      dateOfBirth: { day: '11', month: '12', year: '1985' },
    }
    const change = toCorporateChange(form, corporate, false)
    expect(change).toEqual({ industry: 'AUDIT', surname: 'King', dateOfBirth: { year: 1985, month: 12, day: 11 } })
    expect(CorporateUpdateRequest.parse(change)).toEqual(change)
  })

  test('what the check has fixed is never sent', () => {
    const form = { ...typed, tag: 'new', surname: 'King', businessAddress: { ...typed.businessAddress, city: 'Leeds' } }
    expect(toCorporateChange(form, corporate, true)).toEqual({ tag: 'new' })
  })

  test('words for another source go with that choice alone', () => {
    const form = { ...typed, sourceOfFundsOther: 'A lottery' }
    expect(toCorporateChange(form, corporate, true)).toEqual({})
    expect(toCorporateChange({ ...form, sourceOfFunds: 'OTHER' }, corporate, true)).toEqual({
      sourceOfFunds: 'OTHER',
      sourceOfFundsOther: 'A lottery',
    })
  })
})
