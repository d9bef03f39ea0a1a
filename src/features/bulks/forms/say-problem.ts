import { formatMoney } from '@/lib/money'
import { catalogue } from '@/lib/text'
import { OPEN_BOX, type Problem, type ProblemCode } from './problem'
import type { FieldId } from './transfer-fields'

const t = catalogue('bulks.problem', {
  fieldSource: 'source account',
  fieldDestination: 'destination account',
  fieldAmount: 'amount',
  fieldCurrency: 'currency',
  fieldDescription: 'description',
  fieldTag: 'tag',
  fieldScheduled: 'scheduled time',
  fieldRow: 'whole row',
  required: 'The {field} is missing.',
  tooManyCells:
    'The row has more cells than the header has columns. A separator inside a text without quotes does that.',
  accountUnknown: 'No account of yours has the id {value}.',
  nameUnknown: 'No account of yours is named “{value}”.',
  nameNear: 'No account is named “{value}”. Do you mean “{suggestion}”?',
  nameAmbiguous: '{count, plural, other {# accounts}} are named “{value}”. Write the id of the one you mean.',
  idRounded: '“{value}” is an account id that a spreadsheet rounded. Format the column as text and paste the id again.',
  blocked: '“{account}” is blocked: it can neither pay nor be paid.',
  destroyed: '“{account}” has been removed: it can neither pay nor be paid.',
  notEnabled: '“{account}” is not enabled yet: it can neither pay nor be paid.',
  sameAccount: 'Source and destination are the same account, “{account}”.',
  notANumber: '“{value}” is not an amount. Write it as 1234.50.',
  scientific: '“{value}” is written as a power of ten. Write the amount out in digits.',
  hex: '“{value}” is a hexadecimal number. Write the amount in decimal digits.',
  negative: '“{value}” is negative. To move money the other way, swap source and destination.',
  thousands: '“{value}” has a thousands separator, or another decimal mark. Write digits and one decimal mark.',
  decimalMark: '“{value}” has another decimal mark than the rest of the file. It would read {suggestion}.',
  decimals: '“{value}” has more decimals than {currency} has.',
  tooLarge: '“{value}” is more than a row can carry.',
  zero: 'The amount is zero.',
  currencyForm: '“{value}” is not a currency code. Write three letters, as in EUR.',
  currencyCase: '“{value}” must be written in capitals: {suggestion}.',
  currencyUnsupported: '{value} is not a currency of your programme. It has {supported}.',
  currencyMismatch: 'The row says {value}, but “{account}” is in {accountCurrency}.',
  descriptionTooLong: 'The description has {length, number} characters; at most 255 are allowed.',
  descriptionCharacters: 'The description has characters that are not allowed: {characters}',
  tagTooLong: 'The tag has {length, number} characters; at most 50 are allowed.',
  tagCharacters: 'A tag has only letters, digits, - and _. Not allowed: {characters}',
  scheduleForm: '“{value}” is not a time. Write it as 2026-12-31 09:00, in the zone {zone}.',
  schedulePast: '“{value}” has passed.',
  overLimit:
    'A bulk takes {limit, number} rows at most, and this row is beyond that. Set it aside and put it in another file.',
  space: 'space',
  duplicate: 'The row says the same as row {first}.',
  runsOut:
    '{account} would run short here by {short}. {also, plural, =0 {} one {One later row would fail too.} other {# later rows would fail too.}}',
  blanks: 'There are blanks around “{value}”. The cell is read without them.',
  at: 'Row {row}, {field}: {sentence}',
})

const visible = (characters: string) => characters.replace(OPEN_BOX, t('space'))

const fieldNames: Record<FieldId | 'row', () => string> = {
  source: () => t('fieldSource'),
  destination: () => t('fieldDestination'),
  amount: () => t('fieldAmount'),
  currency: () => t('fieldCurrency'),
  description: () => t('fieldDescription'),
  tag: () => t('fieldTag'),
  scheduledAt: () => t('fieldScheduled'),
  row: () => t('fieldRow'),
}
export const fieldName = (field: FieldId | 'row'): string => fieldNames[field]()

