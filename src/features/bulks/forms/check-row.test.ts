import { describe, expect, test } from 'vitest'
import { createAccountBook } from './account-book'
import { checkRow, isSound, type RowRules } from './check-row'
import type { Problem } from './problem'
import { problemSentence } from './say-problem'
import { testAccounts } from './test-accounts'
import type { FieldId } from './transfer-fields'

const rules: RowRules = {
  book: createAccountBook(testAccounts),
  currencies: ['EUR', 'GBP', 'JPY', 'KWD'],
  decimalMark: '.',
  now: Date.UTC(2026, 10, 20),
  zone: 'Europe/Malta',
}

const sound: Partial<Record<FieldId, string>> = { source: '101', destination: '102', amount: '12.50', currency: 'EUR' }

const check = (cells: Partial<Record<FieldId, string>>, change: Partial<RowRules> = {}, extraCells: string[] = []) =>
  checkRow({ number: 7, value: (field) => ({ ...sound, ...cells })[field] ?? '', extraCells }, { ...rules, ...change })
const codes = (problems: readonly Problem[]) => problems.map((p) => `${p.field} ${p.code}`)

describe('a sound row', () => {
  test('is read into numbers', () => {
    const { parsed, problems } = check({ description: 'Rent', tag: 'a-1', scheduledAt: '2026-12-01 09:30' })
    expect(problems).toEqual([])
    expect(parsed).toEqual({
      source: 0,
      destination: 1,
      amount: 1250,
      currency: 'EUR',
      description: 'Rent',
      tag: 'a-1',
      scheduledAt: Date.UTC(2026, 11, 1, 8, 30),
    })
  })

  test('may name accounts', () => {
    expect(check({ source: 'Operating', destination: 'Payroll' }).parsed).toMatchObject({ source: 0, destination: 1 })
  })

  test('a time with an offset of its own is taken at its word', () => {
    expect(check({ scheduledAt: '2026-12-01T09:30Z' }).parsed.scheduledAt).toBe(Date.UTC(2026, 11, 1, 9, 30))
  })

  test('blanks around are read away and only remarked on', () => {
    const { parsed, problems } = check({ currency: ' EUR', source: '101\u00a0' })
    expect(codes(problems)).toEqual(['source BLANKS_AROUND', 'currency BLANKS_AROUND'])
    expect(isSound(problems)).toBe(true)
    expect(parsed.source).toBe(0)
  })
})

const cases: [name: string, cells: Partial<Record<FieldId, string>>, found: string, sentence: RegExp][] = [
  ['no source', { source: ' ' }, 'source REQUIRED', /source account is missing/],
  ['no amount', { amount: '' }, 'amount REQUIRED', /amount is missing/],
  ['unknown id', { source: '999' }, 'source ACCOUNT_UNKNOWN', /has the id 999/],
  ['unknown name', { source: 'Marketing' }, 'source ACCOUNT_NAME_UNKNOWN', /named “Marketing”/],
  ['misspelt name', { source: 'Payrol' }, 'source ACCOUNT_NAME_NEAR', /mean “Payroll”/],
  ['ambiguous name', { destination: 'Twin' }, 'destination ACCOUNT_NAME_AMBIGUOUS', /2 accounts are named “Twin”/],
  ['rounded id', { destination: '113000000000000000' }, 'destination ACCOUNT_ID_ROUNDED', /spreadsheet rounded/],
  ['id as a power', { destination: '1.13E+17' }, 'destination ACCOUNT_ID_ROUNDED', /spreadsheet rounded/],
  ['blocked', { destination: '105' }, 'destination ACCOUNT_BLOCKED', /“Closed project” is blocked/],
  ['removed', { destination: '106' }, 'destination ACCOUNT_DESTROYED', /“Old” has been removed/],
  ['same account', { destination: 'Operating' }, 'destination SAME_ACCOUNT', /same account, “Operating”/],
  ['1e3', { amount: '1e3' }, 'amount AMOUNT_SCIENTIFIC', /power of ten/],
  ['0x10', { amount: '0x10' }, 'amount AMOUNT_HEX', /hexadecimal/],
  ['-5', { amount: '-5' }, 'amount AMOUNT_NEGATIVE', /negative/],
  ['1,000', { amount: '1,000' }, 'amount AMOUNT_THOUSANDS', /thousands separator/],
  ['12,50 among points', { amount: '12,50' }, 'amount AMOUNT_DECIMAL_MARK', /would read 12\.50/],
  ['12.345', { amount: '12.345' }, 'amount AMOUNT_TOO_MANY_DECIMALS', /more decimals than EUR/],
  ['zero', { amount: '0.00' }, 'amount AMOUNT_ZERO', /zero/],
  ['word', { amount: 'ten' }, 'amount AMOUNT_NOT_A_NUMBER', /“ten” is not an amount/],
  ['too large', { amount: '99999999999.00' }, 'amount AMOUNT_TOO_LARGE', /more than a row can carry/],
  ['currency name', { currency: 'Euro' }, 'currency CURRENCY_FORM', /three letters/],
  ['small letters', { currency: 'eur' }, 'currency CURRENCY_CASE', /capitals: EUR/],
  ['strange currency', { currency: 'CHF' }, 'currency CURRENCY_UNSUPPORTED', /It has EUR, GBP/],
  ['other currency', { currency: 'GBP' }, 'currency CURRENCY_MISMATCH', /“Operating” is in EUR/],
  ['account of other currency', { destination: '103' }, 'currency CURRENCY_MISMATCH', /“UK operating” is in GBP/],
  ['long text', { description: 'x'.repeat(256) }, 'description DESCRIPTION_TOO_LONG', /256 characters/],
  ['wrong character', { description: 'Zoë' }, 'description DESCRIPTION_CHARACTERS', /not allowed: ë/],
  ['long tag', { tag: 'x'.repeat(51) }, 'tag TAG_TOO_LONG', /51 characters/],
  ['tag with blanks', { tag: 'a b' }, 'tag TAG_CHARACTERS', /only letters, digits/],
  ['no time', { scheduledAt: 'soon' }, 'scheduledAt SCHEDULE_FORM', /“soon” is not a time/],
  ['impossible day', { scheduledAt: '2026-02-30 10:00' }, 'scheduledAt SCHEDULE_FORM', /not a time/],
  ['past', { scheduledAt: '2026-11-01 10:00' }, 'scheduledAt SCHEDULE_PAST', /has passed/],
]

