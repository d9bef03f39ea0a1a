import { columnVisibilityFeature, type ReactTable, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { hiddenColumnsPreference, usePreference } from '@/lib/preferences'
import type { Column } from './column'

const features = tableFeatures({ columnVisibilityFeature })

export type TableModel<Row extends object> = ReactTable<typeof features, Row>

type Options<Row> = {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  getRowId: (row: Row) => string
  view: string
}

/** Rows and visible columns of a list; the choice of columns is kept per view. */
export function useTableModel<Row extends object>({ columns, rows, getRowId, view }: Options<Row>) {
  const [hidden, setHidden] = usePreference(hiddenColumnsPreference(view))
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        enableHiding: !column.always,
        cell: ({ row }: { row: { original: Row } }) => column.cell(row.original),
      })),
    [columns],
  )
  const columnVisibility = Object.fromEntries(
    columns.map((column) => [column.id, column.always === true || !hidden.includes(column.id)]),
  )
  return useTable<typeof features, Row>({
    features,
    columns: definitions,
    data: rows,
    getRowId,
    state: { columnVisibility },
    onColumnVisibilityChange: (update) => {
      const next = typeof update === 'function' ? update(columnVisibility) : update
      setHidden(columns.filter((column) => next[column.id] === false).map((column) => column.id))
    },
  })
}
