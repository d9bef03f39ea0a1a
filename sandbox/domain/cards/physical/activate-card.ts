import type { ManagedCard } from '../../../../contract/managed-card'
import type { Keys } from '../../../keys'
import { type ActorCtx, done, type Outcome, refuse } from '../../context'
import { lockLedger } from '../../ledger/lock-ledger'
import { openCardSecret } from '../card-secrets'
import { setState } from '../card-state'
import { cardView } from '../card-view'
import { forgetEnd } from '../expiry'
import { type CardRow, findCard, findOwnCard } from '../find-card'
import { tellState } from '../tell'
import { deliver, stopProduction } from './manufacturing'
import { moveMoney } from './move-money'

type Refusal =
  | 'NOT_FOUND'
  | 'INSTRUMENT_NOT_PHYSICAL'
  | 'INSTRUMENT_DESTROYED'
  | 'INSTRUMENT_BLOCKED'
  | 'INSTRUMENT_ALREADY_ACTIVATED'
  | 'ACTIVATION_CODE_INVALID'

/**
 * Says that the card is in hand: it pays in shops from now on, and the damaged one that it replaces no more. The code is
 * compared where one is sent. Mirrors `managedCardPhysicalActivate`.
 */
export async function activateCard(
  ctx: ActorCtx,
  keys: Keys,
  id: string,
  activationCode: string | undefined,
): Promise<Outcome<ManagedCard, Refusal>> {
  await lockLedger(ctx)
  const card = await findOwnCard(ctx, id)
  if (!card) return refuse('NOT_FOUND')
  if (card.type === 'VIRTUAL') return refuse('INSTRUMENT_NOT_PHYSICAL')
  if (card.state === 'DESTROYED') return refuse('INSTRUMENT_DESTROYED')
  if (card.state === 'BLOCKED') return refuse('INSTRUMENT_BLOCKED')
  if (!card.pending_activation) return refuse('INSTRUMENT_ALREADY_ACTIVATED')
  if (activationCode !== undefined && openCardSecret(keys, card, 'activation') !== activationCode)
    return refuse('ACTIVATION_CODE_INVALID')

  const activated = { pending_activation: 0, activation_cipher: null } as const
  await ctx.tx.updateTable('sandbox_card').set(activated).where('id', '=', id).execute()
  const inHand = await deliver(ctx, { ...card, ...activated })
  await tellState(ctx, inHand, 'ACTIVATED')
  await retireDamaged(ctx, inHand)
  return done(await cardView(ctx, keys, (await findCard(ctx, id)) ?? inHand))
}

/** Takes the damaged card that this one replaces out of use, and its money over. */
async function retireDamaged(ctx: ActorCtx, replacement: CardRow): Promise<void> {
  const found = await ctx.tx
    .selectFrom('sandbox_card')
    .select('id')
    .where('identity_id', '=', replacement.identity_id)
    .where('replacement_id', '=', replacement.id)
    .where('replacement_reason', '=', 'DAMAGED')
    .executeTakeFirst()
  const damaged = found && (await findCard(ctx, found.id))
  if (!damaged || damaged.state === 'DESTROYED') return
  await moveMoney(ctx, damaged, replacement, 'DEFAULT_ADJUSTMENT')
  const retired = await setState(ctx, damaged, { state: 'DESTROYED', destroyedReason: 'SYSTEM' })
  await stopProduction(ctx, damaged.id)
  await forgetEnd(ctx, damaged)
  await ctx.tx.updateTable('sandbox_card').set({ spend_rules: null }).where('id', '=', damaged.id).execute()
  await tellState(ctx, retired, 'DESTROYED')
}
