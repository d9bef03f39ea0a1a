import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Address } from '#contract/people'
import { addressProblems, noAddress, toAddress } from './address'
import { countryCodes } from './countries'
import { postcodeExample, postcodeProblem, writePostcode } from './postcode'

describe('a post code', () => {
  it.each([
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'M1 1AE', 'M1 1AE'],
    ['JE', 'je23ab', 'JE2 3AB'],
    ['IE', 'd02x285', 'D02 X285'],
    ['NL', '1012ab', '1012 AB'],
    ['PL', '00001', '00-001'],
    ['PT', '1000 001', '1000-001'],
    ['LV', '1010', 'LV-1010'],
    ['MT', 'vlt1117', 'VLT 1117'],
    ['US', ' 10001-1234 ', '10001-1234'],
  ])('of %s %s is written %s', (country, typed, written) => {
    expect(postcodeProblem(country, typed)).toBeUndefined()
    expect(writePostcode(country, typed)).toBe(written)
  })

  it.each([
    ['GB', '75001', 'FORM'],
    ['FR', 'SW1A 1AA', 'FORM'],
    ['DE', '1011', 'FORM'],
    ['JE', 'GY1 1AA', 'FORM'],
    ['GB', '', 'EMPTY'],
    ['', '', 'EMPTY'],
    ['US', '12345678901', 'TOO_LONG'],
    ['US', '1234_5', 'CHARACTERS'],
    ['AE', '', undefined],
  ])('of %s: %j is %s', (country, typed, problem) => expect(postcodeProblem(country, typed)).toBe(problem))

  it('shows an example that it would take, and writes it as it is', () => {
    const known = countryCodes.filter((country) => postcodeExample(country) !== undefined)
    expect(known).toHaveLength(34)
    for (const country of known) {
      const example = postcodeExample(country) ?? ''
      expect([country, postcodeProblem(country, example), writePostcode(country, example)]).toEqual([
        country,
        undefined,
        example,
      ])
    }
  })
})

describe('an address', () => {
  const line = fc.string({ maxLength: 160 })
  const country = fc.constantFrom('GB', 'DE', 'FR', 'US', 'AE', '')
  const postCode = fc.oneof(fc.constantFrom('SW1A 1AA', '10115', '75001', '10001'), fc.string({ maxLength: 12 }))

  it('without a complaint is one that the contract takes', () => {
    const typed = fc.record({ addressLine1: line, addressLine2: line, city: line, state: line, country, postCode })
    fc.assert(
      fc.property(typed, (address) => {
        if (Object.keys(addressProblems(address)).length > 0) return
        expect(Address.safeParse(toAddress(address)).success).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('that may be missing is asked for in full once it was begun', () => {
    expect(addressProblems({ ...noAddress, country: 'GB' }, false)).toEqual({})
    expect(toAddress({ ...noAddress, country: 'GB' })).toBeUndefined()
    expect(addressProblems({ ...noAddress, city: 'Leeds' }, false)).toEqual({
      country: 'NO_COUNTRY',
      addressLine1: 'EMPTY',
      postCode: 'POSTCODE_EMPTY',
    })
  })

  it('leaves out what was left empty', () => {
    const typed = { ...noAddress, addressLine1: ' 1 High Street ', city: 'Leeds', postCode: 'ls11aa', country: 'GB' }
    expect(addressProblems(typed)).toEqual({})
    expect(toAddress(typed)).toEqual({
      addressLine1: '1 High Street',
      city: 'Leeds',
      postCode: 'LS1 1AA',
      country: 'GB',
    })
  })
})
