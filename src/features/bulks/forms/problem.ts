import type { FieldId } from './transfer-fields'

/** Everything that can be wrong with, or worth saying about, a row. Each has its sentence in `messages.ts`. */
export const problemCodes = [
  'REQUIRED',
  'TOO_MANY_CELLS',
  'ACCOUNT_UNKNOWN',
  'ACCOUNT_NAME_UNKNOWN',
  'ACCOUNT_NAME_NEAR',
  'ACCOUNT_NAME_AMBIGUOUS',
  'ACCOUNT_ID_ROUNDED',
  'ACCOUNT_BLOCKED',
  'ACCOUNT_DESTROYED',
  'ACCOUNT_NOT_ENABLED',
  'SAME_ACCOUNT',
  'AMOUNT_NOT_A_NUMBER',
  'AMOUNT_SCIENTIFIC',
  'AMOUNT_HEX',
  'AMOUNT_NEGATIVE',
  'AMOUNT_THOUSANDS',
  'AMOUNT_DECIMAL_MARK',
  'AMOUNT_TOO_MANY_DECIMALS',
  'AMOUNT_TOO_LARGE',
  'AMOUNT_ZERO',
  'CURRENCY_FORM',
  'CURRENCY_CASE',
  'CURRENCY_UNSUPPORTED',
  'CURRENCY_MISMATCH',
  'DESCRIPTION_TOO_LONG',
  'DESCRIPTION_CHARACTERS',
  'TAG_TOO_LONG',
  'TAG_CHARACTERS',
  'SCHEDULE_FORM',
  'SCHEDULE_PAST',
  'OVER_LIMIT',
  'DUPLICATE_ROW',
  'BALANCE_RUNS_OUT',
  'BLANKS_AROUND',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Errors block until the row is repaired or set aside; warnings and remarks never do. */
export type Level = 'error' | 'warning' | 'info'

const levels: Partial<Record<ProblemCode, Level>> = {
  DUPLICATE_ROW: 'warning',
  BALANCE_RUNS_OUT: 'warning',
  BLANKS_AROUND: 'info',
}
export const levelOf = (code: ProblemCode): Level => levels[code] ?? 'error'

/** Stands for white space, which nobody would see in a list of characters. */
export const OPEN_BOX = '␣'

export type Problem = {
  /** The row's number in a spreadsheet program; the header is row 1. */
  row: number
  /** `row` where no single cell is to blame. */
  field: FieldId | 'row'
  code: ProblemCode
  /** What stands in the cell. */
  value: string
  /** What the sentence needs besides. */
  params?: Record<string, string | number>
}

/** Problems of one kind in one column; choosing it filters the rows to them. */
export type Cause = {
  key: string
  code: ProblemCode
  field: FieldId | 'row'
  level: Level
  rows: number
  /** One of them, to show what is meant. */
  example: Problem
}

export const causeKey = (problem: Pick<Problem, 'code' | 'field'>): string => `${problem.field}.${problem.code}`
