import { refuse } from '../context'
import type { Confirmable } from './confirmables'

/** Stands in for an area that is not written yet: nothing of it waits for a confirmation. */
export const notYet: Confirmable = {
  check: async () => refuse('STATE_INVALID'),
  confirmed: async () => {},
  failed: async () => {},
}
