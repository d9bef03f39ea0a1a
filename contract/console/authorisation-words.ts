// Without schemas: what an address may say is read on the first page, which has no schema library.

/** What is asked about: a purchase with a card, or money that wants to come in by wire. */
export const authorisationKinds = ['CARD', 'WIRE'] as const

/**
 * How a request was decided. UNMATCHED: no rule held. UNANSWERED: a person was asked and the time ran out. LOST: the
 * gateway that asked has died, nobody was answered, and what the platform itself falls back on applied.
 */
export const decidedBy = ['RULE', 'PERSON', 'UNMATCHED', 'UNANSWERED', 'LOST'] as const

/** UNKNOWN is of a request that was LOST: the platform's own fallback decided, and does not tell us here. */
export const authorisationStates = ['WAITING', 'APPROVED', 'DECLINED', 'UNKNOWN'] as const
