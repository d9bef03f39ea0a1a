import { expireConfirmation } from './confirm'

export const challengeDue = { 'confirmation-expiry': expireConfirmation } as const
