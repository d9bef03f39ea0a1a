import { done, type Outcome, refuse } from '../context'
import {
  type EndsRefusal,
  findEnds,
  type Movement,
  type Pair,
  type TradeRefusal,
  tradeRefusal,
} from '../instruments/find-ends'
import type { MoneyCtx } from '../ledger/batch'

export type SendPairRefusal =
  | EndsRefusal
  | TradeRefusal
  | 'SOURCE_NOT_FOUND'
  | 'DESTINATION_NOT_FOUND'
  | 'DESTINATION_BELONGS_TO_SAME_IDENTITY'

/** Reads both ends of a send, locked, and says why they may not trade: one's own pays, somebody else's is paid. */
export async function findSendPair(
  ctx: MoneyCtx,
  move: Movement & { identityId: string },
): Promise<Outcome<Pair, SendPairRefusal>> {
  const found = await findEnds(ctx, move)
  if (!found.ok) return found
  const { source, destination } = found.value
  if (source?.identity_id !== move.identityId) return refuse('SOURCE_NOT_FOUND')
  if (!destination) return refuse('DESTINATION_NOT_FOUND')
  if (destination.identity_id === move.identityId) return refuse('DESTINATION_BELONGS_TO_SAME_IDENTITY')
  const refusal = tradeRefusal({ source, destination }, move.currency)
  return refusal ? refuse(refusal) : done({ source, destination })
}
