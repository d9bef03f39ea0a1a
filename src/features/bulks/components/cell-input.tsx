import type { KeyboardEvent } from 'react'
import { announce } from '@/components/feedback/announce'
import { fieldLabels } from '../field-labels'
import { levelOf } from '../forms/problem'
import { problemSentenceAt } from '../forms/say-problem'
import type { FieldId } from '../forms/transfer-fields'
import type { DeskStore } from '../import/desk-store'
import type { ShownRow } from '../import/protocol'
import { t } from '../text'

type Props = { desk: DeskStore; position: number; row: ShownRow; field: FieldId }

const look =
  'h-8 w-full min-w-0 truncate rounded-control border px-1.5 text-small focus:border-focus focus:bg-raised disabled:text-ink-faint disabled:line-through '
const looks = {
  error: `${look}border-bad bg-bad-wash`,
  remark: `${look}border-wait border-dashed bg-transparent`,
  none: `${look}border-transparent bg-transparent hover:border-rule-strong`,
}

/**
 * One cell, always ready to be typed in. Enter or leaving keeps what was typed, Escape puts back what was there. Drawn a
 * few hundred times at once, so it holds no state and listens to nothing.
 */
export function CellInput({ desk, position, row, field }: Props) {
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
        aria-label={cellLabel(field, row.number)}
        aria-invalid={wrong || undefined}
        aria-describedby={hintId}
        title={hint || undefined}
        onBlur={(event) => void keep(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className={`${wrong ? looks.error : hint ? looks.remark : looks.none}${field === 'amount' ? ' figures sm:text-right' : ''}`}
      />
      {hintId && (
        <span id={hintId} className="sr-only">
          {hint}
        </span>
      )}
    </>
  )
}

const labels = new Map<FieldId, string[]>()

/** The sentence is made once for each field; only the number differs between rows. */
function cellLabel(field: FieldId, row: number): string {
  const parts = labels.get(field) ?? t('cellOf', { field: fieldLabels[field], row: '\n' }).split('\n')
  labels.set(field, parts)
  return parts.join(String(row))
}
