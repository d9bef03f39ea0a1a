import { columnLetter } from '@/lib/csv/column-letter'
import { decodeText, type Encoding } from '@/lib/csv/decode-text'
import { readTable, type Table } from '@/lib/csv/read-table'
import type { Delimiter } from '@/lib/csv/sniff-delimiter'
import { detectDecimalMark } from '../forms/decimal-mark'
import { matchColumns } from '../forms/match-columns'
import { maxFileBytes, maxFileRows } from '../forms/transfer-fields'
import type { DraftStore } from './draft-store'
import { problemFile } from './problem-file'
import type { DeskCall, DeskCalls, FileProblem, OpenedFile, Surroundings } from './protocol'
import { type Changes, createSheet, type Sheet } from './sheet'

type Handlers = { [C in DeskCall]: (ask: DeskCalls[C]['ask']) => Promise<DeskCalls[C]['answer']> }

/** The desk on which one file lies: everything the worker does, with no worker in it, so that it can be tested plainly. */
export function createDesk(store: DraftStore): Handlers {
  let open: { draftId: string; sheet: Sheet; header: string[] } | undefined

  const sheet = (): Sheet => {
    if (!open) throw new Error('NO_FILE')
    return open.sheet
  }

  /** A draft that cannot be kept (private window, full disk) must not keep anyone from working. */
  const keep = async (saving: Promise<void>) => saving.catch(() => undefined)
  let saving: Promise<unknown> = Promise.resolve()
  let unsaved = false

  /** Answers at once and saves behind; what changes meanwhile is saved together. */
  function changed<T>(answer: T): T {
    if (unsaved || !open) return answer
    const { draftId, sheet: laid } = open
    unsaved = true
    saving = saving.then(() => {
      unsaved = false
      return open?.draftId === draftId ? keep(store.saveChanges(draftId, laid.changes())) : undefined
    })
    return answer
  }

  function lay(draftId: string, name: string, read: ReadFile, around: Surroundings, changes?: Changes) {
    const file = describe(name, read, changes)
    const { mapping, decimalMark } = file
    const laid = createSheet(read.table, changes ?? { mapping, decimalMark, edits: [], aside: [] }, around)
    open = { draftId, sheet: laid, header: read.table.header }
    return { ok: true as const, draftId, file, summary: laid.summary() }
  }

  return {
    async open({ name, bytes, around, delimiter }) {
      const read = readFile(bytes, delimiter)
      if (!read.ok) return read
      if (open) await keep(store.remove(open.draftId))
      const draftId = crypto.randomUUID()
      const answer = lay(draftId, name, read, around)
      await keep(store.saveFile(draftId, delimiter ? { name, bytes, delimiter } : { name, bytes }))
      return answer
    },
    async restore({ draftId, around }) {
      await saving
      const draft = await store.load(draftId).catch(() => undefined)
      if (!draft) return undefined
      const read = readFile(draft.file.bytes, draft.file.delimiter)
      return read.ok ? lay(draftId, draft.file.name, read, around, draft.changes) : undefined
    },
    map: async (ask) => changed(sheet().map(ask)),
    surroundings: async (around) => sheet().surround(around),
    show: async (filter) => sheet().show(filter),
    rows: async ({ from, to }) => ({ version: sheet().summary().version, from, rows: sheet().rows(from, to) }),
    edit: async ({ index, field, value }) => changed(sheet().edit(index, field, value)),
    setAside: async ({ index, aside }) => changed(sheet().setAside(index, aside)),
    setCauseAside: async ({ key }) => changed(sheet().setCauseAside(key)),
    bringAllBack: async () => changed(sheet().bringAllBack()),
    cure: async ({ key }) => changed(sheet().cure(key)),
    problemFile: async ({ which }) => problemFile(open?.header ?? [], sheet().pick(which)),
    async body({ profileId }) {
      const { json, rows } = sheet().body(profileId)
      return { body: new Blob([json], { type: 'application/json' }), reference: await reference(json), rows }
    },
    async forget() {
      await saving
      if (open) await keep(store.remove(open.draftId))
      open = undefined
      return null
    },
  }

  /** The same draft with the same content has the same reference, so that sending it twice makes one bulk. */
  async function reference(json: string): Promise<string> {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(json)))
    const hex = [...hash.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return `bulk-${open?.draftId ?? ''}-${hex}`
  }
}

type ReadFile = { ok: true; table: Table; encoding: Encoding; readInMs: number }

function readFile(
  bytes: ArrayBuffer,
  delimiter: Delimiter | undefined,
): ReadFile | { ok: false; problem: FileProblem } {
  if (bytes.byteLength > maxFileBytes) {
    return { ok: false, problem: { code: 'TOO_LARGE', bytes: bytes.byteLength, limit: maxFileBytes } }
  }
  const started = performance.now()
  const decoded = decodeText(new Uint8Array(bytes))
  if (!decoded.ok) return { ok: false, problem: { code: 'NOT_TEXT', kind: decoded.kind } }
  const read = readTable(decoded.text, { maxRows: maxFileRows, ...(delimiter && { delimiter }) })
  if (!read.ok) return read
  return { ok: true, table: read.table, encoding: decoded.encoding, readInMs: performance.now() - started }
}

function describe(name: string, { table, encoding, readInMs }: ReadFile, changes: Changes | undefined): OpenedFile {
  const match = matchColumns(table.header)
  const mapping = changes?.mapping ?? match.mapping
  const amountColumn = mapping.amount
  const amounts = amountColumn === undefined ? [] : table.rows.map((row) => row[amountColumn] ?? '')
  const found = detectDecimalMark(amounts, table.delimiter)
  const columns = match.columns.map((column) => ({
    ...column,
    header: column.header || columnLetter(column.column),
    samples: samplesOf(table, column.column),
  }))
  return {
    name,
    encoding,
    delimiter: table.delimiter,
    rows: table.rows.length,
    columns,
    mapping,
    known: match.known && found.sure,
    decimalMark: changes?.decimalMark ?? found.mark,
    askDecimalMark: !found.sure && !changes,
    doubtfulAmounts: found.sure ? [] : amounts.filter((amount) => /[.,]/.test(amount)).slice(0, 3),
    readInMs,
  }
}

/** The first three cells that say something. */
function samplesOf(table: Table, column: number): string[] {
  const samples: string[] = []
  for (const row of table.rows) {
    const cell = (row[column] ?? '').trim()
    if (cell !== '') samples.push(cell)
    if (samples.length === 3) break
  }
  return samples
}
