import { expect, test } from 'vitest'
import { columnLetter } from './column-letter'
import { editDistance } from './edit-distance'
import { defuse, writeCsv } from './write-csv'

test.each([
  ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
  ['+49 30 1234', "'+49 30 1234"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3', "'-2+3"],
  [' =1+1', "' =1+1"],
  ['\t=1', "'\t=1"],
  ['-5', '-5'],
  ['-12,50', '-12,50'],
  ['plain', 'plain'],
])('%j leaves as %j', (cell, out) => {
  expect(defuse(cell)).toBe(out)
})

test('quotes what needs quotes and ends lines with CRLF', () => {
  expect(writeCsv([['a', 'b,c', 'say "x"', 'two\nlines', ' edge']])).toBe(
    'a,"b,c","say ""x""","two\nlines"," edge"\r\n',
  )
  expect(writeCsv([['a,b', 'c;d']], ';')).toBe('a,b;"c;d"\r\n')
})

test.each([
  ['kitten', 'sitting', 3],
  ['amount', 'amuont', 2],
  ['amount', 'amount', 0],
  ['', 'ab', 2],
])('%j and %j are %i apart', (a, b, distance) => {
  expect(editDistance(a, b, 5)).toBe(distance)
})

test('gives up beyond the limit', () => {
  expect(editDistance('kitten', 'sitting', 2)).toBe(3)
  expect(editDistance('a', 'abcdef', 2)).toBe(3)
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letter) => {
  expect(columnLetter(index)).toBe(letter)
})
