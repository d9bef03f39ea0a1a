import type { InstrumentId } from '../../contract/common'
import type { MayNotDecide, Proposal, ProposalPayee } from '../../contract/console/proposals'
import { ProposalState } from '../../contract/console/proposals'
import type { Access } from '../access/access'
import { overPerPayment } from '../guard/limits'
import type { Session } from '../session/session-table'
import { factsOf, isMaker, type ProposalRow } from './proposal-table'

/** Who looks at a proposal, and when. */
export type Looking = { session: Session; access: Access; now: number }

/** Whoever may not see an account does not see what would be paid from it, or moved to it, unless they asked for it. */
export function maySee(row: ProposalRow, { session, access }: Looking): boolean {
  if (row.maker_id === session.credentials.id) return true
  const { kind, from, to, contentUnknown } = factsOf(row)
  if (contentUnknown) return access.accounts === 'all' && access.cards === 'all'
  // The other end of a send or a wire is no instrument of one's own.
  const ends = kind === 'TRANSFER' && to ? [...from, to] : from
  return ends.every((one) => seesInstrument(access, one))
}

function seesInstrument({ accounts, cards }: Access, { id, type }: InstrumentId | ProposalPayee): boolean {
  const seen = type === 'managed_cards' ? cards : accounts
  return seen === 'all' || (id !== undefined && seen.has(id))
}

/** Why this person may not decide on it now; `undefined` where they may. */
export function mayNotDecide(row: ProposalRow, { session, access, now }: Looking): MayNotDecide | undefined {
  const state = ProposalState.parse(row.state)
  if (state === 'EXECUTING' && row.lease_until > now) return 'IN_PROGRESS'
  if (state !== 'PENDING' && state !== 'EXECUTING') return 'NOT_PENDING'
  if (isMaker(row, session)) return 'OWN_PROPOSAL'
  if (!access.permissions.has('proposals.decide')) return 'NO_PERMISSION'
  const { largest, contentUnknown } = factsOf(row)
  if (contentUnknown ? access.limits.length > 0 : overPerPayment(access.limits, largest)) return 'LIMIT_EXCEEDED'
  return undefined
}

/** What one person is told of a proposal. */
export function viewOf(row: ProposalRow, looking: Looking): Proposal {
  const whyNot = mayNotDecide(row, looking)
  return {
    id: row.id,
    state: ProposalState.parse(row.state),
    operation: row.operation,
    ...factsOf(row),
    maker: { id: row.maker_id, name: row.maker_name },
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    rule: { id: row.rule_id, name: row.rule_name },
    digest: row.digest,
    mine: row.maker_id === looking.session.credentials.id,
    ...(whyNot && { mayNotDecide: whyNot }),
    ...(row.decided_by !== null && { decidedBy: { id: row.decided_by, name: row.decided_name ?? '' } }),
    ...(row.decided_at !== null && { decidedAt: row.decided_at }),
    ...(row.comment !== null && { comment: row.comment }),
    ...(row.made_id !== null && { madeId: row.made_id }),
    ...(row.made_state !== null && { madeState: row.made_state }),
    ...(row.code !== null && { code: row.code }),
  }
}
