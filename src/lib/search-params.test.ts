import { describe, expect, test } from 'vitest'
import {
  choiceParam,
  dayParam,
  flagParam,
  idParam,
  indexParam,
  offsetParam,
  patternParam,
  searchParams,
  textParam,
} from './search-params'

const schema = searchParams({
  text: textParam,
  id: idParam,
  offset: offsetParam,
  day: dayParam,
  state: choiceParam(['A', 'B']),
})

describe('search params', () => {
  test('good values pass', () => {
    const search = { text: 'Payroll', id: '114250163584761856123', offset: 50, day: '2026-03-14', state: 'A' as const }
    expect(schema(search)).toEqual(search)
  })

  test('a wrong value is dropped and leaves the others alone', () => {
    expect(schema({ text: ['x'], id: 'abc', offset: -1, day: '2026-13-40', state: 'A' })).toEqual({
      state: 'A',
    })
  })

  test('an id that became a number and lost digits is dropped, a small one is kept', () => {
    expect(schema({ id: 114250163584761860000 }).id).toBeUndefined()
    expect(schema({ id: 2001 }).id).toBe('2001')
  })

  test('text that looks like a number stays text, empty text is nothing', () => {
    expect(schema({ text: 2026 }).text).toBe('2026')
    expect(schema({ text: '' }).text).toBeUndefined()
  })

  test('what no page asked for is dropped', () => {
    expect(schema({ text: 'x', stranger: 1 })).toEqual({ text: 'x' })
  })

  test('a day must exist', () => {
    for (const day of ['2026-02-29', '2026-00-10', '14.03.2026', '2026-3-1', 20260314]) {
      expect(schema({ day }).day, String(day)).toBeUndefined()
    }
    expect(schema({ day: '2028-02-29' }).day).toBe('2028-02-29')
  })

  test('positions, flags and patterns are taken as they are or not at all', () => {
    const other = searchParams({ row: indexParam, done: flagParam, currency: patternParam(/^[A-Z]{3}$/) })
    expect(other({ row: 0, done: true, currency: 'EUR' })).toEqual({ row: 0, done: true, currency: 'EUR' })
    expect(other({ row: 1.5, done: 'true', currency: 'euro' })).toEqual({})
  })
})
