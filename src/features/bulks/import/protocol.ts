import type { Encoding, NotText } from '@/lib/csv/decode-text'
import type { TableProblem } from '@/lib/csv/read-table'
import type { Delimiter } from '@/lib/csv/sniff-delimiter'
import type { KnownAccount } from '../forms/account-book'
import type { Totals } from '../forms/add-up'
import type { BalanceWalk, Shortfall } from '../forms/check-file'
import type { CureId } from '../forms/cures'
import type { DecimalMark } from '../forms/decimal-mark'
import type { ColumnMatch, Mapping } from '../forms/match-columns'
import type { Cause, Problem } from '../forms/problem'
import type { FieldId } from '../forms/transfer-fields'

/** What the page tells the worker about the world: it has no way to ask for itself. */
export type Surroundings = {
  accounts: readonly KnownAccount[]
  currencies: readonly string[]
  now: number
  zone: string
}

/** Why a file could not be opened as a table. */
export type FileProblem =
  | TableProblem
  | { code: 'NOT_TEXT'; kind: NotText }
  | { code: 'TOO_LARGE'; bytes: number; limit: number }

export type OpenedFile = {
  name: string
  encoding: Encoding
  delimiter: Delimiter
  rows: number
  columns: (ColumnMatch & { samples: string[] })[]
  mapping: Mapping
  /** Nothing to ask about the columns. */
  known: boolean
  decimalMark: DecimalMark
  /** The amounts can be read with either mark; the person has to say. */
  askDecimalMark: boolean
  /** How one of the doubtful amounts would read. */
  doubtfulAmounts: string[]
  /** To decode and parse it. */
  readInMs: number
}

export type Opened =
  | { ok: true; draftId: string; file: OpenedFile; summary: Summary }
  | { ok: false; problem: FileProblem }

export type Filter = { kind: 'all' } | { kind: 'problems' } | { kind: 'aside' } | { kind: 'cause'; key: string }

/** All that the page holds of ten thousand rows. */
export type Summary = {
  /** Rises with every change; what was shown under an older one is stale. */
  version: number
  rows: number
  included: number
  aside: number
  sound: number
  errorRows: number
  warningRows: number
  causes: (Cause & { cure?: CureId })[]
  totals: Totals
  shortfalls: (Shortfall & { name: string })[]
  walkAfter: BalanceWalk['after']
  /** Rows that the chosen filter shows. */
  shown: number
  checkedInMs: number
}

/** One row as the grid shows it. */
export type ShownRow = {
  index: number
  number: number
  cells: Record<FieldId, string>
  problems: Problem[]
  aside: boolean
  edited: boolean
}

/** What the worker does on request; each asks with one value and is answered with one. */
export type DeskCalls = {
  open: { ask: { name: string; bytes: ArrayBuffer; around: Surroundings; delimiter?: Delimiter }; answer: Opened }
  /** Opens a draft that an earlier visit left; `undefined` when there is none. */
  restore: { ask: { draftId: string; around: Surroundings }; answer: Opened | undefined }
  map: { ask: { mapping: Mapping; decimalMark: DecimalMark }; answer: Summary }
  surroundings: { ask: Surroundings; answer: Summary }
  show: { ask: Filter; answer: Summary }
  rows: { ask: { from: number; to: number }; answer: { version: number; from: number; rows: ShownRow[] } }
  edit: { ask: { index: number; field: FieldId; value: string }; answer: { summary: Summary; row: ShownRow } }
  setAside: { ask: { index: number; aside: boolean }; answer: Summary }
  setCauseAside: { ask: { key: string }; answer: Summary }
  bringAllBack: { ask: Record<string, never>; answer: Summary }
  cure: { ask: { key: string }; answer: { summary: Summary; cured: number; left: number } }
  problemFile: { ask: { which: 'problems' | 'aside' }; answer: Blob }
  body: { ask: { profileId: string }; answer: { body: Blob; reference: string; rows: number } }
  forget: { ask: Record<string, never>; answer: null }
}
export type DeskCall = keyof DeskCalls

/** Asks the worker; each call resolves with its answer, typed by its name. */
export type AskDesk = <C extends DeskCall>(
  call: C,
  ask: DeskCalls[C]['ask'],
  transfer?: Transferable[],
) => Promise<DeskCalls[C]['answer']>

export type DeskRequest = { [C in DeskCall]: { id: number; call: C; ask: DeskCalls[C]['ask'] } }[DeskCall]
export type DeskReply = { id: number; ok: true; answer: unknown } | { id: number; ok: false; error: string }
