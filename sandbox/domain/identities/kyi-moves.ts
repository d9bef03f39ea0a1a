import type { KyiStatus } from '../../../contract/corporates'

/** Where a check stands: what counts today, and what the check that is under way has come to. */
export type Standing = { status: KyiStatus; ongoing: KyiStatus }

type Move = {
  /** In which ongoing states it may happen. */
  from: readonly KyiStatus[]
  to: KyiStatus
  /** It ends the check, so the effective status follows also where an earlier check had been passed. */
  ends?: true
}

const moves = {
  /** The customer has been let into the screens, for the first time or again. */
  STARTED: { from: ['NOT_STARTED', 'INITIATED'], to: 'INITIATED' },
  /** Somebody approved has to show more than before. */
  RAISED: { from: ['APPROVED'], to: 'INITIATED' },
  /** The screens were filled in; a person looks at it. */
  PENDING_REVIEW: { from: ['INITIATED'], to: 'PENDING_REVIEW' },
  APPROVED: { from: ['NOT_STARTED', 'INITIATED', 'PENDING_REVIEW', 'REJECTED'], to: 'APPROVED', ends: true },
  /** For good. */
  REJECTED: { from: ['NOT_STARTED', 'INITIATED', 'PENDING_REVIEW', 'APPROVED'], to: 'REJECTED', ends: true },
  /** Back to the customer, with reasons; they may try again. */
  TEMPORARILY_REJECTED: { from: ['INITIATED', 'PENDING_REVIEW'], to: 'INITIATED' },
  /** Also how a passed check is opened again, as when a passport expires. */
  DOCUMENTS_REQUESTED: { from: ['INITIATED', 'PENDING_REVIEW', 'APPROVED'], to: 'INITIATED' },
} as const satisfies Record<string, Move>

export type KyiMove = keyof typeof moves

/** What a reviewer may decide. */
export const reviewOutcomes = [
  'PENDING_REVIEW',
  'APPROVED',
  'REJECTED',
  'TEMPORARILY_REJECTED',
  'DOCUMENTS_REQUESTED',
] as const satisfies readonly KyiMove[]
export type ReviewOutcome = (typeof reviewOutcomes)[number]

/** Where a check stands after a move, or nothing where the move is not allowed. What was approved stays so until an end. */
export function moved({ status, ongoing }: Standing, name: KyiMove): Standing | undefined {
  const move: Move = moves[name]
  if (!move.from.includes(ongoing)) return undefined
  return { status: move.ends || status !== 'APPROVED' ? move.to : status, ongoing: move.to }
}

/** The documents were not renewed in time: approval counts no longer, the check goes on. */
export function restricted({ status, ongoing }: Standing): Standing | undefined {
  return status === 'APPROVED' && ongoing !== 'APPROVED' ? { status: ongoing, ongoing } : undefined
}

/** What a verified customer may not change themselves; an opened check opens it again. */
export const isFrozen = ({ status, ongoing }: Standing): boolean => status === 'APPROVED' && ongoing !== 'INITIATED'
