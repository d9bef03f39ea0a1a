import fc from 'fast-check'
import examples from 'libphonenumber-js/examples.mobile.json'
import { beforeAll, describe, expect, it } from 'vitest'
import { Mobile } from '#contract/people'
import { loadPhonePlan, type PhonePlan, phoneProblem, readPhone } from './phone'

let plan: PhonePlan
beforeAll(async () => {
  plan = await loadPhonePlan()
})

describe('a typed number', () => {
  it.each([
    ['07700 900123', 'GB', '+44', '7700900123'],
    ['+44 7700 900123', undefined, '+44', '7700900123'],
    ['0044 (0)7700 900123', 'FR', '+44', '7700900123'],
    ['06 12 34 56 78', 'FR', '+33', '612345678'],
    ['0151-23456789', 'DE', '+49', '15123456789'],
    ['+356 7921 1234', 'GB', '+356', '79211234'],
    ['06 1234 5678', 'IT', '+39', '0612345678'],
    ['+850 192 123 4567', 'GB', '+850', '1921234567'],
  ])('%s in %s is %s %s', (typed, country, countryCode, number) => {
    const read = readPhone(typed, country ? (plan.callingCodeOf(country) ?? '') : '', country, plan)
    expect(read).toEqual({ countryCode, number })
    expect(phoneProblem(read, plan)).toBeUndefined()
    expect(Mobile.parse(read)).toEqual(read)
  })

  it.each([
    ['', '', 'EMPTY'],
    ['+44', '77oo', 'CHARACTERS'],
    ['', '7700900123', 'NO_CODE'],
    ['44', '7700900123', 'NO_SUCH_CODE'],
    ['+999', '7700900123', 'NO_SUCH_CODE'],
    ['+44', '77', 'TOO_SHORT'],
    ['+44', '77009001234', 'TOO_LONG'],
    ['+49', '1234567890123', 'TOO_LONG'],
  ])('%s %s is %s', (countryCode, number, problem) => expect(phoneProblem({ countryCode, number }, plan)).toBe(problem))

  it('without the tables keeps the digits, and what is no number as it is', () => {
    const alone = (typed: string) => readPhone(typed, '+44', 'GB', undefined)
    // Not loaded: an argument that is left out would mean the tables of this file.
    expect(readPhone('07700 900123', '+44', undefined, { ...plan, readNumber: () => undefined })).toEqual({
      countryCode: '+44',
      number: '07700900123',
    })
    expect(alone('mobile').number).toBe('mobile')
  })

  it('that has no problem is one that the contract takes, whatever was typed', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^\+?[0-9 ()-]{0,16}$/))
    fc.assert(
      fc.property(typed, fc.constantFrom('GB', 'DE', 'MT', 'US', undefined), (text, country) => {
        const read = readPhone(text, '', country, plan)
        if (phoneProblem(read, plan) === undefined) expect(Mobile.safeParse(read).success).toBe(true)
      }),
    )
  })
})

it('reads the numbers of every country as they are written there, and abroad', () => {
  const wrong = Object.entries(examples).flatMap(([country, number]) => {
    const value = { countryCode: plan.callingCodeOf(country) ?? '', number }
    const home = plan.readNumber(plan.nationalText(value), plan.countryOf(value))
    const abroad = plan.readNumber(plan.worldText(value), undefined)
    const same = [home, abroad].every((read) => JSON.stringify(read) === JSON.stringify(value))
    return same && !phoneProblem(value, plan) && Mobile.safeParse(value).success ? [] : [{ value, home, abroad }]
  })
  expect(Object.keys(examples).length).toBeGreaterThan(200)
  expect(wrong).toEqual([])
})

it('knows a country for every calling code, and the one that a shared code is known by', () => {
  expect(plan.countryOf({ countryCode: '+44', number: '' })).toBe('GB')
  expect(plan.countryOf({ countryCode: '+1', number: '' })).toBe('US')
  expect(plan.callingCodes().filter(({ code }) => !plan.countryOf({ countryCode: code, number: '' }))).toEqual([])
  expect(plan.callingCodes().filter(({ code }) => code.length > 4)).toEqual([])
})
