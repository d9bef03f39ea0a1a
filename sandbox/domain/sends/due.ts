import { runScheduledSend } from './run-scheduled-send'

export const sendDue = { send: runScheduledSend } as const
