import { describe, expect, test } from 'vitest'
import { LaterName } from '#contract/people'
import { isFixed } from './fixed'
import { changedFields, emailProblem, nameProblem, tagProblem } from './typed'

describe('what may be typed', () => {
  test.each(['Ada', "O'Neill", 'Jean-Luc', 'Zoë', 'St. John'])('%s is a name, here and to the API', (name) => {
    expect(nameProblem('Eve')(name)).toBeUndefined()
    expect(LaterName.safeParse(name).success).toBe(true)
  })
  test.each(['', '  ', 'R2D2', 'Ada!', 'A'.repeat(21)])('"%s" is none', (name) => {
    expect(nameProblem('Eve')(name)).toBeDefined()
  })
  test('a long name that was registered does not stand in the way of other changes', () => {
    const name = 'Bartholomew Maximilian'
    expect(nameProblem(name)(name)).toBeUndefined()
    expect(nameProblem('Eve')(name)).toBeDefined()
  })
  test('a tag can be left out where there was none, and only replaced where there was one', () => {
    expect(tagProblem(undefined)('')).toBeUndefined()
    expect(tagProblem('old')('')).toBeDefined()
    expect(tagProblem('old')('new_1')).toBeUndefined()
    expect(tagProblem(undefined)('two words')).toBeDefined()
  })
  test('another address is another one', () => {
    const problem = emailProblem('ada@northwind.example')
    expect(problem('ADA@northwind.example ')).toBe('This is the address that you have.')
    expect(problem('ada@north')).toBeDefined()
    expect(problem('ada@north..example')).toBeDefined()
    expect(problem('ada@wind.example')).toBeUndefined()
  })
})

test('only what was changed is sent, and nothing that is empty', () => {
  const before = { tag: 'a', name: 'Ada', born: { year: 1980 }, group: '' }
  expect(changedFields(before, { tag: 'b', name: 'Ada', born: { year: 1980 }, group: '' })).toEqual({ tag: 'b' })
  expect(changedFields(before, { ...before, tag: '', born: { year: 1981 } })).toEqual({ born: { year: 1981 } })
})

test('a check that was passed fixes who one is, until it is opened again', () => {
  expect(isFixed({ effective: 'APPROVED', ongoing: 'APPROVED' })).toBe(true)
  expect(isFixed({ effective: 'APPROVED', ongoing: 'PENDING_REVIEW' })).toBe(true)
  expect(isFixed({ effective: 'APPROVED', ongoing: 'INITIATED' })).toBe(false)
  expect(isFixed({ effective: 'PENDING_REVIEW', ongoing: 'PENDING_REVIEW' })).toBe(false)
})
