import type { BulkProcessStatus } from '#contract/bulks'

export const bulkActionIds = ['execute', 'pause', 'resume', 'cancel'] as const
export type BulkAction = (typeof bulkActionIds)[number]

const from: Record<BulkAction, readonly BulkProcessStatus[]> = {
  execute: ['SUBMITTED'],
  pause: ['RUNNING'],
  resume: ['PAUSED'],
  cancel: ['SUBMITTED', 'RUNNING', 'PAUSED'],
}

/** Whether the state of the bulk allows the action; where it does not, the page says why. */
export const mayDo = (action: BulkAction, status: BulkProcessStatus): boolean => from[action].includes(status)
