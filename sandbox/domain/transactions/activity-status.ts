import type { TransactionActivityStatus } from '../../../contract/instrument-transactions'

/** The states of all kinds of transaction, by what they mean for the money: the same word means the same everywhere. */
const statesOf: Record<TransactionActivityStatus, readonly string[]> = {
  DRAFT: ['INITIALISED', 'PENDING_CONFIRMATION', 'PENDING_CHALLENGE'],
  SUBMITTED: ['SCHEDULED'],
  // Of a wire that was submitted the money is held already.
  PROCESSING: ['PENDING', 'SUBMITTED', 'APPROVED', 'SETTLEMENT_IN_PROGRESS'],
  COMPLETED: ['COMPLETED', 'SETTLED'],
  CANCELLED: ['INVALID', 'REJECTED', 'FAILED', 'CANCELLED', 'DECLINED', 'EXPIRED'],
  RETURNED: ['RETURNED'],
}
const statusOf = new Map(
  Object.entries(statesOf).flatMap(([status, states]) =>
    // The keys are what the type of the table says.
    states.map((state) => [state, status as TransactionActivityStatus] as const),
  ),
)

export function activityStatus(state: string): TransactionActivityStatus {
  const status = statusOf.get(state)
  if (!status) throw new Error(`no status for ${state}`)
  return status
}

/** Every state that counts as one of the statuses. */
export const statesFor = (statuses: readonly TransactionActivityStatus[]): string[] =>
  statuses.flatMap((status) => statesOf[status])
