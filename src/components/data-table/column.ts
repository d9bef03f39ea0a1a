import type { ReactNode } from 'react'

/** One column of a list, the same for a plain and a virtual table. Declared at module scope. */
export type Column<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end. */
  align?: 'start' | 'end'
  /** Not up for choice: without it the row would not be known. */
  always?: boolean
  /** What stays when there is little room: 1 is the headline of a row, 3 goes first. */
  priority?: 1 | 2 | 3
  /** A track of a CSS grid, for virtual rows; an equal share without it. */
  width?: string
}
