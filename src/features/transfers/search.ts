import {
  choiceParam,
  dayParam,
  flagParam,
  idParam,
  offsetParam,
  type SearchOf,
  searchParams,
} from '@/lib/search-params'
import { stepIds } from './step-ids'

export const transferStates = [
  'COMPLETED',
  'SCHEDULED',
  'PENDING',
  'INITIALISED',
  'CANCELLED',
  'REJECTED',
  'FAILED',
] as const

export const transferListSearch = searchParams({
  state: choiceParam(transferStates),
  account: idParam,
  from: dayParam,
  to: dayParam,
  offset: offsetParam,
})
export type TransferListSearch = SearchOf<typeof transferListSearch>

export const newTransferSearch = searchParams({ step: choiceParam(stepIds) })

/** `done` marks the page that follows the wizard: it begins with what was done. */
export const transferDetailSearch = searchParams({ done: flagParam })
