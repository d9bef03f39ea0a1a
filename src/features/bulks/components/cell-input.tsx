import type { KeyboardEvent } from 'react'
import { announce } from '@/components/feedback/announce'
import { cn } from '@/lib/cn'
import { fieldLabels } from '../field-labels'
import { levelOf } from '../forms/problem'
import type { FieldId } from '../forms/transfer-fields'
import { useDesk, useShownRow } from '../import/use-desk'
import { problemSentenceAt } from '../messages'
import { t } from '../text'

/** One cell, always ready to be typed in. Enter or leaving keeps what was typed, Escape puts back what was there. */
export function CellInput({ position, field }: { position: number; field: FieldId }) {
  const desk = useDesk()
  const row = useShownRow(position)
  if (!row) return <span className="h-4 w-3/5 animate-breathe bg-rule" />
  const value = row.cells[field]
  const problems = row.problems.filter((problem) => problem.field === field)
  const wrong = problems.some((problem) => levelOf(problem.code) === 'error')
  const hint = problems.map(problemSentenceAt).join(' ')
  const hintId = hint ? `cell-${row.index}-${field}` : undefined

  const keep = async (text: string) => {
    if (text === value) return
    const after = await desk.edit(position, row.index, field, text)
    const left = after.problems.find((problem) => problem.field === field)
    announce(left ? problemSentenceAt(left) : t('rowRepaired'))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') event.currentTarget.value = value
    if (event.key === 'Enter') void keep(event.currentTarget.value)
  }
  return (
    <>
      <input
        // Another row or value at this place: begin with what stands there.
        key={`${row.index} ${value}`}
        defaultValue={value}
        disabled={row.aside}
        aria-label={t('cellOf', { field: fieldLabels[field], row: row.number })}
        aria-invalid={wrong || undefined}
        aria-describedby={hintId}
        title={problems.length > 0 ? hint : undefined}
        onBlur={(event) => void keep(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className={cn(
          'h-8 w-full min-w-0 truncate rounded-control border border-transparent bg-transparent px-1.5 text-body hover:border-rule-strong focus:border-focus focus:bg-raised disabled:text-ink-faint disabled:line-through',
          field === 'amount' && 'figures text-right',
          wrong && 'border-bad bg-bad-wash',
          !wrong && problems.length > 0 && 'border-wait border-dashed',
        )}
      />
      {hintId && (
        <span id={hintId} className="sr-only">
          {hint}
        </span>
      )}
    </>
  )
}
