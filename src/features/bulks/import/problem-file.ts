import { writeCsv } from '@/lib/csv/write-csv'
import type { Problem } from '../forms/problem'
import { problemSentence } from '../forms/say-problem'

type Picked = { number: number; cells: readonly string[]; problems: readonly Problem[] }

/** The picked rows as they stand in the file, each with its number and its reasons; opened by a spreadsheet, nothing runs. */
export function problemFile(header: readonly string[], rows: Iterable<Picked>): Blob {
  return new Blob(['\ufeff', writeCsv(lines(header, rows))], { type: 'text/csv;charset=utf-8' })
}

function* lines(header: readonly string[], rows: Iterable<Picked>): Generator<string[]> {
  yield ['row', ...header, 'reason']
  for (const { number, cells, problems } of rows) {
    const padded = header.map((_, column) => cells[column] ?? '')
    yield [String(number), ...padded, problems.map(problemSentence).join(' ')]
  }
}
