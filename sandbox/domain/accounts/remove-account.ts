import { hasLinkedCards } from '../cards/linked-cards'
import { type ActorCtx, done, type Outcome, refuse } from '../context'
import { ownerOf } from '../outbox/owner'
import { emitAccount, emitIban } from './account-event'
import { findOwnAccount } from './find-account'
import { hasScheduledPayment } from './has-scheduled-payment'

type Refusal =
  | 'NOT_FOUND'
  | 'BALANCE_NOT_ZERO'
  | 'INSTRUMENT_ALREADY_REMOVED'
  | 'INSTRUMENT_HAS_PENDING_ACTIONS'
  | 'INSTRUMENT_HAS_LINKED_CARDS'

/** Closes an empty account for good. Mirrors `managedAccountRemove`. */
export async function removeAccount(ctx: ActorCtx, id: string): Promise<Outcome<undefined, Refusal>> {
  const account = await findOwnAccount(ctx, id)
  if (!account) return refuse('NOT_FOUND')
  if (account.state === 'DESTROYED') return refuse('INSTRUMENT_ALREADY_REMOVED')
  if (account.actual_balance !== 0 || account.available_balance !== 0) return refuse('BALANCE_NOT_ZERO')
  if (account.iban_state === 'PENDING_ALLOCATION' || (await hasScheduledPayment(ctx, id)))
    return refuse('INSTRUMENT_HAS_PENDING_ACTIONS')
  if (await hasLinkedCards(ctx, id)) return refuse('INSTRUMENT_HAS_LINKED_CARDS')
  const row = await ctx.tx
    .updateTable('sandbox_instrument')
    .set({ state: 'DESTROYED', destroyed_reason: 'USER', blocked_reason: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await emitAccount(ctx, row, ownerOf(ctx.actor), 'DESTROYED')
  if (row.iban_state === 'ALLOCATED') await emitIban(ctx, row, 'DESTROYED')
  return done(undefined)
}
