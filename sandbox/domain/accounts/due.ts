import { allocateIban } from './iban'

export const accountDue = { iban: allocateIban } as const
