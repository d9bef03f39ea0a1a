import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from './read-table'
import { sniffDelimiter } from './sniff-delimiter'

const read = (text: string, options = {}) => readTable(text, { maxRows: 100, ...options })
const table = (text: string, options = {}) => {
  const result = read(text, options)
  if (!result.ok) throw new Error(result.problem.code)
  return { ...result.table, numbers: [...result.table.numbers] }
}

describe('sniffDelimiter', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['"x;y;z",b\n"1;2;3",5\n', ','],
    ['name;text\n"a,b\n,c,,";2\nq;"1,2,3"\n', ';'],
  ])('%j is cut by %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter)
  })

  test('finds nothing where nothing cuts', () => {
    expect(sniffDelimiter('a^b^c\n1^2^3\n')).toBeUndefined()
    expect(sniffDelimiter('')).toBeUndefined()
  })
})

describe('readTable', () => {
  test('numbers rows as a spreadsheet does: the header is row 1, quoted line breaks make no row', () => {
    const { rows, numbers, headerNumber } = table('a,b\n1,"x\ny\nz"\n2,w\n')
    expect(rows).toEqual([
      ['1', 'x\ny\nz'],
      ['2', 'w'],
    ])
    expect(headerNumber).toBe(1)
    expect(numbers).toEqual([2, 3])
  })

  test('blank rows are left out but counted, at the start, in the middle and at the end', () => {
    const { header, rows, numbers, headerNumber } = table('\n,,\na,b\n1,2\n,\n\n3,4\n,,,\n\n\n')
    expect(header).toEqual(['a', 'b'])
    expect(headerNumber).toBe(3)
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(numbers).toEqual([4, 7])
  })

  test.each(['\n', '\r\n', '\r'])('reads line ends written as %j', (end) => {
    expect(table(['a,b', '1,2', '3,4', ''].join(end)).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('obeys a first line sep=; and does not count it', () => {
    const { header, numbers } = table('sep=;\r\na,x;b\r\n1;2\r\n')
    expect(header).toEqual(['a,x', 'b'])
    expect(numbers).toEqual([2])
  })

  test('keeps quotes, doubled quotes and separators inside quotes', () => {
    expect(table('a,b\n"say ""hi"", you",2\n').rows).toEqual([['say "hi", you', '2']])
  })

  test('drops header cells without a name after the last one', () => {
    expect(table('a,b,,\n1,2,,\n').header).toEqual(['a', 'b'])
  })

  test.each([
    ['', { code: 'EMPTY' }],
    [' \r\n\t\n ', { code: 'EMPTY' }],
    ['a,b\n', { code: 'HEADER_ONLY' }],
    ['a,b\n,\n\n', { code: 'HEADER_ONLY' }],
    ['a^b\n1^2\n', { code: 'ONE_COLUMN', header: 'a^b' }],
    ['a,b\n1,2\n3,"4\n5,6\n', { code: 'OPEN_QUOTE', row: 3 }],
  ])('%j is refused', (text, problem) => {
    expect(read(text)).toEqual({ ok: false, problem })
  })

  test('refuses more rows than allowed and says how many there are', () => {
    const text = `a,b\n${'1,2\n'.repeat(6)}`
    expect(read(text, { maxRows: 5 })).toEqual({ ok: false, problem: { code: 'TOO_MANY_ROWS', rows: 6, limit: 5 } })
    expect(read(text, { maxRows: 6 }).ok).toBe(true)
  })

  test('a named separator wins over the guess', () => {
    expect(table('a;b,c\n1;2,3\n', { delimiter: ',' }).header).toEqual(['a;b', 'c'])
  })

  test('whatever is written in quotes is read back', () => {
    const cell = fc.string({ maxLength: 12 }).map((s) => s.replace(/\r\n?/g, '\n'))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (records) => {
        const quote = (c: string) => `"${c.replaceAll('"', '""')}"`
        const text = `a,b\n${records.map((r) => r.map(quote).join(',')).join('\n')}\n`
        const result = read(text, { delimiter: ',' })
        const kept = records.filter((r) => r.some((c) => c.trim() !== ''))
        expect(result.ok ? result.table.rows : []).toEqual(kept)
      }),
    )
  })
})
