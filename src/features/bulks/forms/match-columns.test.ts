import { describe, expect, test } from 'vitest'
import { assignColumn, matchColumns } from './match-columns'
import { templateHeaders } from './transfer-fields'

describe('matchColumns', () => {
  test('the template needs nobody', () => {
    const { known, missing, mapping } = matchColumns(Object.values(templateHeaders))
    expect(known).toBe(true)
    expect(missing).toEqual([])
    expect(mapping).toEqual({
      source: 0,
      destination: 1,
      amount: 2,
      currency: 3,
      description: 4,
      tag: 5,
      scheduledAt: 6,
    })
  })

  test('neither does a file that comes back from the download of rows to repair', () => {
    expect(matchColumns(['row', 'Source Account', 'to', 'Amount', 'CCY', 'reason']).known).toBe(true)
  })

  test('forgives two letters in long names and none in short ones', () => {
    const { columns, known } = matchColumns(['sorce acount', 'destination', 'amuont', 'currency', 'tga'])
    expect(columns.map((c) => [c.field, c.how])).toEqual([
      ['source', 'near'],
      ['destination', 'exact'],
      [undefined, 'none'],
      ['currency', 'exact'],
      [undefined, 'none'],
    ])
    expect(known).toBe(false)
  })

  test('ignores case, accents and punctuation', () => {
    expect(matchColumns(['SOURCE-ACCOUNT', 'Déstination', ' amount ', 'Currency']).missing).toEqual([])
  })

  test('a header that stands twice is left to the person, and the rest is matched', () => {
    const { columns, missing, mapping, known } = matchColumns(['from', 'to', 'amount', 'currency', 'Amount'])
    expect(missing).toEqual(['amount'])
    expect(known).toBe(false)
    expect(mapping).toEqual({ source: 0, destination: 1, currency: 3 })
    expect(columns[2]?.doubt).toEqual({ kind: 'SAME_HEADER', field: 'amount', other: 4 })
    expect(columns[4]?.doubt).toEqual({ kind: 'SAME_HEADER', field: 'amount', other: 2 })
  })

  test('two names for one field: the first gets it, the second says who has it', () => {
    const { columns, mapping } = matchColumns(['from', 'payer', 'to', 'amount', 'currency'])
    expect(mapping.source).toBe(0)
    expect(columns[1]?.doubt).toEqual({ kind: 'TAKEN', field: 'source', other: 0 })
  })
})

describe('assignColumn', () => {
  test('refuses a field that another column holds, and says which', () => {
    expect(assignColumn({ amount: 2 }, 4, 'amount')).toEqual({ ok: false, field: 'amount', takenBy: 2 })
  })
  test('moves a column from one field to another, and frees it', () => {
    expect(assignColumn({ amount: 2, source: 0 }, 2, 'tag')).toEqual({ ok: true, mapping: { source: 0, tag: 2 } })
    expect(assignColumn({ amount: 2 }, 2, undefined)).toEqual({ ok: true, mapping: {} })
    expect(assignColumn({ amount: 2 }, 2, 'amount')).toEqual({ ok: true, mapping: { amount: 2 } })
  })
})
