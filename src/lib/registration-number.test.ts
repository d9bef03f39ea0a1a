import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registrationForms } from './registration-forms'
import { looksLike, registrationProblem, registrationWords, writeRegistration } from './registration-number'

describe('a registration number', () => {
  it('of every country takes the example that it shows', () => {
    const examples = Object.keys(registrationForms).flatMap((country) =>
      (registrationWords(country)?.example ?? '').split(' or ').map((example) => [country, example] as const),
    )
    expect(examples.length).toBeGreaterThan(33)
    for (const [country, example] of examples)
      expect([country, registrationProblem(country, example), writeRegistration(country, example)]).toEqual([
        country,
        undefined,
        expect.stringContaining(example.slice(0, 2)),
      ])
  })

  it.each([
    ['GB', '8472913', '08472913'],
    ['GB', 'sc 123456', 'SC123456'],
    ['GB', 'ip12345r', 'IP12345R'],
    ['DE', 'hrb12345', 'HRB 12345'],
    ['DE', 'HRB 12345 B', 'HRB 12345 B'],
    ['FR', '732829320', '732 829 320'],
    ['BE', 'BE0202239951', '0202.239.951'],
    ['AT', '123456A', 'FN 123456a'],
    ['FI', '01120389', '0112038-9'],
    ['US', ' 12-3456789 ', '12-3456789'],
  ])('of %s %s is written %s', (country, typed, written) => {
    expect(registrationProblem(country, typed)).toBeUndefined()
    expect(writeRegistration(country, typed)).toBe(written)
  })

  it.each([
    ['GB', '732 829 320', { code: 'FORM', from: ['FR'] }],
    ['GB', 'HRB 12345', { code: 'FORM', from: ['DE'] }],
    ['FR', '08472913', { code: 'FORM', from: [] }],
    ['DE', '12345', { code: 'FORM', from: [] }],
    ['FR', '732829329', { code: 'CHECK_DIGITS', from: [] }],
    ['IE', '1234567', { code: 'FORM', from: [] }],
    ['NO', '732829320', { code: 'FORM', from: ['FR'] }],
    ['GB', '  ', { code: 'EMPTY' }],
    ['US', '123456789012345678901', { code: 'TOO_LONG' }],
  ])('of %s: %s is refused', (country, typed, problem) => {
    expect(registrationProblem(country, typed)).toEqual(problem)
  })

  it('that the sandbox has for its special cases can be typed', () => {
    for (const number of ['00000000', '99999999']) expect(registrationProblem('GB', number)).toBeUndefined()
  })

  it('has at most 20 characters when it is sent, whatever was typed', () => {
    const country = fc.constantFrom(...Object.keys(registrationForms), 'US')
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[A-Z]{0,3}[0-9 .-]{4,20}[A-Z]?$/))
    fc.assert(
      fc.property(country, typed, (of, text) => {
        if (registrationProblem(of, text)) return
        const written = writeRegistration(of, text)
        expect(written.length).toBeGreaterThan(0)
        expect(written.length).toBeLessThanOrEqual(20)
        expect(registrationProblem(of, written)).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('does not claim a bare eight digits for anybody', () => expect(looksLike('08472913')).toEqual([]))
})
