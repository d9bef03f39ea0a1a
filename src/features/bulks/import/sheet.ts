import type { Table } from '@/lib/csv/read-table'
import { createAccountBook } from '../forms/account-book'
import { addUp } from '../forms/add-up'
import { checkFile, type FileRow, walkBalances } from '../forms/check-file'
import { type CheckedRow, checkRow, isSound, type RowRules } from '../forms/check-row'
import { countProblems } from '../forms/count-problems'
import { cured, cureOf } from '../forms/cures'
import type { DecimalMark } from '../forms/decimal-mark'
import type { Mapping } from '../forms/match-columns'
import { causeKey, levelOf, type Problem } from '../forms/problem'
import { toRequest } from '../forms/to-request'
import { type FieldId, maxBulkRows, transferFields } from '../forms/transfer-fields'
import type { Filter, ShownRow, Summary, Surroundings } from './protocol'

/** What the person changed since the file was opened; the file's text and this make the draft. */
export type Changes = {
  mapping: Mapping
  decimalMark: DecimalMark
  /** `[row index, column, text]`; column -1-n holds field n, which no column of the file has. */
  edits: [number, number, string][]
  aside: number[]
}

export type Sheet = ReturnType<typeof createSheet>

/**
 * The rows of one file with everything known about them. Rows are checked one by one and remembered, so that an edit
 * checks one row again; what rows do to one another is found anew each time, over numbers.
 */