const say: Record<ProblemCode, (of: { value: string; field: string; param: (name: string) => string }) => string> = {
  REQUIRED: ({ field }) => t('required', { field }),
  TOO_MANY_CELLS: () => t('tooManyCells'),
  ACCOUNT_UNKNOWN: ({ value }) => t('accountUnknown', { value }),
  ACCOUNT_NAME_UNKNOWN: ({ value }) => t('nameUnknown', { value }),
  ACCOUNT_NAME_NEAR: ({ value, param }) => t('nameNear', { value, suggestion: param('suggestion') }),
  ACCOUNT_NAME_AMBIGUOUS: ({ value, param }) => t('nameAmbiguous', { value, count: Number(param('count')) }),
  ACCOUNT_ID_ROUNDED: ({ value }) => t('idRounded', { value }),
  ACCOUNT_BLOCKED: ({ param }) => t('blocked', { account: param('account') }),
  ACCOUNT_DESTROYED: ({ param }) => t('destroyed', { account: param('account') }),
  ACCOUNT_NOT_ENABLED: ({ param }) => t('notEnabled', { account: param('account') }),
  SAME_ACCOUNT: ({ param }) => t('sameAccount', { account: param('account') }),
  AMOUNT_NOT_A_NUMBER: ({ value }) => t('notANumber', { value }),
  AMOUNT_SCIENTIFIC: ({ value }) => t('scientific', { value }),
  AMOUNT_HEX: ({ value }) => t('hex', { value }),
  AMOUNT_NEGATIVE: ({ value }) => t('negative', { value }),
  AMOUNT_THOUSANDS: ({ value }) => t('thousands', { value }),
  AMOUNT_DECIMAL_MARK: ({ value, param }) => t('decimalMark', { value, suggestion: param('suggestion') }),
  AMOUNT_TOO_MANY_DECIMALS: ({ value, param }) => t('decimals', { value, currency: param('currency') }),
  AMOUNT_TOO_LARGE: ({ value }) => t('tooLarge', { value }),
  AMOUNT_ZERO: () => t('zero'),
  CURRENCY_FORM: ({ value }) => t('currencyForm', { value }),
  CURRENCY_CASE: ({ value, param }) => t('currencyCase', { value, suggestion: param('suggestion') }),
  CURRENCY_UNSUPPORTED: ({ value, param }) => t('currencyUnsupported', { value, supported: param('supported') }),
  CURRENCY_MISMATCH: ({ value, param }) =>
    t('currencyMismatch', { value, account: param('account'), accountCurrency: param('accountCurrency') }),
  DESCRIPTION_TOO_LONG: ({ param }) => t('descriptionTooLong', { length: Number(param('length')) }),
  DESCRIPTION_CHARACTERS: ({ param }) => t('descriptionCharacters', { characters: visible(param('characters')) }),
  TAG_TOO_LONG: ({ param }) => t('tagTooLong', { length: Number(param('length')) }),
  TAG_CHARACTERS: ({ param }) => t('tagCharacters', { characters: visible(param('characters')) }),
  SCHEDULE_FORM: ({ value, param }) => t('scheduleForm', { value, zone: param('zone') }),
  SCHEDULE_PAST: ({ value }) => t('schedulePast', { value }),
  OVER_LIMIT: ({ param }) => t('overLimit', { limit: Number(param('limit')) }),
  DUPLICATE_ROW: ({ param }) => t('duplicate', { first: param('first') }),
  BALANCE_RUNS_OUT: ({ param }) =>
    t('runsOut', {
      account: param('account'),
      short: formatMoney({ currency: param('currency'), amount: Number(param('short')) }),
      also: Number(param('alsoFailing')),
    }).trim(),
  BLANKS_AROUND: ({ value }) => t('blanks', { value: value.trim() }),
}

/** What is wrong, in plain words. */
export function problemSentence({ code, field, value, params }: Problem): string {
  const param = (name: string) => String(params?.[name] ?? '')
  return say[code]({ value: value.trim(), field: fieldName(field), param })
}

/** The same with the place, as a screen reader or a list apart from the grid needs it. */
export const problemSentenceAt = (problem: Problem): string =>
  t('at', { row: problem.row, field: fieldName(problem.field), sentence: problemSentence(problem) })

const cause = catalogue('bulks.cause', {
  REQUIRED: 'Missing: {field}',
  TOO_MANY_CELLS: 'More cells than columns',
  ACCOUNT_UNKNOWN: 'Unknown {field}',
  ACCOUNT_NAME_UNKNOWN: 'Unknown name of {field}',
  ACCOUNT_NAME_NEAR: 'Misspelt name of {field}',
  ACCOUNT_NAME_AMBIGUOUS: 'Several accounts of this name as {field}',
  ACCOUNT_ID_ROUNDED: 'Id of {field} rounded by a spreadsheet',
  ACCOUNT_BLOCKED: 'Blocked {field}',
  ACCOUNT_DESTROYED: 'Removed {field}',
  ACCOUNT_NOT_ENABLED: 'Not yet enabled {field}',
  SAME_ACCOUNT: 'Source and destination the same',
  AMOUNT_NOT_A_NUMBER: 'Not an amount',
  AMOUNT_SCIENTIFIC: 'Amount as a power of ten',
  AMOUNT_HEX: 'Hexadecimal amount',
  AMOUNT_NEGATIVE: 'Negative amount',
  AMOUNT_THOUSANDS: 'Thousands separator in amount',
  AMOUNT_DECIMAL_MARK: 'Other decimal mark in amount',
  AMOUNT_TOO_MANY_DECIMALS: 'Too many decimals',
  AMOUNT_TOO_LARGE: 'Amount too large',
  AMOUNT_ZERO: 'Amount of zero',
  CURRENCY_FORM: 'Not a currency code',
  CURRENCY_CASE: 'Currency in small letters',
  CURRENCY_UNSUPPORTED: 'Currency not in your programme',
  CURRENCY_MISMATCH: 'Currency differs from the account',
  DESCRIPTION_TOO_LONG: 'Description too long',
  DESCRIPTION_CHARACTERS: 'Characters not allowed in description',
  TAG_TOO_LONG: 'Tag too long',
  TAG_CHARACTERS: 'Characters not allowed in tag',
  SCHEDULE_FORM: 'Not a time',
  SCHEDULE_PAST: 'Scheduled in the past',
  OVER_LIMIT: 'Beyond the limit of rows',
  DUPLICATE_ROW: 'Same as another row',
  BALANCE_RUNS_OUT: 'Balance would run out',
  BLANKS_AROUND: 'Blanks around the {field}',
} as const satisfies Record<ProblemCode, string>)

/** A few words for the list of causes. */
export function causeTitle(code: ProblemCode, field: FieldId | 'row'): string {
  switch (code) {
    case 'REQUIRED':
    case 'ACCOUNT_UNKNOWN':
    case 'ACCOUNT_NAME_UNKNOWN':
    case 'ACCOUNT_NAME_NEAR':
    case 'ACCOUNT_NAME_AMBIGUOUS':
    case 'ACCOUNT_ID_ROUNDED':
    case 'ACCOUNT_BLOCKED':
    case 'ACCOUNT_DESTROYED':
    case 'ACCOUNT_NOT_ENABLED':
    case 'BLANKS_AROUND':
      return cause(code, { field: fieldName(field) })
    default:
      return cause(code)
  }
}
