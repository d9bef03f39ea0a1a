/**
 * Whose statement it is: an account's or a prepaid card's own, or that of a debit card, which is a part of its account's
 * and has no balance at its ends.
 */
export type StatementOf = { id: string; currency: string; card?: string }