export function createSheet(table: Table, start: Changes, surroundings: Surroundings) {
  const { rows, numbers } = table
  const aside = new Uint8Array(rows.length)
  const edits = new Map<string, [number, number, string]>()
  const checked: CheckedRow[] = new Array(rows.length)
  let fileProblems = new Map<number, Problem[]>()
  let { mapping, decimalMark } = start
  let around = surroundings
  let rules = makeRules()
  let filter: Filter = { kind: 'all' }
  let view = Int32Array.from(rows.keys())
  let version = 0
  let summary: Summary

  for (const edit of start.edits) edits.set(`${edit[0]}:${edit[1]}`, edit)
  for (const index of start.aside) aside[index] = 1
  const extra = new Map<string, string>()
  for (const [index, column, text] of start.edits) put(index, column, text)
  checkAll()

  function makeRules(): RowRules {
    const { accounts, currencies, now, zone } = around
    return { book: createAccountBook(accounts), currencies, decimalMark, now, zone }
  }

  function put(index: number, column: number, text: string) {
    const row = rows[index]
    if (column < 0) extra.set(`${index}:${column}`, text)
    else if (row) {
      while (row.length < column) row.push('')
      row[column] = text
    }
  }

  function columnOf(field: FieldId): number {
    return mapping[field] ?? -1 - transferFields.indexOf(field)
  }

  function value(index: number, field: FieldId): string {
    const column = columnOf(field)
    return (column < 0 ? extra.get(`${index}:${column}`) : rows[index]?.[column]) ?? ''
  }

  function checkOne(index: number) {
    const row = rows[index] ?? []
    checked[index] = checkRow(
      {
        number: numbers[index] ?? 0,
        value: (field) => value(index, field),
        extraCells: row.length > table.header.length ? row.slice(table.header.length) : [],
      },
      rules,
    )
  }

  function checkAll() {
    const started = performance.now()
    for (let index = 0; index < rows.length; index += 1) checkOne(index)
    checkTogether(started)
    refilter()
  }

  /** The rows that take part, in sequence. */
  function takingPart(): FileRow[] {
    const part: FileRow[] = []
    for (const [index, { parsed, problems }] of checked.entries()) {
      if (aside[index]) continue
      part.push({ index, number: numbers[index] ?? 0, parsed, sound: isSound(problems) })
    }
    return part
  }

  function problemsOf(index: number): Problem[] {
    const own = checked[index]?.problems ?? []
    const others = fileProblems.get(index)
    return others ? [...own, ...others] : own
  }

  function checkTogether(started = performance.now()) {
    const part = takingPart()
    fileProblems = checkFile(part, around.accounts)
    const { causes, errorRows, warningRows } = countProblems(part.map(({ index }) => problemsOf(index)))
    const walk = walkBalances(part, around.accounts)
    version += 1
    summary = {
      version,
      rows: rows.length,
      included: part.length,
      aside: rows.length - part.length,
      sound: part.length - errorRows,
      errorRows,
      warningRows,
      causes,
      totals: addUp(part, around.accounts),
      shortfalls: walk.shortfalls.map((s) => ({ ...s, name: around.accounts[s.account]?.name ?? '' })),
      walkAfter: walk.after,
      shown: view.length,
      checkedInMs: performance.now() - started,
    }
  }

  function matches(index: number): boolean {
    if (filter.kind === 'all') return true
    if (filter.kind === 'aside') return aside[index] === 1
    if (aside[index]) return false
    const problems = problemsOf(index)
    if (filter.kind === 'problems') return problems.some((p) => levelOf(p.code) !== 'info')
    const { key } = filter
    return problems.some((problem) => causeKey(problem) === key)
  }

  function refilter() {
    view = Int32Array.from([...rows.keys()].filter(matches))
    summary = { ...summary, shown: view.length }
  }

  function shownRow(index: number): ShownRow {
    const cells = {} as Record<FieldId, string>
    let edited = false
    for (const field of transferFields) {
      cells[field] = value(index, field)
      edited ||= edits.has(`${index}:${columnOf(field)}`)
    }
    const isAside = aside[index] === 1
    const problems = isAside ? [] : problemsOf(index)
    return { index, number: numbers[index] ?? 0, cells, problems, aside: isAside, edited }
  }

  function write(index: number, field: FieldId, text: string) {
    const column = columnOf(field)
    put(index, column, text)
    edits.set(`${index}:${column}`, [index, column, text])
    checkOne(index)
  }

  const changed = (): Summary => {
    checkTogether()
    refilter()
    return summary
  }

  return {
    summary: () => summary,
    mapping: () => mapping,
    changes: (): Changes => ({
      mapping,
      decimalMark,
      edits: [...edits.values()],
      aside: [...rows.keys()].filter((index) => aside[index]),
    }),
    value,

    map(next: { mapping: Mapping; decimalMark: DecimalMark }): Summary {
      mapping = next.mapping
      decimalMark = next.decimalMark
      rules = makeRules()
      checkAll()
      return summary
    },
    surround(next: Surroundings): Summary {
      around = next
      rules = makeRules()
      checkAll()
      return summary
    },
    show(next: Filter): Summary {
      filter = next
      refilter()
      return summary
    },
    rows: (from: number, to: number): ShownRow[] => [...view.subarray(Math.max(0, from), to)].map(shownRow),

    /** The edited row stays in view even where the filter would now leave it out: nobody likes a row that runs away. */
    edit(index: number, field: FieldId, text: string): { summary: Summary; row: ShownRow } {
      write(index, field, text)
      checkTogether()
      return { summary, row: shownRow(index) }
    },
    setAside(index: number, isAside: boolean): Summary {
      aside[index] = isAside ? 1 : 0
      return changed()
    },
    setCauseAside(key: string): Summary {
      for (const index of rows.keys()) {
        if (!aside[index] && problemsOf(index).some((problem) => causeKey(problem) === key)) aside[index] = 1
      }
      return changed()
    },
    bringAllBack(): Summary {
      aside.fill(0)
      return changed()
    },
    cure(key: string): { summary: Summary; cured: number; left: number } {
      let healed = 0
      let left = 0
      for (const index of rows.keys()) {
        if (aside[index]) continue
        const problem = checked[index]?.problems.find((p) => causeKey(p) === key)
        const cure = problem && cureOf(problem.code)
        if (!problem || !cure || problem.field === 'row') continue
        const text = cured(cure, problem)
        if (text === undefined) left += 1
        else {
          write(index, problem.field, text)
          healed += 1
        }
      }
      return { summary: changed(), cured: healed, left }
    },

    /** Cells of the file as it was laid out, for rows with problems or rows set aside. */
    *pick(which: 'problems' | 'aside'): Generator<{ number: number; cells: string[]; problems: Problem[] }> {
      for (const index of rows.keys()) {
        const problems = problemsOf(index)
        const isBad = !aside[index] && problems.some((problem) => levelOf(problem.code) === 'error')
        if (which === 'aside' ? aside[index] : isBad) {
          yield { number: numbers[index] ?? 0, cells: rows[index] ?? [], problems }
        }
      }
    },

    /** The JSON that the API takes, of every sound row that takes part; throws while a row is not fit to be sent. */
    body(profileId: string): { json: string; rows: number } {
      const part = takingPart()
      if (summary.errorRows > 0 || part.length === 0 || part.length > maxBulkRows) throw new Error('NOT_READY')
      const items = part.map(({ parsed }) => {
        const item = toRequest(parsed, around.accounts, profileId)
        if (!item) throw new Error('NOT_READY')
        return item
      })
      return { json: JSON.stringify(items), rows: items.length }
    },
  }
}
