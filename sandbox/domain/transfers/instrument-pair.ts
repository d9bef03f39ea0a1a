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

export type PairRefusal = EndsRefusal | TradeRefusal | 'SOURCE_NOT_FOUND' | 'DESTINATION_NOT_FOUND'

/** Reads both ends of a transfer, locked, and says why they may not trade; both belong to the same identity. */
export async function findPair(
  ctx: MoneyCtx,
  move: Movement & { identityId: string },
): Promise<Outcome<Pair, PairRefusal>> {
  const found = await findEnds(ctx, move)
  if (!found.ok) return found
  const { source, destination } = found.value
  if (source?.identity_id !== move.identityId) return refuse('SOURCE_NOT_FOUND')
  if (destination?.identity_id !== move.identityId) return refuse('DESTINATION_NOT_FOUND')
  const refusal = tradeRefusal({ source, destination }, move.currency)
  return refusal ? refuse(refusal) : done({ source, destination })
}
