// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by hand are no table to the browser, so the roles say what it would have said
// biome-ignore-all lint/a11y/useFocusableInteractive: one row is in the tab order and the arrow keys move on from it; cells and headers are not stops
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys of all rows are handled on the grid
// biome-ignore-all lint/a11y/noStaticElementInteractions: the role is grid or treegrid
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is grid or treegrid
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { cn } from '@/lib/cn'
import { useNarrow } from '@/lib/narrow'
import type { Column } from './column'
import { rowAfterKey } from './row-after-key'

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  getRowId: (row: Row) => string
  rowHeight?: number
  /** Of the visible window, in pixels or as CSS. */
  height: number | string
  /** Enter, Space or a click on a row. */
  onRowActivate?: (row: Row) => void
  /** Ids of the rows that are open, and what they then show. */
  expanded?: ReadonlySet<string>
  renderExpanded?: (row: Row) => ReactNode
}

/** Thousands of rows of which only the visible ones exist. One row takes the focus, the arrow keys move it. */
export function VirtualRows<Row>(props: Props<Row>) {
  const { caption, rows, getRowId, height, onRowActivate, expanded, renderExpanded } = props
  const stacked = useNarrow()
  const columns = stacked ? stackable(props.columns) : props.columns
  const rowHeight = stacked ? 64 : (props.rowHeight ?? 36)
  // Measuring makes the browser lay out row after row; rows that are all of one height need none of it.
  const flexible = stacked || renderExpanded !== undefined
  const frame = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(0)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => idAt(rows, index, getRowId),
    overscan: 8,
    // A guess until the window is measured: without one the first rows would be drawn all at once after the first paint.
    initialRect: { width: 0, height: typeof height === 'number' ? height : 480 },
    // The header covers this much of the window when a row is scrolled to.
    scrollPaddingStart: stacked ? 0 : rowHeight,
  })
  const current = Math.min(focused, rows.length - 1)

  const moveTo = (index: number) => {
    setFocused(index)
    virtual.scrollToIndex(index)
    // The row may have to be drawn first.
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'row') return
    const row = rows[current]
    if ((event.key === 'Enter' || event.key === ' ') && row !== undefined && onRowActivate) {
      event.preventDefault()
      onRowActivate(row)
      return
    }
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 1)
    const next = rowAfterKey(event.key, current, rows.length, page)
    if (next === undefined) return
    event.preventDefault()
    moveTo(next)
  }
  const tracks = columns.map((column) => column.width ?? 'minmax(0,1fr)').join(' ')
  const template = { gridTemplateColumns: stacked ? 'minmax(0,1fr) auto' : tracks }

  return (
    <div
      ref={frame}
      role={renderExpanded ? 'treegrid' : 'grid'}
      aria-label={caption}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
      style={{ height }}
      className={cn(
        'overflow-y-auto overflow-x-hidden border-rule border-b',
        stacked && 'virtual-stacked border-ink border-t',
      )}
    >
      <div role="rowgroup" className={stacked ? 'sr-only' : 'sticky top-0 z-10 bg-[var(--ground,var(--color-paper))]'}>
        <div
          role="row"
          aria-rowindex={1}
          className="grid border-ink border-b"
          style={{ ...template, height: rowHeight }}
        >
          {columns.map((column) => (
            <div key={column.id} role="columnheader" className={cn(cellClass(column), 'text-ink-soft text-small')}>
              {column.header}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const open = expanded?.has(getRowId(row)) ?? false
          return (
            <div
              key={item.key}
              ref={flexible ? virtual.measureElement : undefined}
              data-index={item.index}
              role="row"
              tabIndex={item.index === current ? 0 : -1}
              aria-rowindex={item.index + 2}
              aria-expanded={renderExpanded ? open : undefined}
              onFocus={() => setFocused(item.index)}
              onClick={() => onRowActivate?.(row)}
              className={cn('virtual-row', onRowActivate && 'cursor-pointer')}
              style={{ ...template, transform: `translateY(${item.start}px)`, minHeight: rowHeight }}
            >
              {columns.map((column) => (
                <div key={column.id} role="gridcell" data-label={column.header} className={cellClass(column)}>
                  {column.cell(row)}
                </div>
              ))}
              {open && renderExpanded && (
                <div role="gridcell" aria-colspan={columns.length} className="col-span-full pb-3">
                  {renderExpanded(row)}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const cellClass = ({ align, priority = 2 }: Pick<Column<never>, 'align' | 'priority'>) =>
  cn(`virtual-cell ledger-p${priority}`, align === 'end' && 'ledger-end')

/** The headline first, and what is least important not at all. */
const stackable = <Row,>(columns: readonly Column<Row>[]): readonly Column<Row>[] => [
  ...columns.filter((column) => column.priority === 1),
  ...columns.filter((column) => column.priority !== 1 && column.priority !== 3),
]

const idAt = <Row,>(rows: readonly Row[], index: number, getRowId: (row: Row) => string): string => {
  const row = rows[index]
  return row === undefined ? String(index) : getRowId(row)
}
