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
  let state: DeskState = { phase: 'empty', filter: { kind: 'all' }, epoch: 0 }
  let rows = new Map<number, ShownRow>()
  let fresh = new Set<number>()
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
        state = { ...rest, epoch: state.epoch }
        set(opened ? { problem: opened.problem } : {})
        return opened
      }
      rows = new Map()
      fresh = new Set()
      const { file, summary, draftId } = opened
      state = { phase: 'open', filter: { kind: 'all' }, epoch: state.epoch }
      set({ file, summary, draftId, epoch: state.epoch + 1 })
      return opened
    } catch {
      set({ phase: before.file ? 'open' : 'empty', failed: true })
      return undefined
    }
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
      const summary = await ask('show', filter)
      rows = new Map()
      set({ filter })
      renewed(summary)
    },
    edit: async (position: number, index: number, field: FieldId, value: string) => {
      const { summary, row } = await ask('edit', { index, field, value })
      rows.set(position, row)
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
    forget: async () => {
      await ask('forget', {})
      rows = new Map()
      state = { phase: 'empty', filter: { kind: 'all' }, epoch: state.epoch + 1 }
      set({})
    },
  }
}

export type DeskStore = ReturnType<typeof createDeskStore>
