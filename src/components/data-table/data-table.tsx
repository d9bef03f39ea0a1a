// biome-ignore-all lint/a11y/noRedundantRoles: drawn as stacked entries on a phone, a table loses its roles in Safari unless they are said
import { Link, type LinkProps } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { ErrorView } from '@/components/feedback/error-view'
import { t } from '@/components/text'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/cn'
import type { Column } from './column'
import { ColumnChoice } from './column-choice'
import { useTableModel } from './table-model'

type Props<Row extends object> = {
  /** Names the table for those who hear it. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  getRowId: (row: Row) => string
  /** Where a row leads; its first cell is the link, and the whole row its target. */
  rowLink?: (row: Row) => LinkProps
  /** Name under which the choice of columns is kept. */
  view: string
  status: 'loading' | 'error' | 'ready'
  /** Other rows are on their way while these still show. */
  busy?: boolean
  error?: unknown
  onRetry?: () => void
  /** Nothing exists yet. */
  empty: ReactNode
  /** Something exists, and the filters exclude all of it. */
  noResults?: ReactNode
  filtered?: boolean
}

/** A list of things as a table, which becomes stacked entries on a phone. Markup only: it fetches nothing. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { caption, columns, rows, getRowId, rowLink, view, status, busy = false, error, onRetry } = props
  const table = useTableModel({ columns, rows, getRowId, view })
  const visible = columns.filter((column) => table.getColumn(column.id)?.getIsVisible())

  if (status === 'error') return <ErrorView error={error} {...(onRetry ? { onRetry } : {})} />
  if (status === 'ready' && rows.length === 0) {
    const nothing = props.filtered ? (props.noResults ?? t('noMatches')) : props.empty
    return <div className="border-rule border-t">{nothing}</div>
  }
  return (
    <div className="relative">
      <table role="table" className="ledger" aria-busy={busy || status === 'loading'}>
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {visible.map((column) => (
              <th key={column.id} role="columnheader" scope="col" className={cellClass(column)}>
                {column.header}
              </th>
            ))}
            <td role="cell" className="ledger-edge">
              <ColumnChoice table={table} />
            </td>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {status === 'loading' ? (
            <SkeletonRows columns={visible} caption={caption} />
          ) : (
            rows.map((row) => (
              <tr key={getRowId(row)} role="row" className={rowLink && 'ledger-link'}>
                {visible.map((column, index) => (
                  <td key={column.id} role="cell" data-label={column.header} className={cellClass(column)}>
                    {index === 0 && rowLink ? <Link {...rowLink(row)}>{column.cell(row)}</Link> : column.cell(row)}
                  </td>
                ))}
                <td role="cell" className="ledger-edge">
                  {rowLink && <ChevronRight aria-hidden className="size-3.5" />}
                </td>
              </tr>
            ))
          )}
        </tbody>
      </table>
      {busy && <BusyLine />}
    </div>
  )
}

type Look = Pick<Column<never>, 'id' | 'align' | 'priority'>

const cellClass = ({ align, priority = 2 }: Look) => cn(`ledger-p${priority}`, align === 'end' && 'ledger-end')

/** As high as the rows that will come, so that nothing jumps. */
function SkeletonRows({ columns, caption }: { columns: readonly Look[]; caption: string }) {
  return placeholders.map((width, index) => (
    <tr key={width} role="row">
      {columns.map((column) => (
        <td key={column.id} role="cell" className={cellClass(column)}>
          {index === 0 && column === columns[0] && (
            <span role="status" className="sr-only">
              {t('loadingOf', { what: caption })}
            </span>
          )}
          <Skeleton className={cn('my-1', column.align === 'end' && 'ml-auto')} style={{ width }} />
        </td>
      ))}
      <td role="cell" className="ledger-edge" />
    </tr>
  ))
}

const placeholders = ['62%', '48%', '71%', '55%', '66%', '44%', '58%', '51%']

function BusyLine() {
  return (
    <div className="absolute inset-x-0 top-8 h-0.5 overflow-hidden" role="status">
      <div className="h-full w-2/5 animate-run bg-needle" />
      <span className="sr-only">{t('updating')}</span>
    </div>
  )
}
