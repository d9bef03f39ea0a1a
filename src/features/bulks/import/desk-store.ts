import type { Delimiter } from '@/lib/csv/sniff-delimiter'
import type { DecimalMark } from '../forms/decimal-mark'
import type { Mapping } from '../forms/match-columns'
import type { FieldId } from '../forms/transfer-fields'
import type { DeskClient } from './desk-client'
import type { AskDesk, FileProblem, Filter, Opened, OpenedFile, ShownRow, Summary, Surroundings } from './protocol'

export type DeskState = {
  phase: 'empty' | 'reading' | 'open'
  file?: OpenedFile
  summary?: Summary
  draftId?: string
  problem?: FileProblem
  /** The worker itself failed. */
  failed?: true
  filter: Filter
  /** Rises when another choice of rows has come into view: the grid then begins at its top. */
  view: number
  /** Rises whenever shown rows may have changed. */
  epoch: number
}

const chunk = 60

/**
 * What the page knows of the desk: a summary and the rows that are in sight. Rows are asked for in chunks as they come
 * into sight; while newer ones are on their way the older stay, so that nothing flickers.
 */
export function createDeskStore(start: () => DeskClient) {
  let client: DeskClient | undefined
  let state: DeskState = { phase: 'empty', filter: { kind: 'all' }, view: 0, epoch: 0 }
  let rows = new Map<number, ShownRow>()
  let fresh = new Set<number>()
  let drawn = 0
  const listeners = new Set<() => void>()

  const set = (change: Partial<DeskState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const ask: AskDesk = (call, question, transfer) => {
    client ??= start()
    return client.ask(call, question, transfer)
  }
  const renewed = (summary: Summary) => {
    fresh = new Set()
    set({ summary, epoch: state.epoch + 1 })
  }

  async function take(opening: Promise<Opened | undefined>): Promise<Opened | undefined> {
    const before = state
    set({ phase: 'reading' })
    try {
      const opened = await opening
      if (!opened?.ok) {
        const { problem: _, failed: __, ...rest } = before
        state = { ...rest, phase: before.file ? 'open' : 'empty', epoch: state.epoch }
        set(opened ? { problem: opened.problem } : {})
        return opened
      }
      const { file, draftId } = opened
      // What has to be repaired is shown first; where nothing has, all rows are.
      const filter: Filter = opened.summary.errorRows > 0 ? { kind: 'problems' } : { kind: 'all' }
      const summary = filter.kind === 'all' ? opened.summary : await ask('show', filter)
      await lookAt()
      state = { phase: 'open', filter, view: state.view + 1, epoch: state.epoch }
      set({ file, summary, draftId, epoch: state.epoch + 1 })
      return opened
    } catch {
      set({ phase: before.file ? 'open' : 'empty', failed: true })
      return undefined
    }
  }

  /** Other rows are shown from now on: the first of them are fetched before anyone sees a gap. */
  async function lookAt() {
    const first = await ask('rows', { from: 0, to: chunk })
    rows = new Map(first.rows.entries())
    fresh = new Set([0])
    drawn += 1
  }

  async function fetchChunk(position: number) {
    const from = position - (position % chunk)
    if (fresh.has(from)) return
    fresh.add(from)
    const answer = await ask('rows', { from, to: from + chunk })
    // Between question and answer the rows changed: a newer question is under way or will come.
    if (answer.version !== state.summary?.version) {
      fresh.delete(from)
      return
    }
    for (const [i, row] of answer.rows.entries()) rows.set(from + i, row)
    drawn += 1
    set({})
  }

  return {
    ask,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    state: () => state,
    rowAt: (position: number) => rows.get(position),
    /** Changes whenever a row that may be in sight has changed. */
    rowsDrawn: () => drawn,
    /** The row has come into sight. */
    want: (position: number) => void fetchChunk(position),
    close: () => {
      client?.close()
      client = undefined
    },

    open: (name: string, bytes: ArrayBuffer, around: Surroundings, delimiter?: Delimiter) =>
      take(ask('open', { name, bytes, around, ...(delimiter && { delimiter }) })),
    restore: (draftId: string, around: Surroundings) => take(ask('restore', { draftId, around })),
    surround: async (around: Surroundings) => renewed(await ask('surroundings', around)),
    map: async (mapping: Mapping, decimalMark: DecimalMark, markAnswered: boolean) => {
      if (!state.file) return
      const askDecimalMark = state.file.askDecimalMark && !markAnswered
      set({ file: { ...state.file, mapping, decimalMark, askDecimalMark } })
      renewed(await ask('map', { mapping, decimalMark }))
    },
    show: async (filter: Filter) => {
      // The choice shows at once; its rows follow in a moment.
      set({ filter })
      const summary = await ask('show', filter)
      await lookAt()
      set({ summary, view: state.view + 1, epoch: state.epoch + 1 })
    },
    edit: async (position: number, index: number, field: FieldId, value: string) => {
      const { summary, row } = await ask('edit', { index, field, value })
      rows.set(position, row)
      drawn += 1
      renewed(summary)
      return row
    },
    setAside: async (index: number, aside: boolean) => renewed(await ask('setAside', { index, aside })),
    setCauseAside: async (key: string) => renewed(await ask('setCauseAside', { key })),
    bringAllBack: async () => renewed(await ask('bringAllBack', {})),
    cure: async (key: string) => {
      const { summary, cured, left } = await ask('cure', { key })
      renewed(summary)
      return { cured, left }
    },
    /** Deletes the draft and leaves the page as it is: for when the bulk has been submitted and the page is about to go. */
    deleteDraft: () => ask('forget', {}),
    forget: async () => {
      await ask('forget', {})
      rows = new Map()
      state = { phase: 'empty', filter: { kind: 'all' }, view: state.view + 1, epoch: state.epoch + 1 }
      set({})
    },
  }
}

export type DeskStore = ReturnType<typeof createDeskStore>
