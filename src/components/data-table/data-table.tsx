import { Link, type LinkProps } from '@tanstack/react-router'
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
      {busy && <BusyLine />}
      <div className="absolute top-0.5 right-0 z-10 max-sm:hidden">
        <ColumnChoice table={table} />
      </div>
      <table className="ledger" aria-busy={busy || status === 'loading'}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {visible.map((column) => (
              <th key={column.id} scope="col" className={cellClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {status === 'loading' ? (
            <SkeletonRows columns={visible} caption={caption} />
          ) : (
            rows.map((row) => (
              <tr key={getRowId(row)} className={rowLink && 'ledger-link'}>
                {visible.map((column, index) => (
                  <td key={column.id} data-label={column.header} className={cellClass(column)}>
                    {index === 0 && rowLink ? <Link {...rowLink(row)}>{column.cell(row)}</Link> : column.cell(row)}
                  </td>
                ))}
              </tr>
            ))
          )}
        </tbody>
      </table>
    </div>
  )
}

const cellClass = ({ align, priority = 2 }: Pick<Column<never>, 'align' | 'priority'>) =>
  cn(`ledger-p${priority}`, align === 'end' && 'figures text-right')

/** As high as the rows that will come, so that nothing jumps. */
function SkeletonRows({
  columns,
  caption,
}: {
  columns: readonly Pick<Column<never>, 'id' | 'align' | 'priority'>[]
  caption: string
}) {
  return (
    <>
      {placeholders.map((width, index) => (
        <tr key={width}>
          {columns.map((column) => (
            <td key={column.id} className={cellClass(column)}>
              {index === 0 && column === columns[0] && (
                <span role="status" className="sr-only">
                  {t('loadingOf', { what: caption })}
                </span>
              )}
              <Skeleton className={cn('my-1', column.align === 'end' && 'ml-auto')} style={{ width }} />
            </td>
          ))}
        </tr>
      ))}
    </>
  )
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