describe('a bad cell', () => {
  test.each(cases)('%s', (_, cells, found, sentence) => {
    const { problems } = check(cells)
    expect(codes(problems)).toEqual([found])
    expect(isSound(problems)).toBe(false)
    const [problem] = problems
    expect(problem?.row).toBe(7)
    expect(problem && problemSentence(problem)).toMatch(sentence)
  })

  test('each of the issue’s amounts has a sentence of its own', () => {
    const amounts = ['1e3', '0x10', '-5', '1,000', '12.345']
    const said = amounts.map((amount) => check({ amount }).problems.map(problemSentence).join())
    expect(new Set(said).size).toBe(amounts.length)
  })

  test('does not hide its neighbours', () => {
    const { problems } = check({ source: '999', amount: '1e3', currency: 'eur', tag: 'a b' })
    expect(codes(problems)).toEqual([
      'source ACCOUNT_UNKNOWN',
      'currency CURRENCY_CASE',
      'amount AMOUNT_SCIENTIFIC',
      'tag TAG_CHARACTERS',
    ])
  })

  test('cells beyond the header are told', () => {
    expect(codes(check({}, {}, ['', ' ']).problems)).toEqual([])
    expect(codes(check({}, {}, ['', 'x']).problems)).toEqual(['row TOO_MANY_CELLS'])
  })
})

test('decimals follow the currency and the mark of the file', () => {
  const accounts = ['JPY', 'KWD'].flatMap((currency) => [
    {
      id: `${currency.length}${currency.charCodeAt(0)}1`,
      name: `${currency} a`,
      currency,
      state: 'ACTIVE',
      available: 0,
    },
    {
      id: `${currency.length}${currency.charCodeAt(0)}2`,
      name: `${currency} b`,
      currency,
      state: 'ACTIVE',
      available: 0,
    },
  ]) as typeof testAccounts
  const book = createAccountBook(accounts)
  const of = (currency: string, amount: string, decimalMark: '.' | ',' = '.') =>
    check({ source: `${currency} a`, destination: `${currency} b`, currency, amount }, { book, decimalMark })
  expect(of('JPY', '1234').parsed.amount).toBe(1234)
  expect(codes(of('JPY', '1234.5').problems)).toEqual(['amount AMOUNT_TOO_MANY_DECIMALS'])
  expect(of('KWD', '1.234').parsed.amount).toBe(1234)
  expect(of('KWD', '1,234', ',').parsed.amount).toBe(1234)
  expect(codes(of('KWD', '1,234').problems)).toEqual(['amount AMOUNT_THOUSANDS'])
})
