import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankDetails, ibanOf, remainder97 } from './bank-details'

describe('bank details', () => {
  it('computes check digits as the standard does', () => {
    // The registry's own examples.
    expect(ibanOf('GB', 'NWBK60161331926819')).toBe('GB29NWBK60161331926819')
    expect(ibanOf('IE', 'AIBK93115212345678')).toBe('IE29AIBK93115212345678')
  })

  it('makes IBANs that every bank accepts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000_000, max: 99_999_999 }),
        fc.constantFrom('EUR', 'GBP', 'USD'),
        (n, currency) => {
          for (const { details } of bankDetails(currency, 'Holder', String(n))) {
            if (!('iban' in details)) continue
            expect(details.iban).toMatch(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/)
            expect(remainder97(details.iban.slice(4) + details.iban.slice(0, 4))).toBe(1)
          }
        },
      ),
    )
  })

  it('gives pounds a sort code and an account number too, dollars a SWIFT code', () => {
    expect(bankDetails('GBP', 'Holder', '12345678').map((d) => d.details)).toEqual([
      { accountNumber: '12345678', sortCode: expect.stringMatching(/^\d{6}$/) },
      { iban: expect.stringMatching(/^GB/), bankIdentifierCode: expect.stringMatching(/^SBXBGB/) },
    ])
    expect(bankDetails('USD', 'Holder', '12345678')[0]?.details).toHaveProperty('code')
  })
})
