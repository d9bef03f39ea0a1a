import Papa from 'papaparse'
import { type Delimiter, delimiters, sniffDelimiter } from './sniff-delimiter'

/**
 * A table as the spreadsheet shows it. `numbers[i]` is the number that a spreadsheet program prints beside `rows[i]`:
 * the header is row 1 and the first data row 2; a cell with line breaks still makes one row; blank rows count, though
 * they are left out of `rows`.
 */
export type Table = {
  header: string[]
  headerNumber: number
  rows: string[][]
  numbers: Int32Array
  delimiter: Delimiter
}

export type TableProblem =
  | { code: 'EMPTY' }
  | { code: 'HEADER_ONLY' }
  | { code: 'ONE_COLUMN'; header: string }
  | { code: 'OPEN_QUOTE'; row: number }
  | { code: 'TOO_MANY_ROWS'; rows: number; limit: number }

export type ReadTable = { ok: true; table: Table } | { ok: false; problem: TableProblem }

const isBlank = (record: readonly string[]) => record.every((cell) => cell.trim() === '')

/** Reads delimited text: RFC 4180 quoting, any line end, a `sep=;` line as Excel writes it, and blank rows anywhere. */
export function readTable(source: string, options: { delimiter?: Delimiter; maxRows: number }): ReadTable {
  const { text, announced } = withoutAnnouncement(source.replace(/\r\n?/g, '\n'))
  if (text.trim() === '') return { ok: false, problem: { code: 'EMPTY' } }

  const delimiter = options.delimiter ?? announced ?? sniffDelimiter(text)
  if (!delimiter) return { ok: false, problem: { code: 'ONE_COLUMN', header: text.trim().split('\n', 1)[0] ?? '' } }

  const parsed = Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: false })
  const open = parsed.errors.find((error) => error.code === 'MissingQuotes')
  if (open) return { ok: false, problem: { code: 'OPEN_QUOTE', row: (open.row ?? 0) + 1 } }

  const first = parsed.data.findIndex((record) => !isBlank(record))
  const header = trimEnd(parsed.data[first] ?? []).map((name) => name.trim())
  if (header.length < 2) return { ok: false, problem: { code: 'ONE_COLUMN', header: header[0] ?? '' } }

  const rows: string[][] = []
  const numbers: number[] = []
  for (let i = first + 1; i < parsed.data.length; i += 1) {
    const record = parsed.data[i]
    if (!record || isBlank(record)) continue
    rows.push(record)
    numbers.push(i + 1)
  }
  if (rows.length === 0) return { ok: false, problem: { code: 'HEADER_ONLY' } }
  if (rows.length > options.maxRows) {
    return { ok: false, problem: { code: 'TOO_MANY_ROWS', rows: rows.length, limit: options.maxRows } }
  }
  return { ok: true, table: { header, headerNumber: first + 1, rows, numbers: Int32Array.from(numbers), delimiter } }
}

/** Excel obeys a first line `sep=;` and does not show it as a row, so neither do we. */
function withoutAnnouncement(text: string): { text: string; announced?: Delimiter } {
  const line = /^\s*"?sep=(.)"?\n/i.exec(text)
  const announced = delimiters.find((d) => d === line?.[1])
  return line && announced ? { text: text.slice(line[0].length), announced } : { text }
}

/** Columns without a name after the last named one are what spreadsheets leave behind. */
function trimEnd(cells: readonly string[]): string[] {
  let length = cells.length
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length -= 1
  return cells.slice(0, length)
}
