import { fromLocalText } from '@/lib/dates'
import { type MoneyRefusal, parseMoney } from '@/lib/money'
import type { AccountBook, KnownAccount } from './account-book'
import type { DecimalMark } from './decimal-mark'
import { levelOf, OPEN_BOX, type Problem, type ProblemCode } from './problem'
import { type FieldId, maxBulkRows, requiredFields, transferFields } from './transfer-fields'

/** What a sound row says, in the sandbox of numbers: accounts by their place in the book. Not usable while it has errors. */
export type ParsedRow = {
  source: number
  destination: number
  amount: number
  currency: string
  description: string
  tag: string
  /** Epoch ms, or 0 for at once. */
  scheduledAt: number
}

export type RowRules = {
  book: AccountBook
  currencies: readonly string[]
  decimalMark: DecimalMark
  /** Epoch ms; what lies before cannot be scheduled. */
  now: number
  /** Local times in the file are of this zone. */
  zone: string
}

export type RowInput = { number: number; value: (field: FieldId) => string; extraCells: readonly string[] }
export type CheckedRow = { parsed: ParsedRow; problems: Problem[] }

/** Sums of a whole bulk of such amounts still are exact integers. */
const largestAmount = Math.floor(Number.MAX_SAFE_INTEGER / maxBulkRows)
/** As the contract has them for `description` and `tag` of a transfer. */
const descriptionCharacters = /^[a-zA-Z0-9/\-?:().$_,'+\s#=!"%&*<>;{@\r\n]*$/
const tagCharacters = /^[a-zA-Z0-9_-]+$/

const moneyCodes: Record<Exclude<MoneyRefusal, 'EMPTY'>, ProblemCode> = {
  NOT_A_NUMBER: 'AMOUNT_NOT_A_NUMBER',
  EXPONENT: 'AMOUNT_SCIENTIFIC',
  HEX: 'AMOUNT_HEX',
  NEGATIVE: 'AMOUNT_NEGATIVE',
  THOUSANDS: 'AMOUNT_THOUSANDS',
  TOO_MANY_DECIMALS: 'AMOUNT_TOO_MANY_DECIMALS',
  TOO_LARGE: 'AMOUNT_TOO_LARGE',
}

/** Checks what can be known from one row and the live accounts: form of each cell, then how the cells fit together. */
export function checkRow(row: RowInput, rules: RowRules): CheckedRow {
  const problems: Problem[] = []
  const cells = {} as Record<FieldId, string>
  const say = (field: FieldId | 'row', code: ProblemCode, params?: Problem['params']) => {
    const value = field === 'row' ? row.extraCells.join(' ') : row.value(field)
    problems.push(params ? { row: row.number, field, code, value, params } : { row: row.number, field, code, value })
  }

  for (const field of transferFields) {
    const raw = row.value(field)
    cells[field] = raw.trim()
    if (cells[field] === '' && requiredFields.includes(field)) say(field, 'REQUIRED')
    else if (cells[field] !== '' && raw !== cells[field]) say(field, 'BLANKS_AROUND')
  }
  if (row.extraCells.some((cell) => cell.trim() !== '')) say('row', 'TOO_MANY_CELLS')

  const source = checkAccount('source', cells.source, rules.book, say)
  const destination = checkAccount('destination', cells.destination, rules.book, say)
  const from = rules.book.accounts[source]
  const to = rules.book.accounts[destination]
  if (from && from === to) say('destination', 'SAME_ACCOUNT', { account: from.name })

  const currency = checkCurrency(cells.currency, rules.currencies, from, to, say)
  const amount = checkAmount(cells.amount, currency ?? from?.currency ?? 'EUR', rules.decimalMark, say)
  if (cells.description.length > 255) say('description', 'DESCRIPTION_TOO_LONG', { length: cells.description.length })
  else if (!descriptionCharacters.test(cells.description)) {
    say('description', 'DESCRIPTION_CHARACTERS', { characters: unwelcome(cells.description, descriptionCharacters) })
  }
  if (cells.tag.length > 50) say('tag', 'TAG_TOO_LONG', { length: cells.tag.length })
  else if (cells.tag !== '' && !tagCharacters.test(cells.tag)) {
    say('tag', 'TAG_CHARACTERS', { characters: unwelcome(cells.tag, tagCharacters) })
  }
  const scheduledAt = checkSchedule(cells.scheduledAt, rules, say)

  const { description, tag } = cells
  return { parsed: { source, destination, amount, currency: currency ?? '', description, tag, scheduledAt }, problems }
}

/** Whether the row can be sent. */
export const isSound = (problems: readonly Problem[]): boolean => problems.every((p) => levelOf(p.code) !== 'error')

type Say = (field: FieldId | 'row', code: ProblemCode, params?: Problem['params']) => void

function checkAccount(field: 'source' | 'destination', text: string, book: AccountBook, say: Say): number {
  if (text === '') return -1
  const found = book.resolve(text)
  if (!found.ok) {
    say(field, found.code, found.params)
    return -1
  }
  const account = book.accounts[found.index]
  if (account && account.state !== 'ACTIVE') say(field, `ACCOUNT_${account.state}`, { account: account.name })
  return found.index
}

/** The currency when it is one that amounts can be read in. */
function checkCurrency(
  text: string,
  supported: readonly string[],
  from: KnownAccount | undefined,
  to: KnownAccount | undefined,
  say: Say,
): string | undefined {
  if (text === '') return undefined
  if (!/^[A-Za-z]{3}$/.test(text)) {
    say('currency', 'CURRENCY_FORM')
    return undefined
  }
  const currency = text.toUpperCase()
  if (currency !== text) say('currency', 'CURRENCY_CASE', { suggestion: currency })
  if (!supported.includes(currency)) say('currency', 'CURRENCY_UNSUPPORTED', { supported: supported.join(', ') })
  else {
    const other = [from, to].find((account) => account && account.currency !== currency)
    if (other) say('currency', 'CURRENCY_MISMATCH', { account: other.name, accountCurrency: other.currency })
  }
  return currency
}

function checkAmount(text: string, currency: string, decimalMark: DecimalMark, say: Say): number {
  if (text === '') return 0
  const money = parseMoney(text, currency, { decimalMark })
  if (money.ok && money.amount === 0) say('amount', 'AMOUNT_ZERO')
  if (money.ok && money.amount > largestAmount) say('amount', 'AMOUNT_TOO_LARGE')
  if (money.ok) return money.amount
  if (money.reason === 'EMPTY') return 0
  const otherMark = decimalMark === '.' ? ',' : '.'
  const read = parseMoney(text, currency, { decimalMark: otherMark })
  const cents = text.split(otherMark)[1] ?? ''
  // 12,50 can only be cents; 1,000 can be a thousand, and is refused as that.
  if (money.reason === 'THOUSANDS' && read.ok && cents.length > 0 && cents.length < 3) {
    say('amount', 'AMOUNT_DECIMAL_MARK', { mark: decimalMark, suggestion: text.replace(otherMark, decimalMark) })
  } else say('amount', moneyCodes[money.reason], { currency })
  return 0
}

function checkSchedule(text: string, rules: RowRules, say: Say): number {
  if (text === '') return 0
  const at = readInstant(text, rules.zone)
  if (at === undefined) say('scheduledAt', 'SCHEDULE_FORM', { zone: rules.zone })
  else if (at <= rules.now) say('scheduledAt', 'SCHEDULE_PAST')
  return at ?? 0
}

/** `2026-12-01 09:00` in the person's zone, or with an offset of its own. */
function readInstant(text: string, zone: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.exec(text)
  if (!match) return undefined
  const [, date, time, seconds = '', offset] = match
  if (!offset) return fromLocalText(`${date}T${time}${seconds}`, zone)
  const at = Date.parse(`${date}T${time}${seconds || ':00'}${offset}`)
  return Number.isNaN(at) ? undefined : at
}

/** The characters that are not allowed, each once, at most five. */
const unwelcome = (text: string, allowed: RegExp): string =>
  [...new Set([...text].filter((char) => !allowed.test(char)).map((char) => (/\s/.test(char) ? OPEN_BOX : char)))]
    .slice(0, 5)
    .join(' ')
