/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front, which shows it as text. Plain numbers,
 * negative ones too, stay numbers.
 */
export function defuse(cell: string): string {
  if (!/^[\s]*[=+\-@\t\r]/.test(cell)) return cell
  return /^-?\d+([.,]\d+)?$/.test(cell) ? cell : `'${cell}`
}

/** One CSV text from rows of cells: CRLF, quotes where needed, every cell defused against formula injection. */
export function writeCsv(rows: Iterable<readonly string[]>, delimiter = ','): string {
  let text = ''
  for (const row of rows) text += `${row.map((cell) => quote(defuse(cell), delimiter)).join(delimiter)}\r\n`
  return text
}

const quote = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
