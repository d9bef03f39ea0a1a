import type { VerifyRefusal } from '../challenges/confirm'
import { verifyOne } from '../challenges/confirm-one'
import { type ActorCtx, type Outcome, refuse } from '../context'

/**
 * Takes the code that confirms one wire. The operation has no word for a code that nobody asked for. Mirrors
 * `outgoingWireTransferSCAVerify`.
 */
export async function verifyWire(
  ctx: ActorCtx,
  id: string,
  code: string,
): Promise<Outcome<undefined, Exclude<VerifyRefusal, 'CHALLENGE_NOT_PENDING'>>> {
  const verified = await verifyOne(ctx, 'outgoing_wire_transfers', id, code)
  if (verified.ok) return verified
  return refuse(verified.refusal === 'CHALLENGE_NOT_PENDING' ? 'STATE_INVALID' : verified.refusal)
}
