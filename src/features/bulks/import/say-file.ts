import { catalogue } from '@/lib/text'
import { maxBulkRows } from '../forms/transfer-fields'
import type { FileProblem } from './protocol'

const file = catalogue('bulks.file', {
  empty: 'The file is empty.',
  headerOnly: 'The file has a header row and nothing under it.',
  oneColumn:
    'Only one column was found: “{header}”. Columns must be separated by commas, semicolons, tabs or vertical bars. Choose the separator if you know it.',
  openQuote: 'A quotation mark opens in or after row {row} and never closes. Close it and choose the file again.',
  tooManyRows:
    'The file has {rows, number} rows. A bulk takes {bulk, number}, and files are opened up to {limit, number}. Split the file.',
  xlsx: 'This is an Excel workbook. Save the sheet as CSV and choose that file.',
  pdf: 'This is a PDF. A file of rows and columns is needed: CSV.',
  binary: 'This is not a text file. Save your table as CSV and choose that file.',
  tooLarge: 'The file has {size} MB. Files are opened up to {limit} MB.',
})

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)

/** Why a file could not be opened, and what to do. */
export function fileSentence(problem: FileProblem): string {
  switch (problem.code) {
    case 'EMPTY':
      return file('empty')
    case 'HEADER_ONLY':
      return file('headerOnly')
    case 'ONE_COLUMN':
      return file('oneColumn', { header: problem.header.slice(0, 60) })
    case 'OPEN_QUOTE':
      return file('openQuote', { row: problem.row })
    case 'TOO_MANY_ROWS':
      return file('tooManyRows', { rows: problem.rows, limit: problem.limit, bulk: maxBulkRows })
    case 'TOO_LARGE':
      return file('tooLarge', { size: megabytes(problem.bytes), limit: megabytes(problem.limit) })
    case 'NOT_TEXT':
      if (problem.kind === 'XLSX' || problem.kind === 'XLS') return file('xlsx')
      return problem.kind === 'PDF' ? file('pdf') : file('binary')
    default:
      return problem satisfies never
  }
}
