import { runScheduledTransfer } from './run-scheduled-transfer'

export const transferDue = { transfer: runScheduledTransfer } as const
