import type { CorrespondentBankTransfer } from '../../../contract/correspondent-bank-transfers'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { noLonger } from '../due/later'
import { changeCorrespondent, lockOwnCorrespondent, readOwnCorrespondent } from './correspondent-rows'
import { correspondentView } from './correspondent-view'

/** One transfer of the actor's identity. Mirrors `correspondentBankTransferGet`. */
export async function getCorrespondent(
  ctx: ActorCtx,
  id: string,
): Promise<Outcome<CorrespondentBankTransfer, 'NOT_FOUND'>> {
  const row = await readOwnCorrespondent(ctx, id)
  return row ? done(correspondentView(row)) : refuse('NOT_FOUND')
}

/** Goes on after somebody has looked at the payee check: to the challenge. Mirrors `correspondentBankTransferConfirm`. */
export async function confirmCorrespondent(
  ctx: ActorCtx,
  id: string,
): Promise<Outcome<CorrespondentBankTransfer, 'NOT_FOUND' | 'INVALID_STATE'>> {
  const row = await lockOwnCorrespondent(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (row.state !== 'PENDING_CONFIRMATION') return refuse('INVALID_STATE')
  return done(correspondentView(await changeCorrespondent(ctx, row, { state: 'PENDING_CHALLENGE' })))
}

/** States in which nothing has left yet. */
const cancellable: ReadonlySet<string> = new Set(['PENDING_CONFIRMATION', 'PENDING_CHALLENGE', 'SCHEDULED'])

/** Calls off a transfer that nobody has sent yet. Mirrors `correspondentBankTransferCancel`. */
export async function cancelCorrespondent(
  ctx: ActorCtx,
  id: string,
  reason: string | undefined,
): Promise<Outcome<CorrespondentBankTransfer, 'NOT_FOUND' | 'INVALID_STATE'>> {
  const row = await lockOwnCorrespondent(ctx, id)
  if (!row) return refuse('NOT_FOUND')
  if (!cancellable.has(row.state)) return refuse('INVALID_STATE')
  await noLonger(ctx, 'correspondent-scheduled', id)
  const change = { state: 'CANCELLED', cancellation_reason: reason ?? null } as const
  return done(correspondentView(await changeCorrespondent(ctx, row, change)))
}
