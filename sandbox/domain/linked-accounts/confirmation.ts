import { locked } from '../../../storage/lock'
import type { Confirmable } from '../challenges/confirmables'
import { parts } from '../challenges/confirmation-rows'
import { type ActorCtx, type Ctx, done, refuse } from '../context'
import { underVerification } from './due'
import { stepsOf } from './verification-rows'
import { endSteps } from './verification-run'

const STEP = 'USER_DECLARATION_SCA_CHALLENGE'

/**
 * The root user declares that linked accounts are the identity's own; the ids are those of the linked accounts. One who
 * declines, or enters too many wrong codes, has not declared it: the verification is rejected. An expired challenge may
 * be sent again.
 */
export const linkedAccountConfirmation: Confirmable = {
  check: async (ctx, ids) => {
    if ((await ownCount(ctx, ids)) < ids.length) return refuse('NOT_FOUND')
    if (ctx.actor.credentialType !== 'ROOT') return refuse('STATE_INVALID')
    for (const id of ids) {
      const under = await underVerification(ctx, id)
      const step = under?.run.steps.find((each) => each.step === STEP)
      if (step?.status !== 'PENDING_USER') return refuse('STATE_INVALID')
    }
    return done(undefined)
  },
  confirmed: (ctx, ids) => end(ctx, ids, 'COMPLETED'),
  failed: async (ctx, ids, why) => {
    if (why !== 'EXPIRED') await end(ctx, ids, 'REJECTED')
  },
}

async function end(ctx: Ctx, ids: readonly string[], status: 'COMPLETED' | 'REJECTED'): Promise<void> {
  for (const id of ids) {
    const under = await underVerification(ctx, id)
    const step = under && stepsOf(under.run.row).find((each) => each.step === STEP)
    if (under && step?.status === 'PENDING_USER') await endSteps(ctx, under.account, under.run, [STEP], status)
  }
}

async function ownCount(ctx: ActorCtx, ids: readonly string[]): Promise<number> {
  let count = 0
  for (const some of parts(ids)) {
    const query = ctx.tx
      .selectFrom('sandbox_linked_account')
      .select('id')
      .where('identity_id', '=', ctx.actor.identityId)
      .where('id', 'in', some)
      .orderBy('id')
    count += (await locked(ctx.engine, query).execute()).length
  }
  return count
}
