import { CircleMinus, Undo2 } from 'lucide-react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Column } from '@/components/data-table/column'
import { VirtualRows } from '@/components/data-table/virtual-rows'
import { useNarrow } from '@/lib/narrow'
import { fieldLabels } from '../field-labels'
import { levelOf } from '../forms/problem'
import { problemSentence } from '../forms/say-problem'
import { type FieldId, transferFields } from '../forms/transfer-fields'
import type { DeskStore } from '../import/desk-store'
import type { ShownRow } from '../import/protocol'
import { useDesk } from '../import/use-desk'
import { t } from '../text'
import { CellInput } from './cell-input'

const widths: Record<FieldId, string> = {
  source: 'minmax(10.625rem,1fr)',
  destination: 'minmax(10.625rem,1fr)',
  amount: '6.5rem',
  currency: '4.5rem',
  description: 'minmax(9rem,1fr)',
  tag: '6.5rem',
  scheduledAt: '10.5rem',
}

/**
 * The rows that the filter shows. They stay with the worker; only those in sight come here. The grid alone listens to
 * the desk: hundreds of cells that each did would cost more than drawing them.
 */
export function RowGrid({ count, showTime }: { count: number; showTime: boolean }) {
  const desk = useDesk()
  useSyncExternalStore(desk.subscribe, desk.rowsDrawn)
  const epoch = useSyncExternalStore(desk.subscribe, () => desk.state().epoch)
  const narrow = useNarrow()
  const positions = useMemo(() => Array.from({ length: count }, (_, position) => position), [count])
  return (
    <div className="overflow-x-auto">
      <div className="sm:min-w-[66.5rem]">
        <VirtualRows
          caption={t('gridCaption', { count })}
          columns={narrow ? stackedColumns(desk, epoch, showTime) : gridColumns(desk, epoch, showTime)}
          rows={positions}
          getRowId={String}
          rowHeight={52}
          height="min(34rem, 70dvh)"
        />
      </div>
    </div>
  )
}

const fieldsOf = (showTime: boolean) => transferFields.filter((field) => showTime || field !== 'scheduledAt')

const headColumn = (desk: DeskStore, epoch: number): Column<number> => ({
  id: 'row',
  header: t('row'),
  width: '5.75rem',
  priority: 1,
  cell: (position) => <RowHead desk={desk} position={position} epoch={epoch} row={desk.rowAt(position)} />,
})

/** On a phone a row is an entry: what is wrong with it, and its cells one under another. */
function stackedColumns(desk: DeskStore, epoch: number, showTime: boolean): Column<number>[] {
  const cell = (position: number) => {
    const row = desk.rowAt(position)
    if (!row) return <Coming />
    return (
      <div className="-ml-1.5 min-w-0 flex-1 space-y-1">
        <RowProblems row={row} />
        {fieldsOf(showTime).map((field) => (
          <div key={field} className="grid grid-cols-[8rem_minmax(0,1fr)] items-center">
            <span aria-hidden className="text-ink-soft">
              {fieldLabels[field]}
            </span>
            <CellInput desk={desk} position={position} row={row} field={field} />
          </div>
        ))}
      </div>
    )
  }
  return [headColumn(desk, epoch), { id: 'cells', header: '', cell }]
}

function gridColumns(desk: DeskStore, epoch: number, showTime: boolean): Column<number>[] {
  return [
    headColumn(desk, epoch),
    {
      id: 'problems',
      header: t('problems'),
      width: '13rem',
      cell: (position) => <RowProblems row={desk.rowAt(position)} />,
    },
    ...fieldsOf(showTime).map((field): Column<number> => {
      const column = { id: field, header: fieldLabels[field], width: widths[field] }
      const cell = (position: number) => {
        const row = desk.rowAt(position)
        return row ? <CellInput desk={desk} position={position} row={row} field={field} /> : <Coming />
      }
      return field === 'amount' ? { ...column, cell, align: 'end' } : { ...column, cell }
    }),
  ]
}

const Coming = () => <span className="block h-3 w-3/5 bg-rule" />

type HeadProps = { desk: DeskStore; position: number; epoch: number; row: ShownRow | undefined }

/** The number that a spreadsheet prints beside the row; it also asks the worker for the row when it comes into sight. */
function RowHead({ desk, position, epoch, row }: HeadProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new epoch means that the row has to be asked for again
  useEffect(() => desk.want(position), [desk, position, epoch])
  if (!row) return <Coming />
  const label = row.aside ? t('bringBack', { row: row.number }) : t('setAside', { row: row.number })
  return (
    <span className="flex w-full items-center justify-between gap-1">
      <span className="figures font-normal text-ink-soft">{row.number}</span>
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={() => void desk.setAside(row.index, !row.aside)}
        className="grid size-7 place-items-center rounded-control text-ink-soft hover:bg-rule hover:text-ink"
      >
        {row.aside ? <Undo2 aria-hidden className="size-4" /> : <CircleMinus aria-hidden className="size-4" />}
      </button>
    </span>
  )
}

const weight = { error: 0, warning: 1, info: 2 } as const
const ink = { error: 'text-bad', warning: 'text-wait', info: 'text-info' } as const

function RowProblems({ row }: { row: ShownRow | undefined }) {
  if (!row) return <Coming />
  if (row.aside) return <span className="text-ink-soft text-small">{t('rowSetAside')}</span>
  const [worst, ...more] = [...row.problems].sort((a, b) => weight[levelOf(a.code)] - weight[levelOf(b.code)])
  if (!worst) return row.edited && <span className="text-good text-small">{t('rowRepaired')}</span>
  const sentence = problemSentence(worst)
  return (
    <span className={`line-clamp-3 text-micro ${ink[levelOf(worst.code)]}`} title={sentence}>
      {sentence} {more.length > 0 && t('moreProblems', { count: more.length })}
    </span>
  )
}
