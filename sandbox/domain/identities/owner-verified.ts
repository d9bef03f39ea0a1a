import type { ActorCtx, Ctx } from '../context'
import { checksOf } from './checks'

/** Whether the actor's identity may open instruments and pay: it has passed KYB or KYC and is not switched off. */
export const isOwnerVerified = (ctx: ActorCtx): Promise<boolean> => isVerified(ctx, ctx.actor.identityId)

/** The same for any identity, as for the other side of a send. */
export async function isVerified(ctx: Pick<Ctx, 'tx'>, identityId: string): Promise<boolean> {
  const owner = await ctx.tx
    .selectFrom('sandbox_identity')
    .select(['kyi_status', 'active'])
    .where('id', '=', identityId)
    .executeTakeFirst()
  return owner?.kyi_status === 'APPROVED' && owner.active === 1
}

/** Whether a consumer has shown too little for cards, sends and wires: IDENTITY_KYC_LEVEL_STEPUP_REQUIRED. */
export async function needsHigherLevel(ctx: ActorCtx): Promise<boolean> {
  if (ctx.actor.identityType === 'CORPORATE') return false
  const query = ctx.tx.selectFrom('sandbox_identity').selectAll().where('id', '=', ctx.actor.identityId)
  const owner = await query.executeTakeFirst()
  return owner !== undefined && checksOf(owner).kycLevel === 'KYC_LEVEL_1'
}
