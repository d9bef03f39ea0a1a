import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { choiceParam, dayParam, idParam, offsetParam, textParam } from './search-params'

const schema = z.object({
  text: textParam,
  id: idParam,
  offset: offsetParam,
  day: dayParam,
  state: choiceParam(['A', 'B']),
})

describe('search params', () => {
  test('good values pass', () => {
    const search = { text: 'Payroll', id: '114250163584761856123', offset: 50, day: '2026-03-14', state: 'A' as const }
    expect(z.parse(schema, search)).toEqual(search)
  })

  test('a wrong value is dropped and leaves the others alone', () => {
    expect(z.parse(schema, { text: ['x'], id: 'abc', offset: -1, day: '2026-13-40', state: 'A' })).toEqual({
      state: 'A',
    })
  })

  test('an id that became a number and lost digits is dropped, a small one is kept', () => {
    expect(z.parse(schema, { id: 114250163584761860000 }).id).toBeUndefined()
    expect(z.parse(schema, { id: 2001 }).id).toBe('2001')
  })

  test('text that looks like a number stays text, empty text is nothing', () => {
    expect(z.parse(schema, { text: 2026 }).text).toBe('2026')
    expect(z.parse(schema, { text: '' }).text).toBeUndefined()
  })
})
