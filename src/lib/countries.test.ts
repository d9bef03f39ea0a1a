import { expect, it } from 'vitest'
import { countriesByName, countryCodes, countryName } from './countries'

it('knows every country of the standard once, by a name of its own', () => {
  expect(countryCodes).toHaveLength(249)
  expect(new Set(countryCodes).size).toBe(249)
  expect(new Set(countriesByName().map(({ name }) => name)).size).toBe(249)
  expect(countriesByName().filter(({ code, name }) => code === name)).toEqual([])
})

it('puts them in order by name, and shows a code that it does not know as it is', () => {
  expect(countriesByName(['GB', 'AT', 'ES']).map(({ name }) => name)).toEqual(['Austria', 'Spain', 'United Kingdom'])
  expect(countryName('not a code')).toBe('not a code')
})
