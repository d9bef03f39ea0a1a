import { CircleMinus, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import type { Column } from '@/components/data-table/column'
import { VirtualRows } from '@/components/data-table/virtual-rows'
import { fieldLabels } from '../field-labels'
import { levelOf } from '../forms/problem'
import { type FieldId, transferFields } from '../forms/transfer-fields'
import { useDesk, useShownRow } from '../import/use-desk'
import { problemSentence } from '../messages'
import { t } from '../text'
import { CellInput } from './cell-input'

const widths: Record<FieldId, string> = {
  source: 'minmax(9.5rem,1fr)',
  destination: 'minmax(9.5rem,1fr)',
  amount: '7rem',
  currency: '5rem',
  description: 'minmax(9rem,1fr)',
  tag: '6.5rem',
  scheduledAt: '10.5rem',
}

const fieldColumns = transferFields.map((field): Column<number> => {
  const cell = (position: number) => <CellInput position={position} field={field} />
  const column = { id: field, header: fieldLabels[field], width: widths[field], cell }
  return field === 'amount' ? { ...column, align: 'end' } : column
})

const rowColumn: Column<number> = {
  id: 'row',
  header: t('row'),
  width: '5.5rem',
  cell: (position) => <RowNumber position={position} />,
}
const problemColumn: Column<number> = {
  id: 'problems',
  header: t('problems'),
  width: '16rem',
  cell: (position) => <RowProblems position={position} />,
}

const withTime = [rowColumn, problemColumn, ...fieldColumns]
const withoutTime = withTime.filter((column) => column.id !== 'scheduledAt')

/** The rows that the filter shows. They stay with the worker; only those in sight come here. */
export function RowGrid({ count, showTime }: { count: number; showTime: boolean }) {
  const positions = useMemo(() => Array.from({ length: count }, (_, position) => position), [count])
  return (
    <div className="overflow-x-auto">
      <div className="min-w-[68rem]">
        <VirtualRows
          caption={t('gridCaption', { count })}
          columns={showTime ? withTime : withoutTime}
          rows={positions}
          getRowId={String}
          rowHeight={44}
          height="min(34rem, 70dvh)"
        />
      </div>
    </div>
  )
}

function RowNumber({ position }: { position: number }) {
  const desk = useDesk()
  const row = useShownRow(position)
  if (!row) return null
  const label = row.aside ? t('bringBack', { row: row.number }) : t('setAside', { row: row.number })
  return (
    <span className="flex w-full items-center justify-between gap-2">
      <span className="figures text-ink-soft">{row.number}</span>
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

function RowProblems({ position }: { position: number }) {
  const row = useShownRow(position)
  if (!row) return null
  if (row.aside) return <span className="text-ink-soft text-small">{t('rowSetAside')}</span>
  const [worst, ...more] = [...row.problems].sort((a, b) => weight[levelOf(a.code)] - weight[levelOf(b.code)])
  if (!worst) return row.edited && <span className="text-good text-small">{t('rowRepaired')}</span>
  const sentence = problemSentence(worst)
  return (
    <span className={`line-clamp-2 text-micro ${ink[levelOf(worst.code)]}`} title={sentence}>
      {sentence} {more.length > 0 && t('moreProblems', { count: more.length })}
    </span>
  )
}
