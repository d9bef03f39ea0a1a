import { missingFields } from './forms/match-columns'
import { maxBulkRows } from './forms/transfer-fields'
import type { OpenedFile, Summary } from './import/protocol'
import { type StepId, stepIds } from './step-ids'

/** What the person has so far: a file on the desk, or nothing. */
export type InWork = { file: OpenedFile; summary: Summary } | undefined

/** A step carries what the steps before it have proved. */
export type Step =
  | { id: 'file' }
  | { id: 'columns'; file: OpenedFile; summary: Summary }
  | { id: 'check'; file: OpenedFile; summary: Summary }
  | { id: 'review'; file: OpenedFile; summary: Summary }

/** The first step that is not done yet. */
export function furthestStep(work: InWork): StepId {
  if (!work) return 'file'
  if (missingFields(work.file.mapping).length > 0 || work.file.askDecimalMark) return 'columns'
  const { errorRows, included } = work.summary
  return errorRows > 0 || included === 0 || included > maxBulkRows ? 'check' : 'review'
}

/** The earlier of the step that was asked for and the furthest one, so that no address skips a check. */
export function stepToShow(asked: StepId | undefined, work: InWork): Step {
  const reach = stepIds.indexOf(furthestStep(work))
  const wanted = asked ? stepIds.indexOf(asked) : reach
  const id = stepIds[Math.min(wanted, reach)] ?? 'file'
  return work && id !== 'file' ? { id, ...work } : { id: 'file' }
}

/** Where a freshly opened file goes: a known one straight to its check, even when nothing is wrong with it. */
export const stepAfterOpening = (file: OpenedFile): StepId => (file.known ? 'check' : 'columns')
