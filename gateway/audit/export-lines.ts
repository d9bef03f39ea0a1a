import { AUDIT_EXPORT_MAX, type AuditFilters, type AuditLine } from '../../contract/console/audit'
import type { Store } from '../../storage/open'
import { findLines } from './find-lines'

const PAGE = 500

/** All lines before number `end` that the filters leave, newest first, page by page; bounded, however long the record is. */
async function* everyLine(
  store: Store,
  chain: string,
  filters: AuditFilters,
  end: number,
): AsyncGenerator<AuditLine[]> {
  let before = end
  for (let sent = 0; sent < AUDIT_EXPORT_MAX; ) {
    const { lines, more } = await findLines(store, chain, filters, {
      before,
      limit: Math.min(PAGE, AUDIT_EXPORT_MAX - sent),
    })
    if (lines.length > 0) yield lines
    sent += lines.length
    before = lines.at(-1)?.seq ?? 0
    if (!more) return
  }
}

const columns: readonly [string, (line: AuditLine) => string | number | undefined][] = [
  ['number', ({ seq }) => seq],
  ['time (UTC)', ({ at }) => new Date(at).toISOString()],
  ['person', ({ person }) => person?.name],
  ['person id', ({ person }) => person?.id],
  ['role', ({ role }) => role],
  ['operation', ({ operation }) => operation],
  ['what', ({ title }) => title],
  ['section', ({ section }) => section],
  ['resource', ({ resource }) => resource],
  ['outcome', ({ outcome }) => outcome],
  ['status', ({ status }) => status],
  ['code', ({ code }) => code],
  // As the API writes it: integers of the smallest unit.
  [
    'amounts (smallest unit)',
    ({ amounts }) => amounts.map(({ currency, amount }) => `${currency} ${amount}`).join('; '),
  ],
  ['change', ({ change }) => (change === undefined ? undefined : JSON.stringify(change))],
  ['request reference', ({ requestRef }) => requestRef],
  ['proposal', ({ proposal }) => proposal],
  ['address', ({ address }) => address],
  ['id', ({ id }) => id],
]

/** A spreadsheet runs what begins like a formula; an apostrophe shows it as text. */
function csvCell(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvRow = (cells: readonly (string | number | undefined)[]) => `${cells.map(csvCell).join(',')}\r\n`

async function* csv(pages: AsyncIterable<AuditLine[]>): AsyncGenerator<string> {
  // With a mark, or Excel reads UTF-8 as something else.
  yield `\uFEFF${csvRow(columns.map(([name]) => name))}`
  for await (const lines of pages) yield lines.map((line) => csvRow(columns.map(([, cell]) => cell(line)))).join('')
}

async function* json(pages: AsyncIterable<AuditLine[]>): AsyncGenerator<string> {
  let between = '[\n'
  for await (const lines of pages) {
    yield between + lines.map((line) => JSON.stringify(line)).join(',\n')
    between = ',\n'
  }
  yield between === '[\n' ? '[]\n' : '\n]\n'
}

/** The lines as a file that is written while it is read: nothing is held but a page. */
export function exportAnswer(
  store: Store,
  chain: string,
  filters: AuditFilters,
  format: 'csv' | 'json',
  now: number,
  end: number,
): Response {
  const pages = everyLine(store, chain, filters, end)
  const texts = format === 'csv' ? csv(pages) : json(pages)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void texts.return(undefined),
  })
  const day = new Date(now).toISOString().slice(0, 10)
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
      'content-disposition': `attachment; filename="audit-${day}.${format}"`,
    },
  })
}
